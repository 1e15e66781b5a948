// Which share of titles and industries is read right, over the tables of the tests. The misses are told on the side.
import { load } from '../scripts/bundle.mjs';

const LEAST = 0.95;

export async function titleShares() {
  const { mended, never } = (await load('bench/read-right.ts')).titles();
  return [
    ...Object.entries(mended).map(([what, share]) => row(`titles: ${what} read right`, share, { least: LEAST, decides: true, how: `share of the ${share.texts} titles of all tables in test/domain/title.*.table.ts but the last, from O*NET and ESCO names in eight languages and some more; the tables say what was right at first sight` })),
    ...Object.entries(never).map(([what, share]) => row(`titles nothing was mended for: ${what} read right`, share, { how: `share of the ${share.texts} titles in test/domain/title.unseen.table.ts that no rule and no word was ever mended for: what to expect of others` })),
  ];
}

export async function industryShares() {
  const share = (await load('bench/read-right.ts')).industries();
  return [row('industries read right', share, { least: LEAST, decides: true, how: `share of the ${share.texts} texts in test/domain/industry.table.ts whose narrowest industries are exactly those that were meant; the tables say what was right at first sight` })];
}

function row(name, { texts, right, misses }, more) {
  if (misses.length > 0) console.error(`${name}: ${misses.length} of ${texts} are not\n${misses.map((miss) => `  ${miss}`).join('\n')}`);
  return { name, value: right / texts, unit: '', ...more };
}
