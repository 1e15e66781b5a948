import type { RemoteField } from '../../crm/connector.ts';
import { words } from '../../crm/answer.ts';
import type { Failure, Result } from '../../domain/failure.ts';
import type { SyncKind } from '../../domain/sync/record.ts';
import type { CrmField, KindTo, Reply } from '../../messages/contract.ts';
import { checkConnect, checkConnection, checkPassphrase, checkSignIn } from '../../messages/crm-check.ts';
import type { Handler } from '../../messages/serve.ts';
import { connect, offersOf, tryAccount } from './connect.ts';
import { readConnection } from '../../storage/connection-life.ts';
import { readConnections } from '../../storage/connection.ts';
import type { CrmMeans } from './means.ts';
import { openConnection } from './open.ts';
import type { Syncer } from './syncer.ts';

type CrmKind = Extract<KindTo<'worker'>, `crm.${string}`>;

/** A passphrase that is shorter is soon guessed. */
const SHORTEST_PASSPHRASE = 8;
const MOST_FIELDS = 1_000;

/** Answers what the panel asks about CRM connections. */
export function crmHandlers(means: CrmMeans, syncer: Syncer): { [K in CrmKind]: Handler<K> } {
  const { t } = means;
  // a run outlives the answer: the panel follows it in the book
  const start = (work: Promise<void>): null => {
    void work.catch(means.report);
    return null;
  };
  return {
    'crm.catalog': { from: 'panel', parse: () => null, answer: () => offersOf(means.connectors) },
    'crm.try': { from: 'panel', parse: checkSignIn, answer: async (typed) => valueOr(await tryAccount(means, typed)) },
    'crm.connect': {
      from: 'panel',
      parse: checkConnect,
      answer: async (typed) => {
        const connected = await connect(means, typed);
        if (connected.ok) start(syncer.one(connected.value.connection, 'asked'));
        return valueOr(connected);
      },
    },
    'crm.describe': { from: 'panel', parse: checkConnection, answer: ({ connection }) => describe(means, connection) },
    'crm.sync': { from: 'panel', parse: checkConnection, answer: ({ connection }) => start(syncer.one(connection, 'asked')) },
    'crm.seal': {
      from: 'panel',
      parse: checkPassphrase,
      answer: async ({ passphrase }) => {
        if (passphrase !== '' && passphrase.length < SHORTEST_PASSPHRASE) return { failure: { kind: 'invalid', message: t('crm_passphrase_short', SHORTEST_PASSPHRASE) } };
        return failureOr(await means.vault.seal(passphrase));
      },
    },
    'crm.unlock': {
      from: 'panel',
      parse: checkPassphrase,
      answer: async ({ passphrase }) => {
        const unlocked = await means.vault.unlock(passphrase);
        if (unlocked.ok) start(retry(means, syncer, 'locked'));
        return failureOr(unlocked);
      },
    },
    'crm.disconnect': {
      from: 'panel',
      parse: checkConnection,
      answer: async ({ connection }) => {
        await syncer.forget(connection);
        return null;
      },
    },
  };
}

/** Runs the connections that stopped for this reason: it may be gone now. */
export async function retry(means: Pick<CrmMeans, 'book'>, syncer: Syncer, kind: Failure['kind']): Promise<void> {
  for (const { id } of await readConnections(means.book)) if ((await means.book.syncStates.get(id))?.failure?.kind === kind) await syncer.one(id, 'asked');
}

async function describe(means: CrmMeans, id: string): Promise<Reply<'crm.describe'>> {
  const connection = await readConnection(means.book, id);
  if (!connection) return { failure: { kind: 'gone', message: means.t('crm_gone') } };
  const opened = await openConnection(means, connection);
  if (!opened.ok) return { failure: opened.failure };
  const fields: { [K in SyncKind]?: CrmField[] } = {};
  for (const kind of Object.keys(opened.value.connector.flags.kinds) as SyncKind[]) {
    const found = await opened.value.crm.describe(kind);
    if (!found.ok) return { failure: found.failure };
    fields[kind] = found.value.slice(0, MOST_FIELDS).map(shownOf);
  }
  return { fields };
}

function shownOf({ name, label, kind, writable }: RemoteField): CrmField {
  return { name, label: words(label), kind, writable };
}

function valueOr<T>(result: Result<T>): T | { failure: Failure } {
  return result.ok ? result.value : { failure: result.failure };
}

function failureOr(result: Result<null>): { failure: Failure } | null {
  return result.ok ? null : { failure: result.failure };
}
