import type { Connection } from '../domain/sync/connection.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Book } from './database.ts';
import { readConnections } from './connection.ts';

/** What was last taken over from a CRM, as one action that can be undone. */
export interface LastPull {
  changeId: string;
  label: string;
  at: number;
  /** How many records it touched. */
  records: number;
}

/** History entries looked through, at most: an older pull is no more "the last". */
const FAR = 20_000;

/** The last action by which values of this connection came in; undefined when there is none. */
export async function readLastPull(book: Book, connection: Connection): Promise<LastPull | undefined> {
  const alone = (await readConnections(book)).length < 2;
  // a value that gave way is kept under the same action's name with a word behind it, and is nothing to undo
  const isPull = ({ by, changeId, label }: HistoryEntry): boolean => by === 'crm' && !changeId.includes(' ') && (alone || label.includes(connection.label));
  let looked = 0;
  const entry = await book.history.orderBy('seq').reverse().until(() => looked++ >= FAR).filter(isPull).first();
  if (!entry) return undefined;
  const { changeId, label, at } = entry;
  const steps = await book.history.where('changeId').equals(changeId).toArray();
  return { changeId, label, at, records: new Set(steps.map(({ entity, id }) => `${entity} ${id}`)).size };
}
