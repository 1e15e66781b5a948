import type { Consent, Lawful, LawfulBasis } from '../domain/privacy.ts';
import type { Book } from './database.ts';
import { changeProspect } from './person.ts';
import { readPrivacy } from './privacy-setting.ts';
import { write, type Change } from './write.ts';

const SLICE = 250;
const LONGEST_NOTE = 500;

/** Says by what right somebody is in the book; a review that stands goes on. `null` = as the book's setting says. */
export function setLawful(book: Book, id: string, lawful: { basis: LawfulBasis; note: string } | null, change: Change): Promise<void> {
  return changeProspect(book, id, change, ({ lawful: old, ...rest }) => {
    const kept = old?.keepUntil === undefined ? {} : { keepUntil: old.keepUntil };
    if (!lawful) return rest;
    return { ...rest, lawful: { basis: lawful.basis, note: plain(lawful.note), at: change.at, ...kept } satisfies Lawful };
  });
}

/** Keeps what somebody has agreed to or taken back; `null` = nothing is known. */
export function setConsent(book: Book, id: string, consent: Omit<Consent, 'at'> | null, change: Change): Promise<void> {
  return changeProspect(book, id, change, ({ consent: _old, ...rest }) => (consent ? { ...rest, consent: { state: consent.state, source: plain(consent.source), at: change.at } } : rest));
}

/** Keeps people until then, looked at and for this reason (without one nothing happens), in slices under one change id. Who has no basis of their own gets the book's. */
export async function keepPeople(book: Book, ids: readonly string[], until: number, reason: string, change: Change): Promise<void> {
  const note = plain(reason);
  if (!note) return;
  const { basis } = await readPrivacy(book);
  for (let from = 0; from < ids.length; from += SLICE) {
    await write(book, change, async (door) => {
      const people = await book.prospects.bulkGet(ids.slice(from, from + SLICE));
      for (const one of people) if (one) door.put('prospect', { ...one, lawful: { basis: one.lawful?.basis ?? basis, note, at: change.at, keepUntil: until }, updatedAt: change.at });
    });
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NOTE);
}
