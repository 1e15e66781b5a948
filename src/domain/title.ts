import { namesPerson } from './title/person-noun.ts';
import { type RankWord, RANKS_OF_ASSISTANTS } from './title/rank.ts';
import { vocabulary, type Work } from './title/vocabulary.ts';
import { remember } from './remember.ts';
import { wordsOf } from './word.ts';

/** How high a role is, from the top down. `senior` is experienced staff, `specialist` staff without a rank in the title. */
export const SENIORITIES = ['owner', 'founder', 'c-level', 'partner', 'vp', 'head', 'director', 'manager', 'senior', 'specialist', 'junior', 'intern'] as const;
export type Seniority = (typeof SENIORITIES)[number];

/** What part of a company a role belongs to; `executive` is the company as a whole. */
export const DEPARTMENTS = [
  'executive', 'sales', 'marketing', 'revenue-operations', 'customer-success', 'product', 'engineering', 'data', 'it', 'security', 'design', 'finance', 'legal',
  'hr', 'operations', 'procurement', 'logistics', 'production', 'quality', 'research', 'healthcare', 'education', 'consulting', 'administration',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

/**
 * What a title says; null or empty = it does not say. `seniority` is the highest of the first part that has one, `seniorities` all of them
 * ("CTO & co-founder" is both); `roles` are the parts as written.
 */
export interface ParsedTitle {
  seniority: Seniority | null;
  seniorities: Seniority[];
  departments: Department[];
  roles: string[];
}

const MAX_TITLE = 300;
const SERVES = new Set(['to', 'of', 'for', 'executive', 'personal', 'virtual']);
// a teacher of marketing teaches, a lawyer for data protection is a lawyer
const PROFESSIONS = new Set<Department | null>(['education', 'healthcare', 'legal']);
const PAST = /^\s*\(?(?:ex|former(?:ly)?|previous(?:ly)?|prev|past|retired|ehem|ehemals|ehemaliger?|früher|ancien(?:ne|nement)?|antiguo|anteriormente|precedentemente|voormalig|tidigare|były|元)(?![\p{L}\p{N}])/iu;
const PARTS = /\s*[|•⋅\n;]+\s*|\s+[-–—·]\s+|\s*—\s*/u;
const PIECES = /\s*[,/&+]\s*|\s+(?:and|und|et|y|e|och|oraz|en|i)\s+|兼|、/giu;
const COMPANY = /\s+(?:at|bei|chez|presso|bij|hos)\s.*$|\s*@.*$/isu;
// "(m/w/d)", "H/F"; "Leiter*in", "Leiter/in", "Directeur·rice"
const GENDERS = /\(?\b[mwfhdx](?:\s?[/|]\s?[mwfhdx])+\b\)?|(?<=\p{L})(?:[*:_]|\/-?|\()in(?:nen)?\b\)?|(?<=\p{L})[·.](?:trice|rice|euse|ère|ne|se|e)s?\b/giu;
// what follows tells of others: "I help CEOs grow"
const SLOGAN = /^\s*(?:(?:i|we)\s+(?:help|build|make|love|work with)|helping|empowering|enabling|serving|passionate|on a mission|ich helfe|wir helfen|j'aide|j’aide|ayudo|aiuto|ajudo|ik help|pomagam)(?!\p{L})/iu;
// as words these mean something else: only in capitals are they short for a department or a rank
const CAPITALS = new Set(['it', 'ai', 'ti', 'md', 'gm', 'bi', 'sea', 'sem', 'dg', 'ml', 'rep']);

/** A headline without the parts that tell of former roles: "VP Sales | ex-Google" → "VP Sales". */
export function withoutPast(headline: string): string {
  // runs of blanks first: looking for blanks around a separator in a long run of them takes the square of its length
  return headline.replace(/[^\S\n]+/g, ' ').split(/ ?[|·•;,\n] ?/).filter((part) => !PAST.test(part)).join(' | ');
}

/** Seniority, departments and roles of a job title in twelve languages; what the title does not say is taken from `headline`. Never throws. */
export function parseTitle(title: string | undefined, headline?: string): ParsedTitle {
  const ofTitle = parseNamed(title ?? '');
  const ofHeadline = headline && (!ofTitle.seniority || ofTitle.departments.length === 0) ? parse(withoutPast(headline), true) : null;
  if (!ofHeadline) return ofTitle;
  const { seniority, seniorities } = ofTitle.seniority ? ofTitle : ofHeadline;
  return {
    seniority,
    seniorities,
    departments: ofTitle.departments.length > 0 ? ofTitle.departments : ofHeadline.departments,
    roles: ofTitle.roles.length > 0 ? ofTitle.roles : ofHeadline.roles,
  };
}

// the same few titles come again and again, and each is asked for with and without its headline
const parseNamed = remember(MAX_TITLE, (text) => parse(text, false));

/** `slogans`: a part that names nobody may be anything, and counts only when it names a company ("Sales at Example"). */
function parse(text: string, slogans: boolean): ParsedTitle {
  const parts = text.slice(0, MAX_TITLE).replace(GENDERS, '').split(PARTS)
    .flatMap((part) => {
      if (slogans && SLOGAN.test(part)) return [];
      const read = readPart(part, !slogans);
      return read.roles.length > 0 && (!slogans || read.seniority !== null || COMPANY.test(part)) ? [read] : [];
    });
  const [first] = parts;
  if (!first) return { seniority: null, seniorities: [], departments: [], roles: [] };
  const somebody = parts.filter(({ seniority }) => seniority !== null);
  return {
    seniority: somebody[0]?.seniority ?? null,
    seniorities: [...new Set(somebody.flatMap(({ seniorities }) => seniorities))],
    departments: (somebody.length > 0 ? somebody : [first]).find(({ departments }) => departments.length > 0)?.departments ?? [],
    roles: (somebody.length > 0 ? somebody : [first]).flatMap(({ roles }) => roles),
  };
}

/** One part of a headline, like "Owner & Head of Sales, Europe at Example". */
function readPart(part: string, titled: boolean): ParsedTitle {
  const text = part.replace(COMPANY, '').trim() || part.trim();
  const { works } = vocabulary();
  // "R&D" and "L&D" are one word
  const said = text.replace(/\b(\p{L}{1,2})\s?&\s?(\p{L})\b(?!\p{L})/gu, '$1n$2');
  const capitals = new Set((said.match(/\b[A-Z]{2,3}\b/g) ?? []).map((word) => word.toLowerCase()));
  // somebody who types "it manager" uses no capitals at all
  const typed = said === said.toLowerCase() && said.split(' ').length <= 3;
  const wordsIn = (piece: string): string[] => wordsOf(piece).filter((word) => typed || capitals.has(word) || !CAPITALS.has(word));

  const all = wordsIn(said);
  const hits = works.scan(all).flatMap(({ meanings }) => meanings);
  const rolesFound: { start: number; end: number; rank: Rank | null }[] = [];
  let from = 0;
  for (const cut of [...said.matchAll(PIECES), null]) {
    const end = cut?.index ?? said.length;
    const words = wordsIn(said.slice(from, end));
    if (words.length > 0) rolesFound.push({ start: from, end, rank: rankOf(words, all) });
    from = cut ? end + cut[0].length : end;
  }

  const ranks = rolesFound.flatMap(({ rank }) => (rank ? [rank] : []));
  // who assists the CEO and the CFO is neither
  const [first] = ranks;
  const kept = first?.assists ? [first] : ranks;
  const seniorities = sorted([...new Set(kept.flatMap(({ seniority }) => seniority ?? []))]);
  // any word may stand in a slogan, but a title names somebody
  const isPerson = hits.some(({ person }) => person) || (titled && namesPerson(all));
  const seniority = seniorities[0] ?? (isPerson ? 'specialist' : null);
  return {
    seniority,
    seniorities: seniority ? [...new Set([seniority, ...seniorities])] : [],
    departments: departmentsOf(hits, kept, first?.assists === true),
    roles: rolesOf(said, rolesFound),
  };
}

interface Rank { seniority: Seniority | null; executive: boolean; assists: boolean; serves: boolean }

const TOP_DOWN: readonly RankWord[] = ['owner', 'founder', 'chief', 'c-level', 'partner', 'vp', 'head', 'director', 'manager', 'senior'];

/** The rank that one piece of a part tells, null when it tells none; `part` has the words of the whole part. */
function rankOf(words: readonly string[], part: readonly string[]): Rank | null {
  const { ranks, works } = vocabulary();
  const found = new Set<RankWord>();
  let assists = false;
  for (const { from, to, meanings } of ranks.scan(words)) {
    for (const meaning of meanings) {
      const next = words[to];
      if (meaning === 'lead' || meaning === 'principal') found.add(next !== undefined && works.scan([next]).length > 0 ? 'senior' : meaning === 'lead' ? 'manager' : 'partner');
      else if (meaning === 'head' && words[from] === 'chief') found.add(part.slice(part.indexOf('chief')).includes('officer') ? 'c-level' : 'head');
      else if (meaning === 'assistant') {
        // "Assistant Store Manager" is a manager, "Assistant to the Manager" and "Executive Assistant" are not
        const ahead = words[from] === 'assistant' && !SERVES.has(next ?? '') && !SERVES.has(words[from - 1] ?? '') ? ranks.scan(words.slice(to)).flatMap((hit) => hit.meanings) : [];
        assists ||= !ahead.some((rank) => RANKS_OF_ASSISTANTS.has(rank));
      } else found.add(meaning);
    }
  }
  const served = TOP_DOWN.find((rank) => found.has(rank) && rank !== 'senior') !== undefined;
  const staff = (seniority: Seniority): Rank => ({ seniority, executive: false, assists, serves: served });
  if (found.has('intern')) return staff('intern');
  if (assists) return staff(found.has('junior') ? 'junior' : 'specialist');
  if (found.has('junior')) return staff('junior');
  const top = TOP_DOWN.find((rank) => found.has(rank));
  if (top === undefined) return null;
  return { seniority: top === 'chief' ? 'c-level' : (top as Seniority), executive: found.has('chief') || found.has('owner') || found.has('founder'), assists: false, serves: false };
}

function departmentsOf(hits: readonly Work[], ranks: readonly Rank[], assists: boolean): Department[] {
  if (assists && ranks.some(({ serves }) => serves)) return ['administration'];
  const named = (weak: boolean): Department[] => hits.filter((hit) => hit.weak === weak).flatMap(({ department }) => department ?? []);
  const profession = hits.filter(({ person, weak, department }) => person && !weak && PROFESSIONS.has(department)).flatMap(({ department }) => department ?? []);
  // what stands before a name for a person only says of what kind they are: a wholesale buyer buys
  const last = hits.at(-1);
  if (profession.length === 0 && last?.person && !last.weak && last.department !== null && ranks.length === 0) profession.push(last.department);
  const strong = profession.length > 0 ? profession : named(false);
  const found = new Set<Department>(strong.length > 0 ? strong : named(true).slice(-1));
  if (assists && found.size === 0) found.add('administration');
  if (ranks.some(({ executive }) => executive) || (found.size === 0 && ranks.some(({ seniority }) => seniority === 'c-level'))) found.add('executive');
  return DEPARTMENTS.filter((department) => found.has(department));
}

/** The text cut where a new rank begins; pieces without one belong to their neighbour ("Head of Sales & Marketing"). */
function rolesOf(text: string, pieces: readonly { start: number; end: number; rank: Rank | null }[]): string[] {
  const roles: { start: number; end: number; ranked: boolean }[] = [];
  for (const { start, end, rank } of pieces) {
    const last = roles.at(-1);
    if (last && (rank === null || !last.ranked)) Object.assign(last, { end, ranked: last.ranked || rank !== null });
    else roles.push({ start, end, ranked: rank !== null });
  }
  return roles.map(({ start, end }) => text.slice(start, end).trim());
}

function sorted(seniorities: Seniority[]): Seniority[] {
  return seniorities.sort((a, b) => SENIORITIES.indexOf(a) - SENIORITIES.indexOf(b));
}
