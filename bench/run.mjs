// npm run bench [-- --json] [--write] [--only size,running,script,save,panel,today,scores,sync,wake,requests,enrol,bulk,file,import,export,backup,navigate,scale,titles,industries] [--quick]
// Benchmarks of the production build in real Chromium. The exit code is 1 when a size, a count or a ratio misses its limit;
// times of this machine are shown and never fail the run. `--write` makes docs/bench.md of it, and docs/scale.md with its drawing of `scale` (alone: nothing else).
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { flag, option, root, run } from '../scripts/run.mjs';
import { backupTimes } from './backup.mjs';
import { obstacle, start } from './browser.mjs';
import { bulkTimes } from './bulk.mjs';
import { enrolTimes } from './enrol.mjs';
import { exportTimes } from './export.mjs';
import { fileTimes } from './file.mjs';
import { navigate } from './navigate.mjs';
import { panelTimes } from './panel.mjs';
import { requestCounts } from './request-count.mjs';
import { industryShares, titleShares } from './read-right.mjs';
import { saveTimes } from './save.mjs';
import { importTimes } from './import.mjs';
import { scaleDrawing, scalePage } from './scale-page.mjs';
import { scaleTimes } from './scale.mjs';
import { leftRunning, scriptTimes } from './script-time.mjs';
import { scoreTimes } from './score.mjs';
import { sizes } from './size.mjs';
import { syncTimes } from './sync.mjs';
import { todayTimes } from './today.mjs';
import { wakeTimes } from './wake.mjs';
import { asMarkdown, asText, fails, verdict } from './table.mjs';

const quick = flag('quick');
const PARTS = {
  size: async () => sizes(),
  running: () => leftRunning(),
  script: () => scriptTimes({ repeats: quick ? 3 : 7 }),
  save: async () => [...await saveTimes({ profiles: quick ? 5 : 24 }), ...quick ? [] : await saveTimes({ profiles: 20, book: 10_000 })],
  panel: () => panelTimes({ repeats: quick ? 5 : 21 }),
  today: () => todayTimes({ repeats: quick ? 3 : 11 }),
  scores: () => scoreTimes({ count: 100_000, repeats: quick ? 3 : 9 }),
  sync: () => syncTimes({ people: quick ? 1_000 : 10_000, strangers: quick ? 10_000 : 100_000, repeats: quick ? 2 : 5 }),
  wake: () => wakeTimes({ count: 50_000, repeats: quick ? 3 : 9 }),
  requests: () => requestCounts(),
  enrol: () => enrolTimes({ count: 200, people: 2_000, repeats: quick ? 3 : 9 }),
  bulk: () => bulkTimes({ people: quick ? 10_000 : 100_000, count: quick ? 1_000 : 10_000 }),
  file: () => fileTimes({ megabytes: quick ? 40 : 200, repeats: quick ? 2 : 4 }),
  import: () => importTimes({ count: quick ? 10_000 : 100_000, repeats: quick ? 2 : 4 }),
  export: () => exportTimes({ count: quick ? 10_000 : 100_000, repeats: quick ? 3 : 5 }),
  backup: () => backupTimes({ count: quick ? 2_000 : 100_000, repeats: quick ? 2 : 1 }),
  navigate: () => navigate({ profiles: quick ? 20 : 100 }),
  scale: () => scaleTimes({ books: quick ? [1_000, 10_000] : [1_000, 10_000, 100_000], repeats: quick ? 3 : 7 }),
  titles: () => titleShares(),
  industries: () => industryShares(),
};

const why = obstacle();
const parts = option('only')?.split(',') ?? Object.keys(PARTS);
const unknown = parts.find((part) => !Object.hasOwn(PARTS, part));
if (why || unknown) {
  console.error(why ?? `--only is one or more of ${Object.keys(PARTS).join(', ')}, not ${unknown}.`);
  process.exit(2);
}

const rows = [];
for (const part of parts) {
  const began = Date.now();
  rows.push(...await PARTS[part]());
  if (!flag('json')) console.error(`${part}: ${((Date.now() - began) / 1_000).toFixed(0)} s`);
}
const facts = await circumstances();
if (flag('json')) console.log(JSON.stringify({ ...facts, passed: !rows.some(fails), rows: rows.map((row) => ({ ...row, verdict: verdict(row), fails: fails(row) })) }, null, 1));
else console.log(`${asText(rows)}\n\n${lineOf(facts)}\n${rows.filter(fails).length} of ${rows.filter(({ decides }) => decides).length} limits that decide were missed, ${rows.filter((row) => !row.decides && verdict(row) === 'over').length} times are over theirs on this machine.`);
if (flag('write')) {
  const scale = rows.filter(({ people }) => people !== undefined);
  if (scale.length > 0) {
    writeFileSync(join(root, 'docs/scale.md'), scalePage(scale, { facts: lineOf(facts) }));
    writeFileSync(join(root, 'docs/scale.svg'), scaleDrawing(scale));
  }
  if (scale.length < rows.length) writeFileSync(join(root, 'docs/bench.md'), asMarkdown(rows, { facts: lineOf(facts) }));
}
process.exit(rows.some(fails) ? 1 : 0);

async function circumstances() {
  const browser = await start();
  await browser.close();
  const { code, out } = await run('git', ['rev-parse', '--short', 'HEAD'], { quiet: true });
  const [processor] = cpus();
  return { date: new Date().toISOString().slice(0, 10), commit: code === 0 ? out.trim() : 'none', chromium: browser.version, processor: processor?.model.trim() ?? 'unknown', cores: cpus().length, load: loadavg()[0] };
}

function lineOf({ date, commit, chromium, processor, cores, load }) {
  return `${date}, commit ${commit}, Chromium ${chromium}, ${cores} cores (${processor}), load ${load.toFixed(1)}.`;
}
