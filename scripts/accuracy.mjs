// npm run accuracy [-- --pages DIR]: reads saved pages with the built extension and writes docs/accuracy.md from what was right.
// The pages and their scorer lie beside the project (../shared/pages); without them their part of the document stays as it is.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { node, option, root, run } from './run.mjs';

const DOCUMENT = join(root, 'docs/accuracy.md');
const FIXTURES = join(root, 'test/sites');
const PARTS = { pages: '<!-- pages -->', fixtures: '<!-- fixtures -->' };
const scratch = mkdtempSync(join(tmpdir(), 'paydirt-accuracy-'));
let code = 0;
try {
  const pages = resolve(root, option('pages', '../shared/pages'));
  const before = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '';
  const stamp = `${new Date().toISOString().slice(0, 10)}, commit ${(await run('git', ['rev-parse', '--short', 'HEAD'], { quiet: true })).out.trim() || 'none'}`;
  const judged = existsSync(join(pages, 'score_pages.mjs')) ? ofPages(await score(pages), stamp) : kept(before, PARTS.pages);
  if (!existsSync(join(pages, 'score_pages.mjs'))) console.log(`NOTICE: no pages and no scorer in ${pages}: only the project's own fixtures are read.`);
  writeFileSync(DOCUMENT, `# Accuracy

Made by \`npm run accuracy\`; do not edit.

${PARTS.pages}
${judged || 'Not taken yet.\n'}
${PARTS.fixtures}
${ofFixtures(compare(FIXTURES, await read(FIXTURES)), stamp)}`);
  console.log(`docs/accuracy.md written${code ? '; some pages could not be read' : ''}.`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(code);

/** What the built content script reads off the pages of a folder: the path of a file with a JSON line a page. */
async function read(folder) {
  const { code: failed, out, text } = await node(join(root, 'scripts/read.mjs'), [folder], { quiet: true });
  if (!out) throw new Error(`Nothing was read:\n${text}`);
  if (failed) code = 1;
  const file = join(scratch, `${readdirSync(scratch).length}.jsonl`);
  writeFileSync(file, out);
  return file;
}

async function score(pages) {
  const { code: failed, out, text } = await node(join(pages, 'score_pages.mjs'), [pages, await read(pages), '--json'], { quiet: true });
  if (failed) throw new Error(`The scorer failed:\n${text}`);
  return JSON.parse(out);
}

function ofPages({ cases, unread, person, company, list, negatives, falsePositives, wrongPerson, rows, fields, perSite }, stamp) {
  const share = (value) => (value === null || value === undefined ? '–' : value.toFixed(3));
  const f1 = ({ precision, recall }) => (precision && recall ? (2 * precision * recall) / (precision + recall) : null);
  const line = (name, one) => `| ${name} | ${one.n} | ${share(one.precision)} | ${share(one.recall)} | ${share('f1' in one ? one.f1 : f1(one))} |`;
  return `## Saved pages

${stamp}. How: \`npm run read\` opens each of ${cases} saved pages (real structure, fictional content) at its own address in real Chromium, offline,
with the built content script; the scorer beside the pages compares what was read with what a careful person read off them. n counts the
pages that show the field. The pages are not part of the project.

Wrong person: **${wrongPerson}**. Taken for a profile: **${falsePositives}** of ${negatives} pages of nobody. Rows of lists: **${rows.hit}** of ${rows.want}. Not read: **${unread}**.

| kind of page | n | precision | recall | F1 |
|---|--:|--:|--:|--:|
${Object.entries({ person, company, list }).map(([name, one]) => line(name, one)).join('\n')}

| field | n | precision | recall | F1 |
|---|--:|--:|--:|--:|
${Object.entries(fields).filter(([, one]) => one.n > 0).map(([name, one]) => line(name, one)).join('\n')}

| site | pages | kind right | F1 of all fields |
|---|--:|--:|--:|
${Object.entries(perSite).map(([site, one]) => `| ${site} | ${one.pages} | ${share(one.kindRight)} | ${share(one.fields.f1)} |`).join('\n')}
`;
}

/** By site: how many fixtures there are, and what of them was read as their JSON says. */
function compare(folder, file) {
  const results = new Map(readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)).map((one) => [one.case, one]));
  const sites = new Map();
  for (const [id, got] of results) {
    const [site] = id.split('/');
    const want = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'));
    const tally = sites.get(site) ?? { pages: 0, kind: 0, fields: 0, right: 0, rows: 0, rowsRight: 0 };
    sites.set(site, tally);
    tally.pages += 1;
    if (got.page === (want.page ?? 'none')) tally.kind += 1;
    for (const [field, value] of Object.entries(asRead(want.fields ?? {}))) {
      tally.fields += 1;
      if (isDeepStrictEqual(got.fields[field]?.value ?? null, value)) tally.right += 1;
    }
    const rows = want.rows ?? [];
    tally.rows += rows.length;
    tally.rowsRight += rows.filter((row, at) => Object.entries(row).every(([name, value]) => isDeepStrictEqual(got.items[at]?.[name], value))).length;
  }
  return [...sites].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Fields as `read` prints them: it counts a person's other profiles among the websites. */
function asRead({ websites = [], profiles = [], ...fields }) {
  return websites.length + profiles.length ? { ...fields, websites: [...websites, ...profiles] } : fields;
}

function ofFixtures(sites, stamp) {
  const of = (right, all) => (all ? `${right} of ${all}` : '–');
  const line = ([site, one]) => `| ${site} | ${one.pages} | ${of(one.kind, one.pages)} | ${of(one.right, one.fields)} | ${of(one.rowsRight, one.rows)} |`;
  const total = ['all', sites.map(([, one]) => one).reduce((sum, one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value + (sum[key] ?? 0)])), {})];
  return `## The project's own fixtures

${stamp}. How: the same way of reading, with the synthetic pages of \`test/sites\`; a value is right when it equals the fixture's to the letter; only what a fixture lists is judged.

| site | pages | kind right | fields right | rows right |
|---|--:|--:|--:|--:|
${[...sites, total].map(line).join('\n')}
`;
}

/** The part of an earlier document between its mark and the next. */
function kept(document, mark) {
  return document.split(mark)[1]?.split('<!-- ')[0]?.trimStart() ?? '';
}
