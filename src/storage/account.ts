import type { Account, AccountField, AccountFields } from '../domain/account.ts';
import type { AccountEvent } from '../domain/account-timeline.ts';
import { timelineOf } from '../domain/account-timeline.ts';
import type { FollowUp, Touch } from '../domain/activity.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Field, FieldValue } from '../domain/provenance.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Department } from '../domain/title.ts';
import { buyingDepartments } from './committee.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** Everything an account's page shows. */
export interface AccountView {
  account: Account;
  /** Best fit first; all of them are counted in `total`, at most 500 are here. */
  people: Prospect[];
  total: number;
  touches: Touch[];
  /** Open ones of all these people, next first. */
  followUps: FollowUp[];
  timeline: AccountEvent[];
  history: HistoryEntry[];
  /** Departments that the rep sells to; [] = not known. */
  buys: Department[];
}

const MOST_PEOPLE = 500;
const MOST_EVENTS = 2_000;
/** Of each person as much as could be shown if all of it were theirs alone is too much; this is what one page reads. */
const MOST_EACH = 40;

/** Reads one account with its people, what happened to them, and the last 200 changes of its own; undefined when there is none. */
export async function readAccount(book: Book, id: string): Promise<AccountView | undefined> {
  const account = await book.accounts.get(id);
  if (!account) return undefined;
  const mine = book.prospects.where('accountId').equals(id);
  const [some, total, history, buys] = await Promise.all([
    mine.limit(MOST_PEOPLE).toArray(), book.prospects.where('accountId').equals(id).count(), book.history.where('subject').equals(id).reverse().limit(200).toArray(), buyingDepartments(book),
  ]);
  const ids = some.map((person) => person.id);
  const [touches, notes, followUps, ofPeople] = await Promise.all([
    book.touches.where('prospectId').anyOf(ids).toArray(),
    book.notes.where('prospectId').anyOf(ids).toArray(),
    book.followUps.where('prospectId').anyOf(ids).toArray(),
    Promise.all(ids.map((one) => book.history.where('subject').equals(one).reverse().limit(MOST_EACH).toArray())),
  ]);
  return {
    account, total, touches, history, buys, timeline: timelineOf({ touches, notes, followUps, history: [...history, ...ofPeople.flat()] }, MOST_EVENTS),
    people: some.toSorted((a, b) => (b.fit?.fit ?? -1) - (a.fit?.fit ?? -1)),
    followUps: followUps.filter(({ open }) => open === 1).toSorted((a, b) => a.dueAt - b.dueAt),
  };
}

/** Sets a field of an account by hand; '' or [] empties it. The hand edit settles any suggestion for it. */
export function setAccountField(book: Book, id: string, name: AccountField, value: FieldValue, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const account = await door.get('account', id);
    if (!account) return;
    const { [name]: _old, ...fields } = account.fields;
    const { [name]: _offer, ...suggestions } = account.suggestions;
    const field: Field = { value, source: { kind: 'hand', name: 'rep' }, at: change.at };
    const empty = value === '' || (Array.isArray(value) && value.length === 0);
    door.put('account', { ...account, suggestions, fields: empty ? fields : { ...fields, [name]: field }, updatedAt: change.at });
  });
}

/** Takes an account's suggestion over (`take`) or drops it; history keeps both values. */
export function settleAccountSuggestion(book: Book, id: string, name: AccountField, take: boolean, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const account = await door.get('account', id);
    const offer = account?.suggestions[name];
    if (!account || !offer) return;
    const { [name]: _offer, ...suggestions } = account.suggestions;
    door.put('account', { ...account, suggestions: suggestions as AccountFields, fields: take ? { ...account.fields, [name]: offer } : account.fields, updatedAt: change.at });
  });
}
