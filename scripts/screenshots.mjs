// npm run screenshots: the pictures of the README, made from the running extension with fictional people, into docs/screenshots/.
// With `-- --all` also every view in both themes, narrow and wide, into artifacts/screens/: for whoever judges the design; with `-- --book` only
// those of a book's life (files in and out, duplicates, bulk, privacy, backups). `--widths 360,1280` takes other widths.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureBrowsers, ensureModules } from './install.mjs';
import { flag, option, root } from './run.mjs';

await ensureModules();
if (!(await ensureBrowsers({ need: ['chromium'] })).chromium) process.exit(1);
console.log(await build('chrome'));
const { open } = await import('../test/e2e/chromium.mjs');
const the = await import('../test/e2e/selectors.mjs');
const { passTime } = await import('../test/e2e/book.mjs');
const linkedin = await import('./demo/linkedin.mjs');
const { answer } = await import('./demo/site.mjs');
const { people } = await import('./demo/people.mjs');
const { answerCrm, connectDemo } = await import('./demo/crm.mjs');
const { qualifyDemo } = await import('./demo/qualify.mjs');
const { bookViews } = await import('./demo/book-views.mjs');

const DAY = 86_400_000;
const NARROW = [400, 860];
const WIDE = [1180, 780];
const WIDTHS = option('widths', '320,400,1180').split(',').map(Number);
const DOCS = join(root, 'docs/screenshots');
const ALL = join(root, 'artifacts/screens');
for (const folder of [DOCS, ALL]) mkdirSync(folder, { recursive: true });

/** Takes pictures of one panel: `take` one as it is asked for, `every` one in both themes and all widths. */
function camera(panel) {
  const take = async (folder, name, [width, height], theme) => {
    await panel.size(width, height);
    await panel.theme(theme);
    await new Promise((done) => setTimeout(done, 350));
    await panel.shot(join(folder, `${name}.png`));
  };
  const every = async (name, widths = WIDTHS) => {
    if (!flag('all') && !flag('book')) return;
    for (const theme of ['light', 'dark']) for (const width of widths) await take(ALL, `${name}-${width}-${theme}`, [width, width < 760 ? 860 : 780], theme);
    await panel.size(...NARROW);
  };
  return { take, every };
}

/** A day of work with the demo's people. */
async function dayOfWork(session) {
  const [ada, ...others] = people;
  const page = await session.openPage(linkedin.ADDRESS(ada));
  const panel = await session.openPanel(page);
  await panel.see(the.save);
  const { take, every } = camera(panel);
  for (const place of ['today', 'people', 'accounts']) {
    await panel.evaluate((to) => { location.hash = to; }, the.place(place));
    await every(`${place}-empty`);
  }
  await panel.evaluate(() => { location.hash = '#/page'; });
  await panel.see(the.save);
  await panel.fill(the.noteInput, 'Rebuilding how they prospect; asked for a demo after the quarter ends.');
  await panel.fill(the.followupInput, 'next tue 9am');
  await panel.click('.fit-head');
  await take(DOCS, 'draft', NARROW, 'light');
  await every('draft');
  await panel.click(the.save);
  await panel.see(the.known);
  for (const [list, tag] of [['Berlin trip', 'logistics']]) {
    for (const [box, text] of [[the.listInput, list], [the.tagInput, tag]]) {
      await panel.fill(box, text);
      await panel.focus(box);
      await panel.press('Enter');
    }
  }
  for (const [at, person] of others.entries()) {
    const tab = await session.openPage(linkedin.ADDRESS(person));
    const beside = await session.openPanel(tab);
    await beside.see(the.save);
    await beside.fill(the.followupInput, ['in 3 days', 'in 2 days', '2w', 'in 4 days', 'tomorrow', '3w', 'in 5 days', 'next month', 'in 3 days'][at % 9]);
    await beside.click(the.save);
    await beside.see(the.known);
    if (at === 1) await every('record-beside');
    await beside.close();
    await tab.close();
  }
  await panel.evaluate(() => { document.activeElement?.blur(); document.querySelector('main').scrollTo(0, 0); });
  await take(DOCS, 'saved', NARROW, 'dark');
  await every('saved');
  await passTime(session, 5 * DAY);
  await qualifyDemo(session, Date.now());
  /** `size` and `theme` as the README shows it; without them it is for the judges alone. */
  const show = async (hash, ready, name, size, theme) => {
    await panel.evaluate((to) => { location.hash = to; }, hash);
    await panel.see(ready);
    if (size) await take(DOCS, name, size, theme);
    await every(name);
  };
  await panel.evaluate(() => location.reload()).catch(() => undefined);
  await panel.see(the.panel);
  await show(the.place('today'), the.todayItem, 'today', NARROW, 'light');
  await show(the.place('people'), the.personRow, 'people', WIDE, 'light');
  await panel.press('m');
  await panel.see('[data-testid="fit-map"]');
  await take(DOCS, 'map', WIDE, 'light');
  await every('map');
  await panel.press('m');
  await panel.press('f');
  await panel.see('[data-testid="segment-editor"]');
  await panel.click('[data-testid="condition-add"]');
  await every('segment');
  await panel.press('Escape');
  await panel.see(the.personRow);
  await panel.evaluate(() => { document.querySelector('[data-testid=person-row]').click(); });
  await panel.see(the.historyRow);
  await every('person');
  await show(the.place('accounts'), 'a[href^="#/account/"]', 'accounts');
  await show(the.place('icp'), 'main input', 'icp');
  await panel.evaluate((to) => { location.hash = to; }, the.place('inbox'));
  await panel.see(the.inboxItem);
  await every('inbox');
  await panel.evaluate((to) => { location.hash = to; }, the.place('personas'));
  await panel.see(the.starterOffer);
  await every('personas-empty');
  await panel.click(the.starter('saas'));
  await panel.see(the.personaRow);
  await every('personas');
  await panel.evaluate((to) => { location.hash = to; }, the.place('rule'));
  await panel.see('[data-testid="rule-preview"]');
  await every('rule');
  await show(the.place('settings'), the.exportJson, 'settings');

  await connectDemo(session, Date.now());
  await answerCrm(panel);
  await panel.page.reload();
  await show(the.place('connection', 'twenty'), the.question, 'connection', WIDE, 'light');
  await show(the.place('connection', 'hubspot'), the.previewOf('matched'), 'first-sync');
  if (flag('all')) {
    await panel.evaluate((to) => { location.hash = to; }, the.place('settings'));
    await panel.see(the.connectionRow);
    await every('connections');
    for (const id of ['odoo', 'signed-out', 'locked', 'waiting', 'offline', 'wrong', 'paused']) {
      await panel.evaluate((to) => { location.hash = to; }, the.place('connection', id));
      await panel.see(the.nextStep);
      await every(`connection-${id}`);
    }
    await panel.evaluate((to) => { location.hash = to; }, the.place('connect', 'twenty'));
    await panel.see(the.crmTry);
    await every('connect');
  }
}

async function inBrowser(work) {
  const session = await open({ answer });
  try {
    await work(session);
  } finally {
    await session.close();
  }
}

if (!flag('book')) await inBrowser(dayOfWork);
if (flag('all') || flag('book')) {
  await inBrowser(async (session) => {
    const panel = await session.openPanel();
    await panel.see(the.panel);
    await bookViews({ session, panel, ...camera(panel) });
  });
}
console.log(`pictures in ${[...flag('book') ? [] : ['docs/screenshots'], ...flag('all') || flag('book') ? ['artifacts/screens'] : []].join(' and ')}`);
