import type { Department } from '../title.ts';
import { ANY_PERSON, DEPARTMENT_WORDS, WEAK_WORDS } from './department.ts';
import { lexicon, type Lexicon } from '../lexicon.ts';
import { RANK_WORDS, type RankWord } from './rank.ts';

/** What a word says about the work: the department, whether a person is named by it, and whether it gives way to other departments. */
export interface Work { department: Department | null; person: boolean; weak: boolean }

export interface Vocabulary { ranks: Lexicon<RankWord>; works: Lexicon<Work> }

// between the words of a phrase: "Leiter der Entwicklung", "contrôleur de gestion"
const SMALL_WORDS = new Set('and und et y e och oraz en of the de des du d l la le les los las el al a del di della delle dei degli da do dos das van der den fur im in zu zum zur ds i w na om ao'.split(' '));

let made: Vocabulary | null = null;

/** The lexicons of titles, made at the first call. */
export function vocabulary(): Vocabulary {
  if (made) return made;
  const works: [Work, string][] = [[{ department: null, person: true, weak: true }, ANY_PERSON]];
  for (const [words, weak] of [[DEPARTMENT_WORDS, false], [WEAK_WORDS, true]] as const) {
    for (const [department, { area = '', person = '' }] of Object.entries(words) as [Department, { area?: string; person?: string }][]) {
      works.push([{ department, person: false, weak }, area], [{ department, person: true, weak }, person]);
    }
  }
  made = { ranks: lexicon(Object.entries(RANK_WORDS) as [RankWord, string][], { best: 'longest' }), works: lexicon(works, { skip: SMALL_WORDS, best: 'last', weak: ({ weak }) => weak }) };
  return made;
}
