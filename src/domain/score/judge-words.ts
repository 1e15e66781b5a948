import type { Criterion } from '../icp.ts';
import { fold } from '../word.ts';
import type { Judge, Wanted } from './judge.ts';
import type { Reading, TextField } from './reading.ts';

/** Where else a word may be found while the criterion's own field is unknown: good enough for a yes, never for a no. */
export const ELSEWHERE: Partial<Record<Criterion['kind'], readonly TextField[]>> = { industry: ['company', 'headline', 'about'], company: ['headline'] };
export const ANYWHERE: readonly TextField[] = ['title', 'headline', 'about', 'company', 'industry'];
const TITLE_AND_HEADLINE: readonly TextField[] = ['title', 'headline'];

/** The first of these fields that has one of the words. */
export function findWord({ folded }: Reading, fields: readonly TextField[], wanted: readonly Wanted[]): { word: string; pattern: string; field: TextField } | null {
  for (const field of fields) {
    const text = folded[field];
    if (text === '') continue;
    for (const { word, pattern } of wanted) if (text.includes(pattern)) return { word, pattern, field };
  }
  return null;
}

/** Words in the field itself; while that is unknown, elsewhere. */
export function judgeWords({ kind, rule }: Criterion, own: TextField, wanted: readonly Wanted[]): Judge {
  const elsewhere = judgeElsewhere({ kind, rule }, wanted);
  const ownOnly = [own];
  return (reading) => (reading.folded[own] !== '' ? findWord(reading, ownOnly, wanted) ?? 'no' : elsewhere(reading));
}

/** Words in the other fields that may tell while the own one does not. */
export function judgeElsewhere({ kind, rule }: Pick<Criterion, 'kind' | 'rule'>, wanted: readonly Wanted[]): Judge {
  const fields = rule === 'never' ? [] : ELSEWHERE[kind] ?? [];
  return (reading) => findWord(reading, fields, wanted) ?? 'unknown';
}

export function judgeKeywords(wanted: readonly Wanted[]): Judge {
  return (reading) => findWord(reading, ANYWHERE, wanted) ?? (reading.folded.about === '' ? 'unknown' : 'no');
}

export function judgeTitle(rule: Criterion['rule'], wanted: readonly Wanted[]): Judge {
  return (reading) => {
    const { folded, parsed } = reading;
    // a deal-breaker must not close on a loose word of a headline while the title itself is known
    const found = findWord(reading, rule === 'never' && folded.title !== '' ? ['title'] : TITLE_AND_HEADLINE, wanted);
    // a headline counts as a title only when it reads like one: a slogan says nothing about the role
    return found ?? (folded.title !== '' || parsed.seniority !== null ? 'no' : 'unknown');
  };
}

/** Technology in use. No list of it is ever complete: what is not in it stays unknown. */
export function judgeTech(wanted: readonly Wanted[]): Judge {
  return ({ texts: { tech = [] } }) => {
    for (const one of tech) {
      const text = fold(one);
      const found = wanted.find(({ pattern }) => text.includes(pattern));
      if (found) return { ...found, field: 'tech', evidence: one };
    }
    return 'unknown';
  };
}

/** A field of the rep's own. */
export function judgeCustom(name: string, wanted: readonly Wanted[]): Judge {
  const wantedName = fold(name);
  return ({ texts: { custom = {} } }) => {
    const value = Object.entries(custom).find(([one]) => fold(one) === wantedName)?.[1] ?? '';
    const text = fold(value);
    if (text === '') return 'unknown';
    const found = wanted.find(({ pattern }) => text.includes(pattern));
    return found ? { ...found, field: 'custom', evidence: value } : 'no';
  };
}
