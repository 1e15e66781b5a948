// What it costs to score everybody again after an ICP was edited, and to score one.
import { asScript } from '../scripts/bundle.mjs';
import { start } from './browser.mjs';
import { summary } from './statistic.mjs';

/** Scores `count` fictional people in an extension page, `repeats` times for each kind of edit. */
export async function scoreTimes({ count, repeats }) {
  const browser = await start();
  try {
    const code = await asScript('bench/score.ts', 'benchScore');
    const { cold, word, weight, whole, one } = await browser.control.evaluate(`(async () => { ${code}; return benchScore.score(${JSON.stringify({ count, repeats })}); })()`);
    const n = count.toLocaleString('en');
    const how = `the people index in an extension page, an ICP of eight criteria, ${repeats} times; slices as the panel gets its turn between them`;
    const took = (runs) => summary(runs.map((run) => run.took));
    return [
      { name: `${n} people scored after an edit of one criterion`, ...took(word), unit: 'ms', limit: 400, how },
      { name: `${n} people scored after an edit of a weight`, ...took(weight), unit: 'ms', limit: 400, how },
      { name: `${n} people scored after an edit of every criterion`, ...took(whole), unit: 'ms', limit: 400, how },
      { name: `${n} people scored for the first time (their texts are prepared)`, value: cold.took, unit: 'ms', how },
      { name: 'longest slice after an edit', value: Math.max(...[word, weight, whole].flat().map((run) => run.longest)), unit: 'ms', limit: 50, how },
      { name: 'longest slice the first time', value: cold.longest, unit: 'ms', limit: 50, how },
      { name: 'every criterion edited, over one', value: took(whole).value / took(word).value, unit: 'x', how },
      { name: 'one person scored, with every reason', ...summary(one), unit: 'ms', limit: 0.2, how: `the same ICP, a full profile, 200 at a time, ${repeats} times` },
    ];
  } finally {
    await browser.close();
  }
}
