import type { Account } from '../domain/account.ts';
import type { FollowUp, Note } from '../domain/activity.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Draft } from '../domain/draft.ts';
import type { ProfileKey } from '../domain/identity.ts';
import type { Field, FieldValue } from '../domain/provenance.ts';
import type { Prospect, ProspectField } from '../domain/prospect.ts';
import { visited, type Difference } from '../domain/visit.ts';
import { arrivalsOf } from './arrival.ts';
import { mayPlan } from './contact-guard.ts';
import type { Book } from './database.ts';
import { write, type Change, type Door } from './write.ts';

const MOST_CHANGES = 200;

/** Everything a person's page shows. */
export interface PersonView {
  prospect: Prospect;
  account: Account | undefined;
  notes: Note[];
  followUps: FollowUp[];
  history: HistoryEntry[];
}

/** Reads one person with notes and open follow-ups (newest note first, next follow-up first) and the last 200 changes; undefined when there is none. */
export async function readPerson(book: Book, id: string): Promise<PersonView | undefined> {
  const prospect = await book.prospects.get(id);
  if (!prospect) return undefined;
  const [account, notes, followUps, history, arrivals] = await Promise.all([
    prospect.accountId ? book.accounts.get(prospect.accountId) : undefined,
    book.notes.where('prospectId').equals(id).toArray(),
    book.followUps.where('prospectId').equals(id).toArray(),
    historyOf(book, [id, ...prospect.merged?.map((one) => one.id) ?? []]),
    arrivalsOf(book, [prospect]),
  ]);
  return {
    prospect, account, history: [...history, ...arrivals],
    notes: notes.toSorted((a, b) => b.createdAt - a.createdAt),
    followUps: followUps.filter(({ open }) => open === 1).toSorted((a, b) => a.dueAt - b.dueAt),
  };
}

/** The last changes of somebody, the newest first; those of rows that went into theirs are theirs as well. */
async function historyOf(book: Book, ids: readonly string[]): Promise<HistoryEntry[]> {
  const all = await Promise.all(ids.map((id) => book.history.where('subject').equals(id).reverse().limit(MOST_CHANGES).toArray()));
  return all.flat().toSorted((a, b) => b.seq! - a.seq!).slice(0, MOST_CHANGES);
}

/** The prospect or account that owns one of these identities, the first key first. */
export async function findByKeys(book: Book, keys: ProfileKey[]): Promise<{ entity: 'prospect' | 'account'; id: string } | undefined> {
  const found = (await book.identities.bulkGet(keys)).find((one) => one !== undefined);
  return found && { entity: found.entity, id: found.owner };
}

/** Changes a prospect by a function of what is stored; nothing happens when it is gone. */
export function changeProspect(book: Book, id: string, change: Change, edit: (prospect: Prospect) => Prospect): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect) door.put('prospect', { ...edit(prospect), updatedAt: change.at });
  });
}

/** Sets a field by hand; '' or [] empties it. The hand edit settles any suggestion for it. */
export function setField(book: Book, id: string, name: ProspectField, value: FieldValue, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => {
    const { [name]: _old, ...fields } = prospect.fields;
    const { [name]: _offer, ...suggestions } = prospect.suggestions;
    const field: Field = { value, source: { kind: 'hand', name: 'rep' }, at: change.at };
    return { ...prospect, suggestions, fields: value === '' || (Array.isArray(value) && value.length === 0) ? fields : { ...fields, [name]: field } };
  });
}

/** Takes a suggestion over (`take`) or drops it; either way history keeps both values. */
export function settleSuggestion(book: Book, id: string, name: ProspectField, take: boolean, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => settled(prospect, name, prospect.suggestions[name], take));
}

/** Takes over or turns down what the page beside the panel says of some fields. */
export function settleDifferences(book: Book, id: string, differences: Difference[], take: boolean, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => differences.reduce((row, { field, next }) => settled(row, field, next, take), prospect));
}

/** Keeps what a visit to a known person's page tells by itself: signals with their suggestions. True when there was news. */
export async function noteVisit(book: Book, draft: Draft, change: Change, newId: () => string): Promise<boolean> {
  if (!draft.keys[0] || !await book.identities.get(draft.keys[0])) return false;
  return write(book, change, async (door) => {
    const owner = draft.keys[0] && await door.ownerOf(draft.keys[0]);
    const prospect = owner ? await door.get('prospect', owner) : undefined;
    const next = prospect && visited(prospect, draft, change.at, newId);
    if (!next || next === prospect) return false;
    door.put('prospect', next);
    return true;
  });
}

function settled(prospect: Prospect, name: ProspectField, offer: Field | undefined, take: boolean): Prospect {
  if (!offer) return prospect;
  const { [name]: _offer, ...suggestions } = prospect.suggestions;
  const signals = prospect.signals?.map((signal) => (signal.field === name && signal.state === 'open' ? { ...signal, state: take ? 'taken' as const : 'left' as const } : signal));
  return {
    ...prospect, suggestions, ...(signals ? { signals } : {}),
    ...(take ? { fields: { ...prospect.fields, [name]: offer } } : { declined: { ...prospect.declined, [name]: offer.value } }),
  };
}

/** Replaces the tags; folded to single spaces, no doubles, in the order given. */
export function setTags(book: Book, id: string, tags: string[], change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => ({ ...prospect, tags: [...new Set(tags.map((tag) => tag.replace(/\s+/g, ' ').trim()).filter(Boolean))] }));
}

/** Puts a prospect on the list of this name (made when there is none, whatever its case) . */
export function addToList(book: Book, id: string, name: string, listId: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const shown = name.replace(/\s+/g, ' ').trim();
    const prospect = await door.get('prospect', id);
    if (!prospect || !shown) return;
    const found = (await book.lists.toArray()).find((list) => list.name.toLowerCase() === shown.toLowerCase());
    if (!found) door.put('list', { id: listId, name: shown, createdAt: change.at, updatedAt: change.at });
    const list = found?.id ?? listId;
    if (!prospect.lists.includes(list)) door.put('prospect', { ...prospect, lists: [...prospect.lists, list], updatedAt: change.at });
  });
}

export function removeFromList(book: Book, id: string, listId: string, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => ({ ...prospect, lists: prospect.lists.filter((one) => one !== listId) }));
}

/** Keeps a note; text is stored as typed. */
export function addNote(book: Book, prospectId: string, noteId: string, text: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    door.put('note', { id: noteId, prospectId, text, createdAt: change.at, updatedAt: change.at });
  });
}

/** Plans a follow-up. `dueAt` is epoch ms; `words` is what the rep typed. Throws `ContactBarred` for who is not to be contacted. */
export function addFollowUp(book: Book, followUp: Omit<FollowUp, 'open' | 'createdAt' | 'updatedAt'>, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    mayPlan(await door.get('prospect', followUp.prospectId));
    door.put('followUp', { ...followUp, open: 1, createdAt: change.at, updatedAt: change.at });
  });
}

/**
 * Marks a follow-up done, or moves it to another time (epoch ms); moving the one at which somebody comes back moves that date too. What is
 * done and comes again stands again in the same write. Nothing happens when it is gone or closed already.
 */
export function settleFollowUp(book: Book, id: string, to: 'done' | { dueAt: number }, change: Change): Promise<void> {
  return write(book, change, (door) => settleWithin(door, id, to));
}

/** Moves some follow-ups to new times (epoch ms) in one write; those that are gone or closed are left alone. */
export function moveFollowUps(book: Book, moves: readonly { id: string; dueAt: number }[], change: Change): Promise<void> {
  return write(book, change, async (door) => {
    for (const { id, dueAt } of moves) await settleWithin(door, id, { dueAt });
  });
}

async function settleWithin(door: Door, id: string, to: 'done' | { dueAt: number }): Promise<void> {
  const { at } = door.change;
  const followUp = await door.get('followUp', id);
  if (!followUp || followUp.open === 0) return;
  if (to === 'done') {
    door.put('followUp', { ...followUp, open: 0, doneAt: at, updatedAt: at });
    return;
  }
  const { dueAt, endsAt, repeat } = followUp;
  door.put('followUp', {
    ...followUp, dueAt: to.dueAt, updatedAt: at,
    ...(endsAt === undefined ? {} : { endsAt: endsAt + to.dueAt - dueAt }),
    // those after it stay where they are
    ...(repeat ? { repeat: { ...repeat, from: repeat.from ?? dueAt } } : {}),
  });
  const prospect = await door.get('prospect', followUp.prospectId);
  if (prospect?.stage === 'nurture' && prospect.aside?.followUpId === id) door.put('prospect', { ...prospect, aside: { ...prospect.aside, resumeAt: to.dueAt }, updatedAt: at });
}

/** Removes a prospect with notes, follow-ups and touches; undo brings all of it back. */
export function removeProspect(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, (door) => removeWithin(book, door, [id]));
}

/** The same of many, inside a write that does more. */
export async function removeWithin(book: Book, door: Door, ids: readonly string[]): Promise<void> {
  for (const [kind, table] of [['note', book.notes], ['followUp', book.followUps], ['touch', book.touches], ['enrolment', book.enrolments]] as const) {
    for (const key of await table.where('prospectId').anyOf(ids).primaryKeys()) void door.remove(kind, key);
  }
  // nothing is awaited for each: a transaction that is asked for nothing ends
  for (const id of ids) void door.remove('prospect', id);
}
