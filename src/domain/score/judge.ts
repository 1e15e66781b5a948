import { headcountOf, isWithin, revenueOf } from '../band.ts';
import { type BusinessModel, leavesOut, modelsOf } from '../business-model.ts';
import type { Criterion, ScoreInput } from '../icp.ts';
import { industriesOf, industryNamed, widerThan } from '../industry.ts';
import type { Near } from '../near.ts';
import { countriesOf, placeOf } from '../place.ts';
import { DEPARTMENTS, type ParsedTitle, parseTitle, SENIORITIES } from '../title.ts';
import { fold, patterns } from '../word.ts';
import { judgeCustom, judgeElsewhere, judgeKeywords, judgeTech, judgeTitle, judgeWords } from './judge-words.ts';
import type { Reading, TextField } from './reading.ts';

/** A wanted word and how it looks folded. */
export interface Wanted { word: string; pattern: string }

/** What one criterion found: the wanted word, the field it was read in, and the text when that is not the whole field. */
export interface Finding extends Wanted { field: keyof ScoreInput; evidence?: string }
export type Verdict = Finding | 'no' | 'unknown';
export type Judge = (reading: Reading) => Verdict;

/** What judging needs beside the texts. */
export interface JudgeMeans {
  near: Near;
}

/** The field that would tell, for each kind. */
export const OWN_FIELD: Record<Criterion['kind'], keyof ScoreInput> = {
  title: 'title', seniority: 'title', department: 'title', industry: 'industry', headcount: 'headcount', revenue: 'revenue', location: 'location', model: 'model', tech: 'tech',
  company: 'company', keywords: 'about', source: 'source', custom: 'custom',
};

/** Is there anything to look for? */
export function isEmpty({ kind, any, min, max, field }: Criterion): boolean {
  if (kind === 'headcount' || kind === 'revenue') return min === undefined && max === undefined;
  return !any.some((word) => patterns(word).length > 0) || (kind === 'custom' && !field?.trim());
}

/** How a criterion looks at a person. */
export function judgeOf(criterion: Criterion, means: JudgeMeans): Judge {
  const { kind, rule } = criterion;
  const wanted = criterion.any.flatMap((word) => patterns(word).map((pattern) => ({ word, pattern })));
  switch (kind) {
    case 'seniority': case 'department': return judgeParsed(criterion, kind);
    case 'location': return judgePlace(criterion, wanted, means);
    case 'title': return judgeTitle(rule, wanted);
    case 'keywords': return judgeKeywords(wanted);
    case 'headcount': case 'revenue': return judgeSpan(criterion, kind);
    case 'industry': return judgeNamed(criterion, 'industry', wanted, INDUSTRY);
    case 'model': return judgeNamed(criterion, 'model', wanted, MODEL);
    case 'tech': return judgeTech(wanted);
    case 'custom': return judgeCustom(criterion.field ?? '', wanted);
    case 'company': case 'source': return judgeWords(criterion, kind, wanted);
  }
}

function judgeSpan({ min = 0, max = Infinity }: Criterion, kind: 'headcount' | 'revenue'): Judge {
  const spanOf = kind === 'headcount' ? headcountOf : revenueOf;
  return ({ texts }) => {
    const text = texts[kind] ?? '';
    const span = spanOf(text);
    const within = span ? isWithin(span, min, max) : 'unknown';
    if (within === true) return { word: text, pattern: fold(text), field: kind, evidence: text };
    return within === false ? 'no' : 'unknown';
  };
}

/** What a field says in a vocabulary of its own, and whether that leaves the wanted names out. */
interface Vocabulary {
  /** The names that a text means; [] when it means none that is known. */
  namesOf(text: string): readonly string[];
  /** The name that a wanted word means. */
  named(word: string): string | null;
  leavesOut(names: readonly string[], wanted: string): boolean;
}

const INDUSTRY: Vocabulary = {
  namesOf: industriesOf,
  named: industryNamed,
  // "Technology" may well be software: what is only said in wider words is not denied
  leavesOut: (names, wanted) => {
    const wider = widerThan(wanted);
    return !names.some((name) => wider.includes(name) && !names.some((other) => widerThan(other).includes(name)));
  },
};
const MODEL: Vocabulary = {
  namesOf: modelsOf,
  named: (word) => modelsOf(word)[0] ?? null,
  leavesOut: (names, wanted) => leavesOut(names as readonly BusinessModel[], wanted as BusinessModel),
};

/** A field that speaks in a vocabulary: by the names it means, then by its words. It is unknown while what it says does not leave out all that is wanted. */
function judgeNamed(criterion: Criterion, own: 'industry' | 'model', wanted: readonly Wanted[], { namesOf, named, leavesOut: leaves }: Vocabulary): Judge {
  const names = new Map<string, string>();
  for (const word of criterion.any) {
    const name = named(word);
    if (name !== null && !names.has(name)) names.set(name, word);
  }
  const byWord = judgeWords(criterion, own, wanted);
  const elsewhere = judgeElsewhere(criterion, wanted);
  return (reading) => {
    const text = reading.texts[own] ?? '';
    const said = names.size > 0 && reading.folded[own] !== '' ? namesOf(text) : [];
    const name = said.find((one) => names.has(one));
    if (name !== undefined) return { word: names.get(name)!, pattern: fold(text), field: own, evidence: text };
    const verdict = byWord(reading);
    if (verdict !== 'no' || names.size === 0) return verdict;
    const denied = said.length > 0 && [...names.keys()].every((one) => leaves(said, one));
    return denied ? 'no' : elsewhere(reading);
  };
}

/** What the gazetteer is sure of decides; then the words do. A city does not deny its country, nor a country its cities: such a location leaves it unknown. */
function judgePlace({ within }: Criterion, wanted: readonly Wanted[], { near }: JudgeMeans): Judge {
  const places = wanted.map((each) => ({ ...each, countries: countriesOf(each.word) }));
  return (reading) => {
    const { texts: { location = '' }, folded } = reading;
    if (folded.location === '') return 'unknown';
    const place = placeOf(location);
    let unsure = false;
    for (const { word, pattern, countries } of places) {
      const isNear = near(location, word, countries.length > 0 ? 0 : within ?? 0);
      if (isNear === false) continue;
      const named = isNear === 'unknown' && (folded.location.includes(pattern) || countries.some((code) => place.countries.includes(code)));
      if (named) return { word, pattern, field: 'location' };
      if (isNear === true) return { word, pattern, field: 'location', evidence: location };
      if (countries.length > 0 ? place.countries.length === 0 : place.only || within !== undefined) unsure = true;
    }
    return unsure ? 'unknown' : 'no';
  };
}

function judgeParsed(criterion: Criterion, kind: 'seniority' | 'department'): Judge {
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
    return { word: words.get(name)!, pattern: fold(name), field: (read(ofTitle).includes(name) ? 'title' : 'headline') satisfies TextField };
  };
}
