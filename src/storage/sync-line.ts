import type { SyncKind } from '../domain/sync/record.ts';
import type { Book } from './database.ts';
import { readConnections } from './connection.ts';

/** How one row of ours stands with one CRM. `none`: not there and not on its way. */
export interface SyncLine {
  connection: string;
  label: string;
  standing: 'linked' | 'waiting' | 'asking' | 'conflict' | 'deleted' | 'refused' | 'left' | 'none';
  /** When the last sync ended, epoch ms. */
  doneAt?: number;
}

/** How a row stands with every connection. */
export async function readSyncLines(book: Book, kind: SyncKind, id: string): Promise<SyncLine[]> {
  return Promise.all((await readConnections(book)).map(async ({ id: connection, label }) => {
    const at: [string, string, string] = [connection, kind, id];
    const [link, mark, state] = await Promise.all([book.links.get(at), book.outbox.get(at), book.syncStates.get(connection)]);
    const standing = link?.question?.kind === 'deleted' ? 'deleted' : link?.conflicts ? 'conflict' : link?.question ? 'asking' : link?.state === 'left' ? 'left'
      : mark?.refused !== undefined ? 'refused' : mark ? 'waiting' : link?.state === 'linked' ? 'linked' : 'none';
    return { connection, label, standing, ...(state?.doneAt === undefined ? {} : { doneAt: state.doneAt }) };
  }));
}
