import { without, type Traces } from '../domain/erasure.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/**
 * Takes people who are gone for good out of rows of others: whom they were introduced by and introduced, the thank-you for it, the company whose name was read
 * off their page; and out of what history calls the actions on them. Notes that the rep wrote about others are theirs.
 */
export async function scrubNeighbours(book: Book, rows: readonly Prospect[], gone: ReadonlySet<string>, traces: Traces, change: Change): Promise<void> {
  const accounts = new Set(rows.flatMap(({ accountId }) => accountId ?? []));
  const people = new Set(rows.flatMap(({ referredBy }) => referredBy?.prospectId ?? []));
  const all = [...traces.words, ...traces.addresses];
  await write(book, change, async (door) => {
    for (const one of await book.prospects.where('referredBy.prospectId').anyOf([...gone]).toArray()) {
      const { referredBy: _gone, ...rest } = one;
      people.add(one.id);
      door.put('prospect', rest);
    }
    for (const followUp of await book.followUps.where('prospectId').anyOf([...people]).toArray()) {
      const next = without(followUp, all);
      if (next !== followUp) door.put('followUp', next);
    }
    for (const account of await book.accounts.bulkGet([...accounts])) {
      const next = account && without({ fields: account.fields, suggestions: account.suggestions }, traces.addresses);
      if (account && next && (next.fields !== account.fields || next.suggestions !== account.suggestions)) door.put('account', { ...account, ...next });
    }
  });
  await scrubHistory(book, book.history.where('subject').anyOf([...accounts]), (entry) => withoutLabel(without(entry, traces.addresses), traces.words));
  await scrubHistory(book, book.history.where('subject').anyOf([...people]), (entry) => withoutPerson(without(entry, all), gone));
  const actions = new Set<string>();
  await book.history.where('subject').anyOf([...gone]).each(({ changeId, label }) => { if (without(label, all) !== label) actions.add(changeId); });
  await scrubHistory(book, book.history.where('changeId').anyOf([...actions]), (entry) => (gone.has(entry.subject) ? entry : withoutLabel(entry, all)));
}

/** Rewrites entries in slices. They are append-only but for this: who is erased must not be told of. */
async function scrubHistory(book: Book, entries: { toArray(): PromiseLike<HistoryEntry[]> }, edit: (entry: HistoryEntry) => HistoryEntry): Promise<void> {
  const changed = (await entries.toArray()).flatMap((entry) => { const next = edit(entry); return next === entry ? [] : [next]; });
  if (changed.length) await book.history.bulkPut(changed);
}

function withoutLabel(entry: HistoryEntry, words: readonly string[]): HistoryEntry {
  const label = without(entry.label, words);
  return label === entry.label ? entry : { ...entry, label };
}

/** An entry that says who made the introduction, without who is gone. */
function withoutPerson(entry: HistoryEntry, gone: ReadonlySet<string>): HistoryEntry {
  if (entry.field !== 'referredBy') return entry;
  const clean = (by: unknown): unknown => (gone.has((by as Prospect['referredBy'])?.prospectId ?? '') ? undefined : by);
  const { old, new: next, ...rest } = entry;
  return { ...rest, ...(clean(old) === undefined ? {} : { old }), ...(clean(next) === undefined ? {} : { new: next }) };
}
