import { uuidv7 } from 'uuidv7';
import { connectors } from '../../crm/catalog.ts';
import { armAt, armBy, disarm } from '../../platform/alarm.ts';
import { giveBackOrigin } from '../../platform/granted.ts';
import { awakeFor } from '../../platform/lifecycle.ts';
import { t } from '../../platform/locale.ts';
import { mayReadOrigin, patternOf } from '../../platform/permission.ts';
import { report } from '../../platform/report.ts';
import { sessionGet, sessionSet } from '../../platform/session.ts';
import { askOnPage, redirectAddress } from '../../platform/web-auth.ts';
import { keyOf } from '../../sites/addresses.ts';
import type { Book } from '../../storage/database.ts';
import { readConnections } from '../../storage/connection.ts';
import { exclusive, hasLocks } from './exclusive.ts';
import { crmHandlers, retry } from './handler.ts';
import { syncerOf, type SyncMeans } from './syncer.ts';
import { vaultOf } from './vault.ts';

/** The alarm of the syncs. */
export const SYNC = 'sync';

/** The syncs and what answers the panel, in the browser. `after` is called when runs have ended, `listed` when a connection came or went. */
export function startCrm(book: Book, clock: () => number, { after, listed }: { after(): Promise<void>; listed(): void }) {
  const session = { get: sessionGet, set: sessionSet };
  const means: SyncMeans = {
    book, session, connectors, clock, keyOf, t, report, after, listed, exclusive, alone: hasLocks, paces: new Map(),
    vault: vaultOf(book, session, { wrongPassphrase: t('crm_wrong_passphrase') }),
    fetch: (url, init) => fetch(url, init),
    pause: (ms) => new Promise((done) => { setTimeout(done, ms); }),
    deadline: (ms) => AbortSignal.timeout(ms),
    newId: uuidv7,
    chance: Math.random,
    web: { redirect: redirectAddress, ask: askOnPage },
    mayReach: (origin) => mayReadOrigin(patternOf(origin)),
    giveBack: (origin) => giveBackOrigin(patternOf(origin)),
    ringAt: (at) => (at === undefined ? disarm(SYNC) : armAt(SYNC, at, clock())),
    ringBy: (at) => armBy(SYNC, at, clock()),
    awake: awakeFor,
  };
  const syncer = syncerOf(means);
  return {
    syncer,
    handlers: crmHandlers(means, syncer),
    /** An origin was granted: what lacked it goes on. */
    granted: () => retry(means, syncer, 'permission'),
    /** The match patterns that were granted for CRMs: their pages are not read. */
    patterns: async () => (await readConnections(book)).map(({ origin }) => patternOf(origin)),
  };
}
