import { Dexie } from 'dexie';
import { scoreAlike } from '../domain/icp-change.ts';
import type { Criterion, Icp } from '../domain/icp.ts';
import type { Book } from './database.ts';
import { changeProspect } from './person.ts';
import { write, type Change } from './write.ts';

/** What an edit of an ICP says; the rest of it stays. */
export interface IcpEdit {
  name: string;
  criteria: Criterion[];
}

/** All versions of an ICP, the newest first. */
export function icpVersionsOf(book: Book, id: string): Promise<Icp[]> {
  return book.icpVersions.where('[id+version]').between([id, Dexie.minKey], [id, Dexie.maxKey]).reverse().toArray();
}

/** All ICPs, by name. */
export async function readIcps(book: Book): Promise<Icp[]> {
  return (await book.icps.toArray()).toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/**
 * Saves an edit and puts the ICP in force. Criteria that score otherwise are the next version; another name or order alone changes the version that is there.
 * A version number is never used twice, not even after an undo: old scores name it.
 */
export function saveIcp(book: Book, id: string, edit: IcpEdit, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const icp = await door.get('icp', id);
    if (!icp) return;
    const version = scoreAlike(icp.criteria, edit.criteria) ? icp.version : versionAfter(icp, await icpVersionsOf(book, id));
    door.put('icp', { ...icp, ...edit, version, updatedAt: change.at });
    await book.settings.put({ key: 'activeIcp', value: id });
  });
}

/** The number that the next version of an ICP gets; `versions` as `icpVersionsOf` gives them. */
export function versionAfter(icp: Icp, versions: readonly Icp[]): number {
  return Math.max(icp.version, versions[0]?.version ?? 0) + 1;
}

/** A new ICP, version 1, under an id that was never used. It is in force when it says anything. */
export function createIcp(book: Book, id: string, edit: IcpEdit, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    door.put('icp', { id, version: 1, ...edit, createdAt: change.at, updatedAt: change.at });
    if (edit.criteria.length > 0) await book.settings.put({ key: 'activeIcp', value: id });
  });
}

/** The same criteria once more under another id and name, to be edited apart; its versions begin anew. What is in force stays so. */
export function duplicateIcp(book: Book, id: string, copy: { id: string; name: string }, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const icp = await door.get('icp', id);
    if (icp) door.put('icp', { ...icp, ...copy, version: 1, createdAt: change.at, updatedAt: change.at });
  });
}

/** Another name; no new version, because nobody's score changes. */
export function renameIcp(book: Book, id: string, name: string, change: Change): Promise<void> {
  return changeIcp(book, id, change, (icp) => ({ ...icp, name }));
}

/** How many people there are that would fit (T3); undefined = unknown. */
export function setMarket(book: Book, id: string, total: number | undefined, change: Change): Promise<void> {
  return changeIcp(book, id, change, ({ tam: _old, ...icp }) => ({ ...icp, ...(total === undefined ? {} : { tam: total }) }));
}

/** Takes an ICP away. Its versions stay, because scores name them; people to whom it was pinned get the best of the others. */
export function removeIcp(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, (door) => door.remove('icp', id));
}

/** Pins an ICP to a person, or with undefined leaves it to the best one again. */
export function pinIcp(book: Book, prospectId: string, icpId: string | undefined, change: Change): Promise<void> {
  return changeProspect(book, prospectId, change, ({ icpId: _old, ...prospect }) => ({ ...prospect, ...(icpId === undefined ? {} : { icpId }) }));
}

/** Rows looked at for the names of own fields: enough to offer what is in use, little enough to read at once. */
const LOOKED_AT = 500;

/** Names of the rep's own fields in use, as far as ICPs and some hundred people and accounts tell; each spelling once, by name. */
export async function ownFieldNames(book: Book): Promise<string[]> {
  const [icps, people, accounts] = await Promise.all([book.icps.toArray(), book.prospects.reverse().limit(LOOKED_AT).toArray(), book.accounts.reverse().limit(LOOKED_AT).toArray()]);
  const names = [...icps.flatMap(({ criteria }) => criteria.map(({ field }) => field ?? '')), ...[...people, ...accounts].flatMap(({ custom }) => Object.keys(custom ?? {}))];
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))].toSorted((a, b) => a.localeCompare(b));
}

function changeIcp(book: Book, id: string, change: Change, edit: (icp: Icp) => Icp): Promise<void> {
  return write(book, change, async (door) => {
    const icp = await door.get('icp', id);
    if (icp) door.put('icp', { ...edit(icp), updatedAt: change.at });
  });
}
