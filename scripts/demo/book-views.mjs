// Everything a book goes through, for the pictures of `npm run screenshots -- --all`: brought in from a file, searched, compared, changed
// many at once, handed out, backed up, restored, reviewed, lost. All people are fictional.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putRows, rows } from '../../test/e2e/book.mjs';
import * as the from '../../test/e2e/selectors.mjs';
import { contacts, person } from './book-people.mjs';
import { backUpAndLose, privacy } from './safe-views.mjs';

const DAY = 86_400_000;
const id = (name) => `[data-testid="${name}"]`;
const TWICE = [
  person('ada-twice', 'Ada Lovelace-Example', { company: 'Analytical Engines Example', title: 'CTO', location: 'London', phones: ['+44 20 5550 0123'], emails: ['ada@analytical.example', 'ada.lovelace-example@analytical-engines.example'], tags: ['fair'] }, 9),
  person('ada-again', 'Example, Ada Lovelace', { site: 'x', company: 'Analytical Engines Example Ltd', title: 'Chief Technology Officer', location: 'London', phones: ['020 5550 0123'], about: 'Writes about machines that weave algebraic patterns, and the people who pay for them. Speaks at fairs.', stage: 'meeting', tags: ['web'] }, 5),
  person('bob-twice', 'Robert Tester', { company: 'Sample Works' }, 4),
  person('bob-again', 'Bob Tester', { site: 'x', company: 'Sample Works' }, 3),
];

/** Goes through all of it with `panel`; `every(name)` takes the pictures of what is shown. Ends with a book that cannot be opened. */
export async function bookViews({ session, panel, every }) {
  const folder = mkdtempSync(join(tmpdir(), 'paydirt-views-'));
  const go = (place, of, see) => panel.evaluate((to) => { document.activeElement?.blur?.(); location.hash = to; }, the.place(place, of)).then(() => see && panel.see(see));
  const give = async (input, name, content) => {
    writeFileSync(join(folder, name), content);
    await panel.see(input);
    await panel.upload(input, join(folder, name));
  };
  const reload = async () => { await panel.page.reload(); await panel.see(the.panel); };
  try {
    await bringIn({ panel, every, go, give });
    await findAndChange({ session, panel, every, go, reload });
    await compareTwo({ session, panel, every, go, reload });
    await handOut({ panel, every, go, give });
    await privacy({ session, panel, every, go, reload });
    await backUpAndLose({ session, panel, every, go, give });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bringIn({ panel, every, go, give }) {
  await go('import', '', id('import-drop'));
  await every('import-pick');
  await give(id('import-file'), 'holiday.json', '{"format":"something else"}');
  await panel.see(`${the.importFailed}, ${id('import-no')}`);
  await every('import-unreadable');
  await panel.clickNamed('Close');
  await give(id('import-file'), 'contacts-from-hubspot-2026.csv', contacts(480));
  await panel.see(id('import-column'));
  await every('import-mapping');
  await panel.press('c');
  await panel.see(id('import-counted'));
  await panel.click(`.result:has(${id('import-refused')}) summary`);
  await every('import-dry-run');
  await panel.press('s');
  await panel.see(id('import-ended'));
  await every('import-done');
  await panel.click(id('import-close'));
  await panel.see(id('past-import'));
  await panel.click(id('spend-add'));
  await every('import-past');
  await give(id('import-file'), 'many.csv', contacts(60_000, 1_000));
  await panel.see(id('import-column'));
  await panel.press('c');
  await panel.see(id('import-progress'));
  await every('import-counting', [360]);
  await panel.until((css) => document.querySelector(css) !== null, id('import-counted'), 'the rows to be counted', 120_000);
  await panel.press('s');
  await panel.until((css) => (document.querySelector(css)?.value ?? 0) >= 2_000, `${id('import-progress')} progress`, 'some rows to be stored');
  await every('import-running', [360]);
  await panel.click(id('import-stop'));
  await panel.see(id('import-ended'));
  await every('import-stopped');
  await panel.click(id('import-undo'));
  await panel.until((css) => !document.querySelector(css), id('import-ended'), 'the import to be taken back', 120_000).catch(() => undefined);
  await every('import-undone');
  if (await panel.count(id('import-close'))) await panel.click(id('import-close'));
}

async function findAndChange({ session, panel, every, go, reload }) {
  const now = Date.now();
  const some = (await rows(session, 'prospects')).slice(0, 120);
  const touches = some.flatMap(({ id: prospectId }, at) => Array.from({ length: at % 5 }, (_, nth) => ({ id: `view-touch-${at}-${nth}`, prospectId, channel: ['email', 'linkedin', 'call'][nth % 3], direction: 'out', outcome: nth % 3 === 2 ? 'no-answer' : 'sent', at: now - (nth + 2) * 9 * DAY, createdAt: now - nth * DAY, updatedAt: now })));
  await putRows(session, { touches, prospects: some.map((one, at) => ({ ...one, createdAt: one.createdAt - (at % 60) * DAY, stage: ['new', 'working', 'engaged', 'meeting'][at % 4] })), journal: some.map(({ id: prospectId }) => ({ prospectId })) });
  await reload();
  await go('people', '', the.personRow);
  await panel.fill(the.peopleSearch, 'amelie sales');
  await panel.until(() => document.querySelector('mark') !== null, undefined, 'what was found to be marked');
  await every('people-search');
  await panel.fill(the.peopleSearch, 'zzzzqq');
  await panel.until((css) => !document.querySelector(css), the.personRow, 'nobody to be found');
  await every('people-none');
  await panel.fill(the.peopleSearch, '');
  await panel.press('Escape');
  await panel.evaluate(() => document.activeElement?.blur?.());
  await panel.see(the.personRow);
  await panel.size(1180, 780);
  await panel.click(id('people-columns'));
  await panel.see(id('column-choice'));
  await every('people-columns');
  await panel.size(1180, 780);
  await panel.press('Escape');
  await panel.evaluate((css) => { const open = document.querySelector(css); if (open) document.querySelector('[data-testid="people-columns"]').click(); document.activeElement?.blur?.(); }, id('column-choice'));
  await panel.press('Home');
  for (const key of ['x', 'Shift+J', 'Shift+J']) await panel.press(key);
  await panel.see(id('selection-bar'));
  await every('people-selected');
  await panel.press('Control+a');
  await panel.press('b');
  await panel.see(id('bulk-menu'));
  await every('bulk-menu');
  await panel.page.keyboard.type('add a tag');
  await panel.press('Enter');
  await panel.until((css) => document.querySelector(css)?.value === '', id('palette-input'), 'the second question');
  await panel.fill(id('palette-input'), 'fair 2026');
  await every('bulk-tag');
  await panel.press('Enter');
  await panel.see(id('progress')).catch(() => undefined);
  await panel.see(the.toast);
  await every('bulk-done');
  for (const [what, box] of [['follow', 'bulk-when'], ['erase', 'bulk-erase']]) {
    if (await panel.count(id('selection-bar')) === 0) await panel.press('Control+a');
    await panel.press('b');
    await panel.see(id('palette-input'));
    await panel.fill(id('palette-input'), what);
    await panel.press('Enter');
    await panel.see(id(box));
    if (box === 'bulk-when') await panel.fill(id(box), 'tomorrow 9am');
    await every(box);
    await panel.press('Escape');
    await panel.press('Escape');
  }
  if (await panel.count(id('selection-bar')) === 0) await panel.press('Control+a');
  await panel.press('b');
  for (const word of ['change the stage', 'nurture']) {
    await panel.until((css) => document.querySelector(css)?.value === '', id('palette-input'), 'the next question');
    await panel.fill(id('palette-input'), word);
    await panel.press('Enter');
  }
  await panel.see(the.asideForm);
  await panel.press('1');
  await panel.fill(the.asideUntil, 'in 6 months');
  await every('bulk-not-now');
  await panel.press('Escape');
  await panel.press('Escape');
  for (const report of ['over-touched', 'gaps', 'neglected']) {
    await go('reports', '', id('report-what'));
    await panel.evaluate((css) => document.querySelector(css).click(), the.report(report));
    await every(`report-${report}`);
  }
}

async function compareTwo({ session, panel, every, go, reload }) {
  await go('duplicates', '', '.empty');
  await every('duplicates-none');
  await putRows(session, { prospects: TWICE, notes: [{ id: 'view-note', prospectId: 'ada-again', text: 'likes engines', createdAt: 1, updatedAt: 1 }], journal: TWICE.map(({ id: prospectId }) => ({ prospectId })) });
  await reload();
  await go('people', '', id('people-duplicates'));
  await every('people-full');
  await panel.click(id('people-duplicates'));
  await panel.see(id('review'));
  await every('duplicates');
  await panel.press('m');
  await panel.see(the.undo);
  await every('duplicates-merged');
  const { id: one } = (await rows(session, 'prospects')).find(({ merged }) => merged) ?? {};
  if (one) {
    await go('person', one, id('merged-with'));
    await panel.evaluate((css) => document.querySelector(css).scrollIntoView({ block: 'center' }), id('merged-with'));
    await every('person-merged');
  }
}

async function handOut({ panel, every, go, give }) {
  await go('people', '', the.exportPeople);
  await panel.press('e');
  await panel.see(the.exportWho);
  await every('export');
  await panel.choose(the.exportFormat, 'mailchimp');
  await every('export-mailchimp');
  await panel.download(() => panel.click(the.exportStart));
  await panel.see(the.exportResult);
  await every('export-done');
  await panel.press('Escape');
  await go('playbook', '', the.playbookSave);
  await every('playbook');
  await panel.click(the.playbookStarter('agency'));
  await panel.see(the.playbookCompared);
  await every('playbook-starter');
  await panel.click(the.playbookTake);
  await panel.gone(the.playbookTake);
  await panel.fill(the.playbookHead('name'), 'Team Nord');
  const { text } = await panel.download(() => panel.click(the.playbookSave));
  const file = JSON.parse(text);
  Object.assign(file.templates[0], { name: 'Cold call, rewritten' });
  file.icps.find(({ id: of }) => of === 'starter-agency')?.criteria.pop();
  await give(the.playbookFile, 'team-south.playbook.json', JSON.stringify(file));
  await panel.see(the.playbookCompared);
  await panel.evaluate(() => document.querySelector('main').scrollTo(0, 0));
  await every('playbook-differences');
  await panel.click(the.playbookClose);
  await give(the.playbookFile, 'no.playbook.json', '{"format":"paydirt-book"}');
  await panel.see(the.playbookFailed);
  await every('playbook-failed');
}
