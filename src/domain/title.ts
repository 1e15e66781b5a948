import { fold } from './word.ts';

/** How high a role is, from the top down. `specialist` is staff without a rank in the title. */
export const SENIORITIES = ['owner', 'founder', 'c-level', 'partner', 'vp', 'head', 'director', 'manager', 'senior', 'specialist', 'junior', 'intern'] as const;
export type Seniority = (typeof SENIORITIES)[number];

/** What part of a company a role belongs to. */
export const DEPARTMENTS = [
  'executive', 'sales', 'marketing', 'revenue-operations', 'customer-success', 'product', 'engineering', 'data', 'it', 'security', 'design', 'finance', 'legal',
  'hr', 'operations', 'procurement', 'logistics', 'production', 'quality', 'research', 'healthcare', 'education', 'consulting', 'administration',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** What a title says. `roles` are its parts as written ("CTO", "Co-founder"); null or empty = the title does not say. */
export interface ParsedTitle {
  seniority: Seniority | null;
  departments: Department[];
  roles: string[];
}

const PAST = /^\s*(?:\(?(?:ex|former(?:ly)?|previous(?:ly)?|prev|past|retired|ehem|ehemals|ehemaliger?|fr[üu]her|ancien(?:ne|nement)?|antiguo|anteriormente|precedente?mente|voormalig|tidigare|były)(?![\p{L}\p{N}]))/iu;

/** A headline without the parts that tell of former roles: "VP Sales | ex-Google" → "VP Sales". */
export function withoutPast(headline: string): string {
  return headline.split(/\s*[|·•;,\n]\s*/).filter((part) => !PAST.test(part)).join(' | ');
}

const RANKS: [string, Seniority][] = [
  [' co founder ', 'founder'], [' founder ', 'founder'], [' ceo ', 'c-level'], [' cto ', 'c-level'], [' cfo ', 'c-level'], [' vp ', 'vp'], [' vice president ', 'vp'],
  [' head ', 'head'], [' director ', 'director'], [' manager ', 'manager'], [' senior ', 'senior'], [' intern ', 'intern'],
];
const FIELDS: [string, Department][] = [
  [' ceo ', 'executive'], [' cto ', 'engineering'], [' sales ', 'sales'], [' marketing ', 'marketing'], [' revops ', 'revenue-operations'], [' product ', 'product'],
  [' engineering ', 'engineering'], [' engineer ', 'engineering'], [' finance ', 'finance'], [' procurement ', 'procurement'],
];

/** Seniority, departments and roles of a job title; what the title does not say is taken from `headline`. Never throws. */
export function parseTitle(title: string | undefined, headline?: string): ParsedTitle {
  const ofTitle = parse(title ?? '');
  const ofHeadline = headline && (!ofTitle.seniority || ofTitle.departments.length === 0) ? parse(headline) : null;
  if (!ofHeadline) return ofTitle;
  return {
    seniority: ofTitle.seniority ?? ofHeadline.seniority,
    departments: ofTitle.departments.length > 0 ? ofTitle.departments : ofHeadline.departments,
    roles: ofTitle.roles.length > 0 ? ofTitle.roles : ofHeadline.roles,
  };
}

function parse(text: string): ParsedTitle {
  const folded = fold(text);
  const departments = [...new Set(FIELDS.filter(([word]) => folded.includes(word)).map(([, department]) => department))];
  return { seniority: RANKS.find(([word]) => folded.includes(word))?.[1] ?? null, departments, roles: text.trim() === '' ? [] : [text.trim()] };
}
