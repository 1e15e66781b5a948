import type { Account } from '../domain/account.ts';
import { mergeAccounts, type Unplaced } from '../domain/account-merge.ts';
import type { Book, LinkRow } from './database.ts';
import { write, type Change, type Door } from './write.ts';

/**
 * Makes one account of two that the rep says are the same company, in one change that one undo takes back: all people go to the one that stays,
 * with keys, fields, suggestions, tags and own fields of both. The one that a CRM knows stays, else the one with more people, else the older.
 * Answers its id; undefined when one of them is gone.
 */
export function mergeSameAccounts(book: Book, one: string, other: string, change: Change): Promise<string | undefined> {
  return write(book, change, async (door) => {
    const [a, b] = [await door.get('account', one), await door.get('account', other)];
    if (!a || !b || one === other) return undefined;
    const [keep, lose] = await inOrder(book, a, b);
    const { account, unplaced } = mergeAccounts(keep, lose, change.at);
    for (const id of await book.prospects.where('accountId').equals(lose.id).primaryKeys()) {
      const person = await door.get('prospect', id);
      if (person) door.put('prospect', { ...person, accountId: keep.id, updatedAt: change.at });
    }
    for (const id of lose.notSame ?? []) await renameNotSame(door, id, lose.id, keep.id);
    await door.remove('account', lose.id);
    door.put('account', account);
    await keepUnplaced(book, keep.id, unplaced, change);
    await letGoInCrms(book, keep, lose, change);
    return keep.id;
  });
}

/** Keeps in both that they are not one company; not offered again. */
export function setNotSame(book: Book, one: string, other: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    for (const [id, stranger] of [[one, other], [other, one]] as const) {
      const account = await door.get('account', id);
      if (account && !account.notSame?.includes(stranger)) door.put('account', { ...account, notSame: [...account.notSame ?? [], stranger], updatedAt: change.at });
    }
  });
}

async function inOrder(book: Book, a: Account, b: Account): Promise<[keep: Account, lose: Account]> {
  const linked = async ({ id }: Account): Promise<number> => (await linksOf(book, id)).filter(({ state, remoteId }) => state === 'linked' && remoteId !== null).length;
  const people = ({ id }: Account): Promise<number> => book.prospects.where('accountId').equals(id).count();
  const [ofA, ofB] = [[await linked(a), await people(a), b.createdAt], [await linked(b), await people(b), a.createdAt]] as const;
  const first = ofA.findIndex((value, at) => value !== ofB[at]);
  return first < 0 || ofA[first]! > ofB[first]! ? [a, b] : [b, a];
}

async function renameNotSame(door: Door, id: string, from: string, to: string): Promise<void> {
  const account = id === to ? undefined : await door.get('account', id);
  if (!account?.notSame?.includes(from)) return;
  door.put('account', { ...account, notSame: [...new Set(account.notSame.map((one) => (one === from ? to : one)))], updatedAt: door.change.at });
}

/** What has no place in the merged account stays in its history. */
async function keepUnplaced(book: Book, id: string, unplaced: readonly Unplaced[], change: Change): Promise<void> {
  await book.history.bulkAdd(unplaced.map(({ field, value }) => ({
    changeId: `${change.changeId} lost`, at: change.at, by: change.by, label: change.label, entity: 'account' as const, id, subject: id, field: `lost.${field}`, old: { value, at: change.at },
  })));
}

/**
 * The other account's record in a CRM is left as it is there: nothing of ours deletes or changes it. Where the CRM has a record for each, the rep is
 * told of the second; where it has one for the account that goes alone, the rep is asked whether that is the one that stays.
 */
async function letGoInCrms(book: Book, keep: Account, lose: Account, change: Change): Promise<void> {
  const rows: LinkRow[] = [];
  for (const link of await linksOf(book, lose.id)) {
    const { question: _question, conflicts: _conflicts, ...rest } = link;
    // one that the rep keeps here only, or that is being made there, goes on as such when it comes back
    rows.push({ ...(link.state === 'creating' || (link.state === 'left' && !link.erased) ? link : { ...rest, state: 'left', erased: true, open: 0 }), into: keep.id });
    const { connection, remoteId } = link;
    if (remoteId === null || link.state === 'left') continue;
    const own = await book.links.get([connection, 'account', keep.id]);
    const shown = lose.fields.name?.value.slice(0, 200);
    const question = { at: change.at, remoteId, ...(shown ? { shown } : {}) };
    if (own?.remoteId && own.state === 'linked') rows.push(own.question ? own : { ...own, question: { kind: 'double', ...question }, open: 1 });
    else if (!own || (own.state === 'asking' && !own.question)) {
      rows.push({ connection, kind: 'account', id: keep.id, key: own?.key ?? link.key, remoteId: null, base: null, at: 0, state: 'asking', open: 1, question: { kind: 'possible-match', ...question } });
    }
  }
  for (const { id } of ((await book.settings.get('connections'))?.value ?? []) as { id: string }[]) {
    // what went into the one that goes now is in the one that stays
    const before = await book.links.where('[connection+kind+state]').equals([id, 'account', 'left']).filter(({ into }) => into === lose.id).toArray();
    rows.push(...before.map((link) => ({ ...link, into: keep.id })));
  }
  await book.links.bulkPut(rows);
}

async function linksOf(book: Book, id: string): Promise<LinkRow[]> {
  const connections = ((await book.settings.get('connections'))?.value ?? []) as { id: string }[];
  const links = await book.links.bulkGet(connections.map(({ id: connection }): [string, string, string] => [connection, 'account', id]));
  return links.filter((link) => link !== undefined);
}
