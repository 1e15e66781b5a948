import { plain } from './word.ts';

/** Something to choose by typing: what is kept, and what is shown. `note` says more, and is not searched. */
export interface Option {
  value: string;
  name: string;
  note?: string;
}

/** The options that a typed text may mean, the likeliest first: those that begin so, that have a word that begins so, that hold it. All of them, in their order, while nothing is typed. */
export function suggest(options: readonly Option[], typed: string): Option[] {
  const wanted = plain(typed).trim();
  if (wanted === '') return [...options];
  const near = options.map((option) => ({ option, rank: rankOf(plain(option.name), wanted) }));
  return near.filter(({ rank }) => rank < 3).toSorted((a, b) => a.rank - b.rank).map(({ option }) => option);
}

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at <= 0) return at === 0 ? 0 : 3;
  for (let next = at; next > 0; next = name.indexOf(wanted, next + 1)) if (!/[\p{L}\p{N}]/u.test(name[next - 1]!)) return 1;
  return 2;
}
