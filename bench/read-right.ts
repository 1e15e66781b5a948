import { industriesOf, widerThan } from '../src/domain/industry.ts';
import { parseTitle } from '../src/domain/title.ts';
import { INDUSTRY_TEXTS, LATER_INDUSTRY_TEXTS } from '../test/domain/industry.table.ts';
import { LATER_TITLES } from '../test/domain/title.later.table.ts';
import { type TitleCase, TITLES } from '../test/domain/title.table.ts';
import { TAXONOMY_TITLES } from '../test/domain/title.taxonomy.table.ts';
import { NEVER_MENDED_TITLES, UNSEEN_TITLES } from '../test/domain/title.unseen.table.ts';

/** How many texts were read, how many of them right, and the others as lines to read. */
interface Share { texts: number; right: number; misses: string[] }

const sameList = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

/** Titles of all tables that rules may be mended for, and of the one that they may not. */
export function titles(): Record<'mended' | 'never', Record<'seniority' | 'departments', Share>> {
  const share = (cases: TitleCase[], of: 'seniority' | 'departments'): Share => {
    const wrong = cases.filter((wanted) => {
      const read = parseTitle(wanted.title);
      return of === 'seniority' ? read.seniority !== wanted.seniority : !sameList(read.departments, wanted.departments);
    });
    return { texts: cases.length, right: cases.length - wrong.length, misses: wrong.map(({ language, title, [of]: wanted }) => `${language}: ${title}: ${of} ${String(parseTitle(title)[of]) || '-'}, wanted ${String(wanted) || '-'}`) };
  };
  const of = (cases: TitleCase[]) => ({ seniority: share(cases, 'seniority'), departments: share(cases, 'departments') });
  return { mended: of([...TITLES, ...LATER_TITLES, ...TAXONOMY_TITLES, ...UNSEEN_TITLES]), never: of(NEVER_MENDED_TITLES) };
}

/** Texts of industry fields; right is who names exactly the narrowest industries that were meant. */
export function industries(): Share {
  const cases = [...INDUSTRY_TEXTS, ...LATER_INDUSTRY_TEXTS];
  const narrowest = (text: string): string[] => industriesOf(text).filter((id, _at, all) => !all.some((other) => widerThan(other).includes(id)));
  const wrong = cases.filter(({ text, ids }) => !sameList(narrowest(text), ids));
  return { texts: cases.length, right: cases.length - wrong.length, misses: wrong.map(({ language, text, ids }) => `${language}: ${text}: ${narrowest(text).join() || '-'}, wanted ${ids.join() || '-'}`) };
}
