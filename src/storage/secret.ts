import type { Book, SecretRow } from './database.ts';

/** The secrets of a connection as they lie there, open or sealed; undefined when there are none. */
export function readSecret(book: Book, connection: string): Promise<SecretRow | undefined> {
  return book.secrets.get(connection);
}

export function readSecrets(book: Book): Promise<SecretRow[]> {
  return book.secrets.toArray();
}

/** Whether a passphrase lies over the secrets. */
export async function areSealed(book: Book): Promise<boolean> {
  return (await readSecrets(book)).some(({ sealed }) => sealed !== undefined);
}

/**
 * Puts rows in the place of those that were read: all of them, or none and false when one of them changed meanwhile. A row that was
 * not there before is none of `before`.
 */
export function swapSecrets(book: Book, before: readonly SecretRow[], rows: readonly SecretRow[]): Promise<boolean> {
  return book.transaction('rw', book.secrets, async () => {
    const now = await book.secrets.toArray();
    if (!same(now, before)) return false;
    await book.secrets.bulkPut([...rows]);
    return true;
  });
}

/** Keeps the secrets of one connection, in place of those it had. */
export async function keepSecret(book: Book, row: SecretRow): Promise<void> {
  await book.secrets.put(row);
}

function same(a: readonly SecretRow[], b: readonly SecretRow[]): boolean {
  const told = (rows: readonly SecretRow[]): string => JSON.stringify(rows.map(({ connection, open, sealed }) => [connection, open, sealed && [[...sealed.salt], [...sealed.iv], [...sealed.data], sealed.rounds]]));
  return told(a) === told(b);
}
