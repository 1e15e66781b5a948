// What keeps a book lawful and safe, for the pictures of `npm run screenshots -- --all`.
import { putRows } from '../../test/e2e/book.mjs';
import * as the from '../../test/e2e/selectors.mjs';
import { FIRST, LAST, person, TITLES } from './book-people.mjs';

const id = (name) => `[data-testid="${name}"]`;

/** Whom is kept and for how long, what is held of one, who is not to be contacted, what lies where. */
export async function privacy({ session, panel, every, go, reload }) {
  const old = Array.from({ length: 14 }, (_, at) => person(`old-${at}`, `${FIRST[at % 12]} ${LAST[at % 8]}`, { title: TITLES[at % 6], company: `Old Company ${at}` }, 1_100 + at));
  await putRows(session, { prospects: old, journal: old.map(({ id: prospectId }) => ({ prospectId })), settings: [{ key: 'privacy', value: { basis: 'legitimate-interest', note: '', keepMonths: 24, undoMinutes: 10 } }] });
  await reload();
  await go('privacy', 'review', id('review-row'));
  await every('privacy-review');
  for (const key of ['j', 'x', 'j', 'x']) await panel.press(key);
  await every('privacy-review-selected');
  await panel.press('m');
  await panel.see(the.keepReason);
  await every('privacy-keep');
  await panel.press('Escape');
  await go('privacy', 'lookup', the.lookupInput);
  await panel.fill(the.lookupInput, 'nobody@example.com');
  await panel.press('Enter');
  await panel.see(the.lookupAnswer);
  await every('privacy-lookup-nothing');
  await panel.fill(the.lookupInput, 'ada@analytical.example');
  await panel.press('Enter');
  await panel.see(id('lookup-md'));
  await every('privacy-lookup');
  await go('privacy', 'list', the.listText);
  await every('privacy-list');
  await panel.fill(the.listText, 'ada@analytical.example\n@competitor.example\nstranger@example.com\nno address');
  await panel.click(the.listCheck);
  await panel.see(the.listPlan);
  await every('privacy-list-plan');
  for (const tab of ['kept', 'requests']) {
    await go('privacy', tab, 'main h1');
    await every(`privacy-${tab}`);
  }
  await go('person', 'old-3', the.erase);
  await panel.click(the.erase);
  await panel.until(() => !location.hash.includes('old-3'), undefined, 'the page to be left');
  await go('privacy', '', the.erasure);
  await every('privacy-erasure');
}

/** Copies, the way back, and a book that is gone or cannot be opened: it is lost in the end. */
export async function backUpAndLose({ session, panel, every, go, give }) {
  await go('backups', '', the.backupNow);
  await every('backups-empty');
  const backUp = () => panel.download(() => panel.click(the.backupNow));
  const { name, bytes } = await backUp();
  await panel.until((css) => !document.querySelector(css)?.disabled, the.backupNow, 'the backup to be over');
  await panel.see(the.backupLine);
  await every('backups');
  await panel.evaluate(() => { for (const one of document.querySelectorAll('main details')) one.open = true; });
  await every('backups-open');
  await give(the.restoreFile, name, bytes);
  await panel.see(the.restoreRead);
  await panel.evaluate((css) => document.querySelector(css).scrollIntoView({ block: 'center' }), the.restoreRead);
  await every('restore-preview');
  await panel.clickNamed('Cancel', the.restoreRead);
  await give(the.restoreFile, 'holiday.csv', 'name,company\nAda,Acme\n');
  await panel.see(the.restoreFailed);
  await every('restore-failed');
  await session.ask(() => new Promise((done) => { const request = indexedDB.deleteDatabase('paydirt'); request.onsuccess = request.onerror = request.onblocked = () => done(); }));
  await panel.page.reload();
  await panel.see(the.troubleLost);
  await every('lost');
  await panel.evaluate(() => { location.href = 'about:blank'; });
  await session.killWorker();
  await session.ask(() => new Promise((done, fail) => {
    const request = indexedDB.open('paydirt', 9_990);
    request.onsuccess = () => { request.result.close(); done(); };
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error('blocked'));
  }));
  await panel.goto(`${session.extensionOrigin}/${the.PANEL}`);
  await panel.see(the.recovery);
  await every('recovery');
}
