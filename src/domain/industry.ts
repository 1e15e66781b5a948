import { writtenOut } from './compound.ts';
import { type Branch, industryTree } from './industry/tree.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { remember } from './remember.ts';
import { plain, wordsOf } from './word.ts';

/** One industry of the standard list; `parent` is the wider one it belongs to. */
export interface Industry {
  id: string;
  name: string;
  parent?: string;
}

const TREE = industryTree();
const BY_ID = new Map(TREE.map((branch) => [branch.id, branch]));
const BY_NAME = new Map(TREE.flatMap(({ id, name }) => [[wordsOf(id).join(' '), id], [wordsOf(name).join(' '), id]]));

/** The standard list, each wider industry before the narrower ones that belong to it. */
export const INDUSTRIES: readonly Industry[] = TREE.map(({ id, name, above: [parent] }) => (parent === undefined ? { id, name } : { id, name, parent }));

/** Their words are so wide ("industrial", "services") that they give way to whatever else is named. */
const WIDE = new Set(['technology', 'manufacturing', 'professional-service', 'personal-service']);
/** Who trades in goods does not make them: "Furniture Wholesale" is no furniture maker. */
const TRADERS = ['wholesale', 'retail'];
const MAKERS = ['manufacturing', 'agriculture', 'technology'];
/** Between the words of a phrase, and around a name: "Fertigung von Metallerzeugnissen", "software companies". */
const SMALL = new Set(('and und et y e ed en i oraz of the de des du d l la le les los las el al a au aux del dell della dello delle dei degli di do da dos das van der den die das dem fur im in zu zum zur von vom mit voor w z na o os as un une eine for to with other all sonstige andere autres otros altri outros overige inne per por para pour con avec ds'
  + ' company companies industry industries sector sectors branche branchen unternehmen firma firmen entreprise entreprises secteur empresa empresas azienda aziende settore setor bedrijf bedrijven spolka gmbh inc ltd').split(' '));
const E_WORD = /(?<![\p{L}\p{N}])e[-\u2010 ](?=(?:commerce|learning|business|mobilit|health|sport|sant|government)[\p{L}]*)/giu;
const LONGEST = 200;

let words: Lexicon<Branch> | null = null;

/** Ids of the industries that a text names, in any spelling, synonym or language known here, with the wider ones they belong to, the most specific first; [] when it names none. */
export const industriesOf = remember(LONGEST, (text): readonly string[] => {
  const leaves = leavesOf(scan(text).flatMap(({ meanings }) => meanings));
  const found = [...new Set([...leaves, ...leaves.flatMap(({ above }) => above.map((id) => BY_ID.get(id)!))])];
  return found.toSorted((a, b) => b.above.length - a.above.length).map(({ id }) => id);
});

/** The id of the industry that a wanted word means as a whole; null when it is no industry of the list, or several. */
export function industryNamed(word: string): string | null {
  const named = BY_NAME.get(rowOf(word).join(' '));
  if (named !== undefined) return named;
  const row = rowOf(word);
  const hits = scan(word);
  const covered = new Set(hits.flatMap(({ from, to }) => row.slice(from, to).map((_word, index) => from + index)));
  if (row.some((each, index) => !covered.has(index) && !SMALL.has(each))) return null;
  const leaves = leavesOf(hits.flatMap(({ meanings }) => meanings));
  return leaves.length === 1 ? leaves[0]!.id : null;
}

/** The wider industries that one belongs to, from its parent upwards; [] for the widest and for an id that is not of the list. */
export function widerThan(id: string): readonly string[] {
  return BY_ID.get(id)?.above ?? [];
}

function rowOf(text: string): string[] {
  return wordsOf(writtenOut(plain(text.slice(0, LONGEST)).replace(E_WORD, 'e'), vocabulary()));
}

function scan(text: string): ReturnType<Lexicon<Branch>['scan']> {
  return vocabulary().scan(rowOf(text));
}

function vocabulary(): Lexicon<Branch> {
  return words ??= lexicon(TREE.map((branch) => [branch, branch.words.replace(E_WORD, 'e')] as const), { skip: SMALL, best: 'longest' });
}

/** What is meant when these are named together: nothing that only repeats a narrower one in wider words. */
function leavesOf(named: readonly Branch[]): Branch[] {
  const all = [...new Set(named)];
  const within = ({ id, above }: Branch, ids: readonly string[]): boolean => ids.includes(id) || above.some((each) => ids.includes(each));
  const telling = all.some(({ id }) => !WIDE.has(id)) ? all.filter(({ id }) => !WIDE.has(id)) : all;
  const traded = telling.some((each) => within(each, TRADERS)) ? telling.filter((each) => !within(each, MAKERS)) : telling;
  return traded.filter(({ id }) => !traded.some(({ above }) => above.includes(id)));
}
