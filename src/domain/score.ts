import type { Criterion, CriterionScore, Fit, Icp, ScoreInput } from './icp.ts';
import { countriesOf, placeOf } from './place.ts';
import { DEPARTMENTS, type ParsedTitle, parseTitle, SENIORITIES, withoutPast } from './title.ts';
import { excerpt, fold, patterns } from './word.ts';

type TextField = keyof ScoreInput;

/** A person's texts prepared for any number of scorers: keep it when many ICPs, or versions of one, are tried. */
export interface Reading {
  texts: ScoreInput;
  /** Each text folded for word lookup, '' = unknown. Former roles in a headline are left out. */
  folded: Record<TextField, string>;
  /** The title, completed by the headline; and the title alone, to tell where something was read. */
  parsed: ParsedTitle;
  ofTitle: ParsedTitle;
}

/** An ICP made ready to score many people. `mark` is `score` without the reasons: the same numbers, several times faster. */
export interface Scorer {
  score(input: ScoreInput | Reading): Fit;
  mark(input: ScoreInput | Reading): Omit<Fit, 'criteria'>;
}

/** What one criterion found: the wanted word, how it looks folded, and the field it was read in. */
interface Finding { word: string; pattern: string; field: TextField }
type Verdict = Finding | 'no' | 'unknown';

interface CompiledCriterion {
  criterion: Criterion;
  /** In thousandths, so that sums are exact and the order of criteria cannot matter; 0 = nothing to look for. */
  weight: number;
  field: TextField;
  judge(reading: Reading): Verdict;
}

const MAX_TEXT = 5_000;
/** What an unknown criterion is worth, of 1: it could go either way. */
const UNKNOWN = 0.5;
/** What is left of the fit while a must is unknown, of 1. */
const MUST_UNKNOWN = 0.75;

const OWN_FIELD: Record<Criterion['kind'], TextField> = {
  title: 'title', seniority: 'title', department: 'title', industry: 'industry', location: 'location', company: 'company', keywords: 'about',
};
/** Where else a word may be found while the criterion's own field is unknown: good enough for a yes, never for a no. */
const ELSEWHERE: Partial<Record<Criterion['kind'], TextField[]>> = { industry: ['company', 'headline', 'about'], company: ['headline'] };
const ANYWHERE: TextField[] = ['title', 'headline', 'about', 'company', 'industry'];

/** A person's texts, folded and with the title parsed once; texts are cut at 5,000 characters. */
export function readInput(texts: ScoreInput): Reading {
  const of = (field: TextField): string => fold((texts[field] ?? '').slice(0, MAX_TEXT));
  const headline = withoutPast((texts.headline ?? '').slice(0, MAX_TEXT));
  const ofTitle = parseTitle(texts.title);
  return {
    texts,
    folded: { name: of('name'), headline: fold(headline), title: of('title'), company: of('company'), location: of('location'), about: of('about'), industry: of('industry') },
    parsed: ofTitle.seniority && ofTitle.departments.length > 0 ? ofTitle : parseTitle(texts.title, headline),
    ofTitle,
  };
}

/** An ICP made ready to score many people fast; it keeps no reference to people. */
export function compileIcp(icp: Pick<Icp, 'criteria'>): Scorer {
  const criteria = icp.criteria.map(compile);
  const sum = (list: CompiledCriterion[]): number => list.reduce((all, { weight }) => all + weight, 0);
  const total = sum(criteria);
  const plusTotal = sum(criteria.filter(({ criterion }) => criterion.rule === 'plus'));

  function judge(input: ScoreInput | Reading, each?: (compiled: CompiledCriterion, verdict: Verdict, reading: Reading) => void): Omit<Fit, 'criteria'> {
    const reading = 'folded' in input ? input : readInput(input);
    let known = 0, matched = 0, unknown = 0;
    let missing = false, unsure = false, broken = false;
    for (const compiled of criteria) {
      const verdict = compiled.weight === 0 ? 'unknown' : compiled.judge(reading);
      each?.(compiled, verdict, reading);
      const { criterion: { rule }, weight } = compiled;
      if (weight === 0) continue;
      if (verdict !== 'unknown') known += weight;
      if (rule === 'plus') {
        if (verdict === 'unknown') unknown += weight;
        else if (verdict !== 'no') matched += weight;
      } else if (rule === 'must') {
        if (verdict === 'unknown') unsure = true;
        else if (verdict === 'no') missing = true;
      } else if (verdict !== 'unknown' && verdict !== 'no') broken = true;
    }
    const gate = broken ? 'deal-breaker' : missing ? 'must-missing' : unsure ? 'must-unknown' : 'open';
    const share = plusTotal > 0 ? (matched + UNKNOWN * unknown) / plusTotal : total > 0 ? 1 : 0;
    const fit = broken || missing ? 0 : Math.round(100 * share * (unsure ? MUST_UNKNOWN : 1));
    return { fit, coverage: total > 0 ? Math.round((100 * known) / total) : 0, gate };
  }

  return {
    mark: (input) => judge(input),
    score(input) {
      const scores: CriterionScore[] = [];
      const mark = judge(input, (compiled, verdict, reading) => scores.push(explain(compiled, verdict, reading, plusTotal)));
      return { ...mark, criteria: scores };
    },
  };
}

/**
 * How well a person fits an ICP, with the reason of each point. Pure: the same ICP version and texts give the same fit for ever.
 *
 * Each plus-criterion can give its share of 100: all of it on a match, half while unknown, none on a known no; `fit` is the rounded sum.
 * A matched deal-breaker or a must that is known to be missing makes it 0; while a must is unknown the sum counts three quarters.
 * `coverage` is the share of all weight, gates included, that could be judged. An ICP with gates alone starts at 100, an empty one is 0.
 * The reasons for this arithmetic are in docs/decisions/fit.md.
 */
export function scoreFit(icp: Pick<Icp, 'criteria'>, input: ScoreInput): Fit {
  return compileIcp(icp).score(input);
}

function explain({ criterion, weight, field }: CompiledCriterion, verdict: Verdict, { texts }: Reading, plusTotal: number): CriterionScore {
  const { id, kind, rule } = criterion;
  const max = rule === 'plus' && plusTotal > 0 ? (100 * weight) / plusTotal : 0;
  const about = { criterionId: id, kind, rule, max };
  if (verdict === 'no') return { ...about, state: 'no', points: 0, field };
  if (verdict === 'unknown') return { ...about, state: 'unknown', points: max * UNKNOWN, field };
  const evidence = excerpt((texts[verdict.field] ?? '').slice(0, MAX_TEXT), verdict.pattern);
  return { ...about, state: 'match', points: max, field: verdict.field, matched: verdict.word, evidence };
}

function compile(criterion: Criterion): CompiledCriterion {
  const wanted = criterion.any.flatMap((word) => patterns(word).map((pattern) => ({ word, pattern })));
  const field = OWN_FIELD[criterion.kind];
  const weight = wanted.length === 0 ? 0 : Math.round(1_000 * Math.min(10, Math.max(1, Number.isFinite(criterion.weight) ? criterion.weight : 1)));
  const { kind } = criterion;
  const judge = kind === 'seniority' || kind === 'department' ? judgeParsed(criterion, kind) : kind === 'location' ? judgePlace(wanted) : judgeWords(criterion, wanted);
  return { criterion, weight, field, judge };
}

function judgeWords({ kind, rule }: Criterion, wanted: { word: string; pattern: string }[]): CompiledCriterion['judge'] {
  const own = OWN_FIELD[kind];
  const find = (folded: Reading['folded'], fields: readonly TextField[]): Finding | null => {
    for (const field of fields) {
      const text = folded[field];
      if (text === '') continue;
      for (const { word, pattern } of wanted) if (text.includes(pattern)) return { word, pattern, field };
    }
    return null;
  };
  const titleAndHeadline: TextField[] = ['title', 'headline'];
  const ownOnly: TextField[] = [own];
  return ({ folded, parsed }) => {
    if (kind === 'keywords') return find(folded, ANYWHERE) ?? (folded.about === '' ? 'unknown' : 'no');
    if (kind === 'title') {
      // a deal-breaker must not close on a loose word of a headline while the title itself is known
      const found = find(folded, rule === 'never' && folded.title !== '' ? ownOnly : titleAndHeadline);
      // a headline counts as a title only when it reads like one: a slogan says nothing about the role
      return found ?? (folded.title !== '' || parsed.seniority !== null ? 'no' : 'unknown');
    }
    if (folded[own] !== '') return find(folded, ownOnly) ?? 'no';
    return (rule === 'never' ? null : find(folded, ELSEWHERE[kind] ?? [])) ?? 'unknown';
  };
}

/** A city does not deny its country, nor a country its cities: such a location leaves it unknown. */
function judgePlace(wanted: { word: string; pattern: string }[]): CompiledCriterion['judge'] {
  const places = wanted.map((each) => ({ ...each, countries: countriesOf(each.word) }));
  const wantsCountry = places.some(({ countries }) => countries.length > 0);
  const wantsLess = places.some(({ countries }) => countries.length === 0);
  return ({ texts, folded }) => {
    if (folded.location === '') return 'unknown';
    const place = placeOf(texts.location ?? '');
    const found = places.find(({ pattern }) => folded.location.includes(pattern)) ?? places.find(({ countries }) => countries.some((code) => place.countries.includes(code)));
    if (found) return { word: found.word, pattern: found.pattern, field: 'location' };
    return (place.only && wantsLess) || (place.countries.length === 0 && wantsCountry) ? 'unknown' : 'no';
  };
}

function judgeParsed(criterion: Criterion, kind: 'seniority' | 'department'): CompiledCriterion['judge'] {
  const names: readonly string[] = kind === 'seniority' ? SENIORITIES : DEPARTMENTS;
  const words = new Map<string, string>();
  for (const word of criterion.any) {
    const name = names.find((each) => fold(each) === fold(word)) ?? (kind === 'seniority' ? parseTitle(word).seniority : parseTitle(word).departments[0]);
    if (name && !words.has(name)) words.set(name, word);
  }
  const read = (parsed: ParsedTitle): readonly string[] => (kind === 'seniority' ? parsed.seniorities : parsed.departments);
  return ({ parsed, ofTitle }) => {
    const found = read(parsed);
    const name = found.find((each) => words.has(each));
    if (name === undefined) return found.length > 0 ? 'no' : 'unknown';
    return { word: words.get(name)!, pattern: fold(name), field: read(ofTitle).includes(name) ? 'title' : 'headline' };
  };
}
