import { DO_NOT_CONTACT_REASONS, type DoNotContactReason } from '../domain/do-not-contact.ts';
import type { Suppression } from '../domain/privacy.ts';
import type { Prospect } from '../domain/prospect.ts';
import { identitiesOf, saltOf, spellingsOf, suppressionHash, weightiest } from '../domain/suppression.ts';
import type { Book } from './database.ts';
import type { Pending } from './step.ts';
import { dropErasure, keepErasure } from './erasure.ts';
import { saltsOf, suppress } from './suppression.ts';
import type { Door, Origin } from './write.ts';

/** Thrown when a write would bring somebody back whom the rep has erased: the caller did not look (`suppressionOf`). Nothing was written. */
export class PersonSuppressed extends Error {
  readonly suppression: Suppression;
  constructor(suppression: Suppression) {
    super('This person was erased and is not to be captured again.');
    this.suppression = suppression;
  }
}

/**
 * Suppression holds whoever writes: who was erased does not come back but by undo, who is on the do-not-contact list comes with the flag,
 * and who had the flag when they were removed is on that list from then on.
 */
export async function guardSuppressed(book: Book, door: Door, after: Pending, before: ReadonlyMap<string, object | undefined>, { isUndo, lifts }: Origin): Promise<void> {
  const people = [...after.values()].filter(({ kind }) => kind === 'prospect').map(({ id, row }) => ({ row: row as Prospect | undefined, old: before.get(`prospect ${id}`) as Prospect | undefined }));
  if (people.length === 0) return;
  await stopArriving(book, door, after, people.flatMap(({ row, old }) => {
    const known = new Set(old ? spellingsOf(old) : []);
    const fresh = row ? spellingsOf(row).filter((one) => !known.has(one)) : [];
    return row && fresh.length > 0 ? [{ row, fresh, isNew: !old && !isUndo }] : [];
  }), lifts === true);
  const back = isUndo ? people.flatMap(({ row, old }) => (row && !old ? [row.id] : [])) : [];
  if (back.length > 0) await dropErasure(book, back);
  const leaving = people.flatMap(({ row, old }) => (!row && old ? [old] : []));
  // an erasure that was taken back, and that now is taken back itself
  if (isUndo && leaving.length > 0 && [...after.values()].some(({ kind, row }) => kind === 'suppression' && (row as Suppression | undefined)?.reason === 'erased')) await keepErasure(book, door.change, leaving.map(({ id }) => id));
  for (const old of leaving) {
    if (!old.doNotContact) continue;
    const gone: string[] = [];
    // what another one holds from now on, as after a merge, has the flag there
    for (const one of identitiesOf(old)) if (await door.ownerOf(one as Prospect['keys'][0]) === undefined) gone.push(one);
    const { reason } = old.doNotContact;
    const why = DO_NOT_CONTACT_REASONS.find((one) => one === reason) ?? ('other' satisfies DoNotContactReason);
    await suppress(book, door, gone, { reason: 'do-not-contact', why }, (hash) => after.has(`suppression ${hash}`));
  }
}

async function stopArriving(book: Book, door: Door, after: Pending, arriving: readonly { row: Prospect; fresh: string[]; isNew: boolean }[], lifts: boolean): Promise<void> {
  if (arriving.length === 0) return;
  const pending = [...after.values()].filter(({ kind }) => kind === 'suppression');
  const salts = [...new Set([...await saltsOf(book), ...pending.map(({ id }) => saltOf(id))])];
  if (salts.length === 0) return;
  const hashes = arriving.map(({ fresh }) => salts.flatMap((salt) => fresh.map((one) => suppressionHash(salt, one))));
  const rows = new Map((await book.suppressions.bulkGet(hashes.flat())).flatMap((row) => (row ? [[row.hash, row] as const] : [])));
  for (const { id, row } of pending) {
    if (row) rows.set(id, row as Suppression);
    else rows.delete(id);
  }
  arriving.forEach(({ row, isNew }, at) => {
    const found = weightiest(hashes[at]!.map((hash) => rows.get(hash)));
    if (!found) return;
    if (found.reason === 'erased') {
      if (isNew) throw new PersonSuppressed(found);
    } else if (!row.doNotContact && !lifts) door.put('prospect', { ...row, doNotContact: { at: found.at, reason: found.why ?? 'other' } });
  });
}
