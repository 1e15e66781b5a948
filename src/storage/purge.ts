import type { Table } from 'dexie';
import { tracesOf, without, type Traces } from '../domain/erasure.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Prospect } from '../domain/prospect.ts';
import { identitiesOf } from '../domain/suppression.ts';
import { readConnections } from './connection.ts';
import type { Book } from './database.ts';
import { forgetPairs } from './duplicate.ts';
import { repackPeople } from './people-index.ts';
import { scrubNeighbours } from './scrub.ts';
import type { Change } from './write.ts';

/** People that are purged at once. */
const SLICE = 50;
/** Entries deleted in one transaction. */
const MANY = 2_000;

/**
 * Ends the erasures whose time for undo is over: of who is still gone nothing stays but the hashes. Safe to repeat, and goes on where it was
 * stopped. `change` names what it writes on rows of others that spoke of them. Answers whether somebody was purged and when the next one ends (epoch ms).
 */
export async function purgeDue(book: Book, now: number, change: () => Change): Promise<{ purged: boolean; next: number | undefined }> {
  let purged = false;
  for (const { id, people } of await book.erasures.filter(({ purgeAt }) => purgeAt <= now).toArray()) {
    for (let from = 0; from < people.length; from += SLICE) purged = await purgePeople(book, people.slice(from, from + SLICE), change()) || purged;
    await book.erasures.delete(id);
  }
  // the packed lines hold their names until they are packed anew
  if (purged) {
    await repackPeople(book);
    await forgetPairs(book);
  }
  const next = await book.erasures.toArray();
  return { purged, next: next.length === 0 ? undefined : Math.min(...next.map(({ purgeAt }) => purgeAt)) };
}

async function purgePeople(book: Book, ids: readonly string[], change: Change): Promise<boolean> {
  const here = await book.prospects.bulkGet([...ids]);
  const gone = new Set(ids.filter((_id, at) => !here[at]));
  if (gone.size === 0) return false;
  const rows = await rowsOf(book, gone);
  await addFormer(book, gone, rows);
  const traces = tracesOf(rows);
  await forgetInCrms(book, gone, traces);
  await scrubNeighbours(book, rows, gone, traces, change);
  // last: what is left of them after a crash is found by it
  await deleteHistory(book, gone);
  return true;
}

/** The rows that these people were, by their history: as they came, and as they went. */
async function rowsOf(book: Book, ids: ReadonlySet<string>): Promise<Prospect[]> {
  const rows: Prospect[] = [];
  await book.history.where('subject').anyOf([...ids]).each((entry) => rows.push(...prospectsIn(entry)));
  return rows;
}

function prospectsIn({ entity, field, old, new: next }: HistoryEntry): Prospect[] {
  return entity === 'prospect' && field === '*' ? [old, next].filter((row): row is Prospect => typeof row === 'object' && row !== null) : [];
}

/** Who bore one of their identities and is no more: merged into them, or removed before they were captured again. They are the same person. */
async function addFormer(book: Book, gone: Set<string>, rows: Prospect[]): Promise<void> {
  const [subjects, people, accounts] = await Promise.all([book.history.orderBy('subject').uniqueKeys() as unknown as Promise<string[]>, book.prospects.toCollection().primaryKeys(), book.accounts.toCollection().primaryKeys()]);
  const known = new Set<string>([...people, ...accounts, ...gone]);
  const former = subjects.filter((id) => !known.has(id));
  for (let from = 0; from < former.length; from += SLICE) {
    const some = new Map<string, Prospect[]>();
    await book.history.where('subject').anyOf(former.slice(from, from + SLICE)).each((entry) => {
      const found = prospectsIn(entry);
      if (found.length) some.set(entry.id, [...some.get(entry.id) ?? [], ...found]);
    });
    const identities = new Set(rows.flatMap((row) => identitiesOf(row)));
    for (const [id, theirs] of some) {
      if (!theirs.some((row) => identitiesOf(row).some((one) => identities.has(one)))) continue;
      gone.add(id);
      rows.push(...theirs);
    }
  }
}

/** What is kept of their records in CRMs: links with the values that were agreed on, marks, and what was seen of them. Nothing is changed there. */
async function forgetInCrms(book: Book, gone: ReadonlySet<string>, { identities, words }: Traces): Promise<void> {
  const rows = await idsOf(book, gone);
  for (const { id: connection } of await readConnections(book)) {
    const remote = new Set<string>();
    await book.transaction('rw', book.links, book.outbox, book.seen, async () => {
      const keys = rows.map(([kind, id]): [string, string, string] => [connection, kind, id]);
      for (const link of await book.links.bulkGet(keys)) if (link?.kind === 'prospect' && link.remoteId) remote.add(link.remoteId);
      await book.links.bulkDelete(keys);
      await book.outbox.bulkDelete(keys);
      const lookups = identities.map((one) => `${connection} prospect ${one}`);
      await book.seen.where('lookup').anyOf(lookups).delete();
      await book.seen.bulkDelete([...remote].map((id): [string, string, string] => [connection, 'prospect', id]));
      // a question about somebody else may show their name
      await book.links.where('[connection+open]').equals([connection, 1]).modify((link) => { if (link.question) link.question = without(link.question, words); });
    });
  }
}

/** Kind and id of all rows that hung on these people, themselves among them. */
async function idsOf(book: Book, gone: ReadonlySet<string>): Promise<[kind: string, id: string][]> {
  const found = new Map<string, [string, string]>([...gone].map((id) => [`prospect ${id}`, ['prospect', id]]));
  await book.history.where('subject').anyOf([...gone]).each(({ entity, id }) => void found.set(`${entity} ${id}`, [entity, id]));
  return [...found.values()];
}

async function deleteHistory(book: Book, gone: ReadonlySet<string>): Promise<void> {
  const history = book.history as unknown as Table<HistoryEntry, number>;
  for (;;) {
    const left = await book.transaction('rw', history, async () => {
      const some = await history.where('subject').anyOf([...gone]).limit(MANY).primaryKeys();
      await history.bulkDelete(some);
      return some.length === MANY;
    });
    if (!left) break;
  }
  await book.templateUses.where('prospectId').anyOf([...gone]).delete();
}
