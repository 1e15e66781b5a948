import type { Account } from '../domain/account.ts';
import { mergeAccounts } from '../domain/account-merge.ts';
import type { Book } from './database.ts';
import { keepUnplaced, letGoInCrms, linksOf } from './merge-trace.ts';
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
    await keepUnplaced(book, 'account', keep.id, unplaced, change);
    await letGoInCrms(book, 'account', keep, lose, change);
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
  const linked = async ({ id }: Account): Promise<number> => (await linksOf(book, 'account', id)).filter(({ state, remoteId }) => state === 'linked' && remoteId !== null).length;
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
