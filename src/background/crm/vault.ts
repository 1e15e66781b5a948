import { fail, ok, type Result } from '../../domain/failure.ts';
import { ROUNDS } from '../../files/passphrase.ts';
import type { Book, SecretRow } from '../../storage/database.ts';
import { keepSecret, readSecret, readSecrets, swapSecrets } from '../../storage/secret.ts';
import { isOfKey, keyFrom, seal, unseal, type SealKey, type Secrets } from './seal.ts';

/** Values that live as long as the browser session, in memory alone. */
export interface Session {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
}

/** What the rep's passphrase can do, and how secrets are read and kept. Fails with `locked` while they are sealed and were not opened in this browser session. */
export interface Vault {
  read(connection: string): Promise<Result<Secrets>>;
  /** Can something be kept now? */
  ready(): Promise<Result<null>>;
  /** Keeps the secrets of a connection in place of those it had: sealed when the others are. */
  keep(connection: string, secrets: Secrets): Promise<Result<null>>;
  /** Seals all secrets with this passphrase, in place of an older one; '' takes the seal away. */
  seal(passphrase: string): Promise<Result<null>>;
  /** Opens all secrets for this browser session. Fails with `locked` and changes nothing when the passphrase is another one. */
  unlock(passphrase: string): Promise<Result<null>>;
}

const KEY = 'crm-key';

/** `texts` tell the rep what to do; `rounds` is a parameter for tests alone. */
export function vaultOf(book: Book, session: Session, texts: { wrongPassphrase: string }, rounds: number = ROUNDS): Vault {
  const current = (): Promise<SealKey | undefined> => session.get<SealKey>(KEY);

  const open = async (row: SecretRow): Promise<Secrets | null> => {
    if (!row.sealed) return row.open ?? {};
    const key = await current();
    return key && isOfKey(row.sealed, key) ? unseal(row.sealed, row.connection, key) : null;
  };

  /** The key that new secrets are sealed with; null while nothing is sealed. */
  const keyNow = async (): Promise<Result<SealKey | null>> => {
    const other = (await readSecrets(book)).find(({ sealed }) => sealed);
    if (!other?.sealed) return ok(null);
    const key = await current();
    return key && isOfKey(other.sealed, key) ? ok(key) : fail('locked');
  };

  // keeping and sealing take turns: nothing must come to lie open among what is sealed
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    read: async (connection) => {
      const found = await readSecret(book, connection);
      if (!found) return fail('sign-in');
      const secrets = await open(found);
      return secrets ? ok(secrets) : fail('locked');
    },
    ready: async () => {
      const key = await keyNow();
      return key.ok ? ok(null) : key;
    },
    keep: (connection, secrets) => inTurn(async () => {
      const key = await keyNow();
      if (!key.ok) return key;
      await keepSecret(book, key.value ? { connection, sealed: await seal(secrets, connection, key.value) } : { connection, open: secrets });
      return ok(null);
    }),
    seal: (passphrase) => inTurn(async () => {
      const key = passphrase === '' ? undefined : await keyFrom(passphrase, undefined, rounds);
      for (;;) {
        const before = await readSecrets(book);
        const rows: SecretRow[] = [];
        for (const one of before) {
          const secrets = await open(one);
          if (!secrets) return fail('locked');
          rows.push(key ? { connection: one.connection, sealed: await seal(secrets, one.connection, key) } : { connection: one.connection, open: secrets });
        }
        // the new key is there before anything needs it: a worker that is killed here has lost nothing
        const old = await current();
        if (key) await session.set(KEY, key);
        if (await swapSecrets(book, before, rows)) {
          if (!key) await session.set(KEY, undefined);
          return ok(null);
        }
        await session.set(KEY, old);
      }
    }),
    unlock: async (passphrase) => {
      const sealed = (await readSecrets(book)).filter((one) => one.sealed);
      if (!sealed[0]?.sealed) return ok(null);
      const key = await keyFrom(passphrase, new Uint8Array(sealed[0].sealed.salt), sealed[0].sealed.rounds);
      for (const one of sealed) if (!await unseal(one.sealed!, one.connection, key)) return fail('locked', texts.wrongPassphrase);
      await session.set(KEY, key);
      return ok(null);
    },
  };
}
