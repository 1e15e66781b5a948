import { uuidv7 } from 'uuidv7';
import { webUrl } from '../domain/identity.ts';
import { checkPageSeen } from '../messages/draft-check.ts';
import { checkTab, checkTeach } from '../messages/teach-check.ts';
import { serve } from '../messages/serve.ts';
import { readNear } from '../platform/gazetteer.ts';
import { onAlarm } from '../platform/alarm.ts';
import { onOriginsChange, readGrantedOrigins } from '../platform/granted.ts';
import { onMessage } from '../platform/messaging.ts';
import { onNotificationButton, onNotificationClick } from '../platform/notification.ts';
import { onInstalled, onStartup } from '../platform/lifecycle.ts';
import { report } from '../platform/report.ts';
import { activeTab, onTabChange, onTabClosed, openOwnPage, tabOf } from '../platform/tabs.ts';
import { onCommand, onIconClick, openPanel } from '../platform/toolbar.ts';
import { openBook } from '../storage/database.ts';
import { BACKUP, startBackups } from './backup/start.ts';
import { startCrm, SYNC } from './crm/start.ts';
import { forgetTab, keepSeen, readTab, recipesAt, refreshIcons, seenOf } from './current.ts';
import { answerDoorbell, DIGEST, DOORBELL, snoozeDigest } from './doorbell.ts';
import { countSeen } from './health.ts';
import { markBook } from './mark.ts';
import { endErasures, PURGE } from './purge.ts';
import { saveTab } from './save.ts';
import { piecesOf, teachTab } from './teach.ts';

/**
 * The worker is a table of listeners, all registered in its first turn. It may be killed between any two lines: what it
 * must not forget is in the book or in session storage, and every wake-up looks at the due times again.
 */
const book = openBook({ readNear });
const clock = Date.now;
const backups = startBackups(book, clock, () => Promise.all([refreshIcons(book), answerDoorbell(book, clock)]));
const lookAtBackups = (): void => void backups.look().catch(report);
const wake = (): void => {
  void answerDoorbell(book, clock).catch(report);
  void endErasures(book, clock).catch(report);
  lookAtBackups();
  void markBook(book, clock).catch(report);
};
const readGranted = (): void => void crm.patterns().then(readGrantedOrigins).catch(report);
const crm = startCrm(book, clock, { after: () => answerDoorbell(book, clock), listed: readGranted });

const answer = serve<'worker'>({
  'page.seen': {
    from: 'page',
    parse: checkPageSeen,
    answer: async (seen, { tabId, url }) => {
      // a page may speak for its own site alone
      if (tabId === undefined || new URL(seen.url).origin !== new URL(url).origin) return null;
      // and no longer once the site was taken away: our script stays in the pages that are open
      if (!webUrl((await tabOf(tabId))?.url)) return null;
      await keepSeen(book, tabId, seen);
      await countSeen(book, tabId, seen, clock());
      return null;
    },
  },
  'tab.read': {
    from: 'panel',
    parse: checkTab,
    answer: async ({ tabId }) => {
      const read = await readTab(book, tabId);
      return read.ok ? { seen: read.value } : { failure: read.failure };
    },
  },
  'page.recipes': {
    from: 'page',
    parse: () => null,
    answer: async (_nothing, { url }) => recipesAt(book, new URL(url)),
  },
  'tab.pieces': {
    from: 'panel',
    parse: checkTab,
    answer: async ({ tabId }) => {
      const pieces = await piecesOf(tabId);
      return pieces.ok ? { pieces: pieces.value } : { failure: pieces.failure };
    },
  },
  'tab.teach': {
    from: 'panel',
    parse: checkTeach,
    answer: async (what) => {
      const taught = await teachTab(book, what);
      return taught.ok ? taught.value : { failure: taught.failure };
    },
  },
  'book.changed': {
    from: 'panel',
    parse: () => null,
    answer: async () => {
      await Promise.all([refreshIcons(book), answerDoorbell(book, clock), endErasures(book, clock), crm.syncer.changed(), markBook(book, clock)]);
      lookAtBackups();
      return null;
    },
  },
  ...crm.handlers,
  ...backups.handlers,
}, report);

onMessage(answer);

onInstalled(() => { wake(); readGranted(); });
onStartup(() => { wake(); readGranted(); });
onOriginsChange(() => {
  readGranted();
  void crm.granted().catch(report);
});
onAlarm((name) => {
  if (name === DOORBELL || name === PURGE) wake();
  if (name === BACKUP) lookAtBackups();
  if (name === SYNC) void crm.syncer.all('alarm').catch(report);
});
onIconClick((tab) => {
  openPanel(tab.windowId);
  if (tab.id !== undefined) void readTab(book, tab.id).catch(report);
});
onCommand((name, tabId) => {
  if (name !== 'save-prospect') return;
  const save = async (): Promise<void> => {
    const id = tabId ?? (await activeTab())?.id;
    if (id === undefined) return;
    await saveTab(book, id, clock);
    await crm.syncer.changed();
  };
  void save().catch(report);
});
onTabClosed((tabId) => void forgetTab(tabId).catch(report));
onTabChange(({ id }) => {
  // a tab that went elsewhere shows nobody any more; where we may not look it has no address for us
  const check = async (): Promise<void> => {
    const here = webUrl((await tabOf(id))?.url);
    const seen = await seenOf(id);
    if (seen && here?.origin !== new URL(seen.url).origin) await forgetTab(id);
  };
  void check().catch(report);
});
const openFrom = (id: string): void => void openOwnPage(id === DIGEST ? 'src/panel/index.html#/today' : 'src/panel/index.html#/page').catch(report);
onNotificationClick(openFrom);
onNotificationButton((id, button) => {
  if (id === DIGEST && button === 1) void snoozeDigest(book, clock, uuidv7()).then(() => crm.syncer.changed()).catch(report);
  else openFrom(id);
});
wake();
void crm.syncer.all('woken').catch(report);
