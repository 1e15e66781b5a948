import { describe, expect, it } from 'vitest';
import type { ProfileKey } from '../../src/domain/identity.ts';
import type { BookRows } from '../../src/files/book-schema.ts';
import { existingBook, IMPORTED_BY } from '../../src/files/existing-book.ts';
import { planImport } from '../../src/files/import-plan.ts';
import { applied, hand, none, page, planned, prospect, writes } from './planning.ts';

describe('a prospect of the file', () => {
  it('with another id but a shared key is the one in the book, and what hangs on it moves along', () => {
    const rows = { ...none(), prospects: [prospect('mine', { keys: ['github:ada'], fields: { title: page('CTO', 5) } })] };
    const dump: BookRows = {
      ...none(), prospects: [prospect('theirs', { keys: ['linkedin:in/ada', 'github:ada'], fields: { title: page('CTO', 1), location: page('Berlin', 1) }, tags: ['hot'] })],
      notes: [{ id: 'n1', prospectId: 'theirs', text: 'hi', createdAt: 1, updatedAt: 1 }],
      history: [{ seq: 7, changeId: 'c', at: 1, by: 'rep', label: 'Saved', entity: 'prospect', id: 'theirs', subject: 'theirs', field: 'stage', new: 'new' }],
    };
    const plan = planned(rows, dump);
    expect(plan.add.prospects).toEqual([]);
    expect(plan.update.prospects).toMatchObject([{ id: 'mine', keys: ['github:ada', 'linkedin:in/ada'], fields: { title: { at: 5 }, location: { value: 'Berlin' } }, tags: ['hot'] }]);
    expect(plan.add.notes).toMatchObject([{ id: 'n1', prospectId: 'mine' }]);
    expect(plan.add.history).toMatchObject([{ id: 'mine', subject: 'mine', seq: 7 }]);
  });

  it('is one with the others that it shares a key with by way of a third, wherever they stand', () => {
    const chain = [prospect('a', { keys: ['github:1'] }), prospect('b', { keys: ['github:3'] }), prospect('c', { keys: ['github:2', 'github:3'] }), prospect('d', { keys: ['github:1', 'github:2'] })];
    const alone = planned(none(), { ...none(), prospects: chain });
    expect(alone.add.prospects.map(({ id, keys }) => [id, keys.toSorted()])).toEqual([['a', ['github:1', 'github:2', 'github:3']]]);
    const known = planned({ ...none(), prospects: [prospect('x', { keys: ['github:3'] })] }, { ...none(), prospects: chain });
    expect([known.add.prospects, known.update.prospects.map(({ id, keys }) => [id, keys.length])]).toEqual([[], [['x', 3]]]);
  });

  it('gives its account and lists under the names they have in the book', () => {
    const stamp = { createdAt: 1, updatedAt: 1 };
    const account = { keys: ['web:example.com'] as ProfileKey[], fields: {}, suggestions: {}, tags: [], ...stamp };
    const rows: BookRows = { ...none(), accounts: [{ id: 'a-mine', ...account }], lists: [{ id: 'l-mine', name: 'Berlin', ...stamp }] };
    const dump: BookRows = {
      ...none(), accounts: [{ id: 'a-theirs', ...account }], lists: [{ id: 'l-theirs', name: ' berlin ', ...stamp }], prospects: [prospect('p', { accountId: 'a-theirs', lists: ['l-theirs'] })],
    };
    const plan = planned(rows, dump);
    expect(plan.add).toMatchObject({ accounts: [], lists: [], prospects: [{ accountId: 'a-mine', lists: ['l-mine'] }] });
  });

  it.each([
    ['a hand edit stays above a newer page', hand('CTO', 1), page('CEO', 9), 'CTO', 'CEO'],
    ['a hand edit in the file comes above a newer page', page('CEO', 9), hand('CTO', 1), 'CTO', 'CEO'],
    ['the newer of two hand edits wins', hand('CTO', 1), hand('CEO', 2), 'CEO', 'CTO'],
    ['of two as old the one in the book wins', hand('CTO', 1), hand('CEO', 1), 'CTO', 'CEO'],
    ['the same page, read later, replaces without a word', page('CTO', 1), page('CEO', 2), 'CEO', undefined],
    ['another page, read later, leaves the first as a suggestion', page('CTO', 1, 'github'), page('CEO', 2), 'CEO', 'CTO'],
    ['a difference of case alone is none', hand('CTO', 1), page('cto ', 2), 'CTO', undefined],
  ])('has its fields weighed: %s', (_name, mine, theirs, value, suggestion) => {
    const rows = { ...none(), prospects: [prospect('p', { fields: { title: mine } })] };
    const after = applied(rows, planned(rows, { ...none(), prospects: [prospect('p', { fields: { title: theirs } })] }));
    expect(after.prospects[0]!.fields.title?.value).toBe(value);
    expect(after.prospects[0]!.suggestions.title?.value).toBe(suggestion);
  });

  it('does not put back what the rep has emptied since, but offers it', () => {
    const history = [{ changeId: 'c', at: 5, by: 'rep', label: '', entity: 'prospect' as const, id: 'p', subject: 'p', field: 'fields.title', old: page('CTO', 1) }];
    const dump = { ...none(), prospects: [prospect('p', { fields: { title: page('CTO', 1) } })] };
    const emptied = { ...none(), prospects: [prospect('p')], history };
    expect(planned(emptied, dump).update.prospects).toMatchObject([{ fields: {}, suggestions: { title: { value: 'CTO' } } }]);
    const never = { ...none(), prospects: [prospect('p')], history: history.map((entry) => ({ ...entry, by: IMPORTED_BY })) };
    expect(planned(never, dump).update.prospects).toMatchObject([{ fields: { title: { value: 'CTO' } } }]);
  });

  it('does not offer again what was turned down since', () => {
    const history = [{ changeId: 'c', at: 5, by: 'rep', label: '', entity: 'prospect' as const, id: 'p', subject: 'p', field: 'suggestions.title', old: page('CEO', 2) }];
    const rows = { ...none(), prospects: [prospect('p', { fields: { title: hand('CTO', 1) } })], history };
    expect(writes(planned(rows, { ...none(), prospects: [prospect('p', { fields: { title: page('CEO', 2) } })] }))).toBe(0);
    expect(writes(planned(rows, { ...none(), prospects: [prospect('p', { fields: { title: page('CEO', 6) } })] }))).toBe(1);
  });

  it('has the stage of who changed it last, even when the other row was touched later', () => {
    const moved = { changeId: 'c', at: 5, by: 'rep', label: '', entity: 'prospect' as const, id: 'p', subject: 'p', field: 'stage', old: 'new', new: 'meeting' };
    const rows = { ...none(), prospects: [prospect('p', { stage: 'meeting', updatedAt: 5 })], history: [moved] };
    expect(planned(rows, { ...none(), prospects: [prospect('p', { updatedAt: 9 })] }).update.prospects).toMatchObject([{ stage: 'meeting', updatedAt: 9 }]);
    expect(planned({ ...rows, history: [] }, { ...none(), prospects: [prospect('p', { updatedAt: 9 })] }).update.prospects).toMatchObject([{ stage: 'new' }]);
  });

  it('that points at two people of the book joins one of them, takes no key from the other and says so', () => {
    const rows = { ...none(), prospects: [prospect('a', { keys: ['github:a'] }), prospect('b', { keys: ['github:b'] })] };
    const plan = planned(rows, { ...none(), prospects: [prospect('c', { keys: ['github:b', 'github:a', 'github:new'], tags: ['x'] })] });
    expect(plan.update.prospects).toMatchObject([{ id: 'b', keys: ['github:b', 'github:new'] }]);
    expect(plan.conflicts).toContainEqual({ table: 'prospects', id: 'b', field: 'keys', kept: undefined, other: 'github:a', why: 'taken' });
  });

  it('never shares a key with an account', () => {
    const stamp = { createdAt: 1, updatedAt: 1 };
    const dump: BookRows = { ...none(), accounts: [{ id: 'a', keys: ['web:x.example'], fields: {}, suggestions: {}, tags: [], ...stamp }], prospects: [prospect('p', { keys: ['web:x.example', 'github:p'] })] };
    expect(planned(none(), dump).add.prospects).toMatchObject([{ keys: ['github:p'] }]);
  });

  it('may name fields like what every object has', () => {
    const odd = { toString: page('x', 1), hasOwnProperty: page('y', 1) };
    const rows = { ...none(), prospects: [prospect('p')] };
    expect(planned(rows, { ...none(), prospects: [prospect('p', { fields: odd as never })] }).update.prospects[0]!.fields).toEqual(odd);
  });
});

describe('what else is in the file', () => {
  const stamp = { createdAt: 1, updatedAt: 1 };

  it('that hangs on nobody is not taken but told', () => {
    const note = { id: 'n', prospectId: 'gone', text: 'x', ...stamp };
    const plan = planned(none(), { ...none(), notes: [note] });
    expect(plan.add.notes).toEqual([]);
    expect(plan.conflicts).toEqual([{ table: 'notes', id: 'n', field: '*', kept: undefined, other: note, why: 'orphan' }]);
  });

  it('is the newer one where a note or a follow-up was changed on both sides, and the other is told', () => {
    const note = { id: 'n', prospectId: 'p', text: 'old', ...stamp };
    const rows = { ...none(), prospects: [prospect('p')], notes: [note] };
    const newer = planned(rows, { ...none(), prospects: [prospect('p')], notes: [{ ...note, text: 'new', updatedAt: 2 }] });
    expect(newer.update.notes).toMatchObject([{ text: 'new' }]);
    expect(newer.conflicts).toMatchObject([{ table: 'notes', other: { text: 'old' }, why: 'older' }]);
    const older = planned(rows, { ...none(), prospects: [prospect('p')], notes: [{ ...note, text: 'new', updatedAt: 0 }] });
    expect(older.update.notes).toEqual([]);
    expect(older.conflicts).toMatchObject([{ other: { text: 'new' }, why: 'older' }]);
  });

  it('never changes a version of an ICP that is there', () => {
    const icp = { id: 'i', version: 1, name: 'A', criteria: [], ...stamp };
    const plan = planned({ ...none(), icps: [icp] }, { ...none(), icps: [{ ...icp, name: 'B', updatedAt: 9 }, { ...icp, version: 2 }] });
    expect(plan.add.icps).toEqual([{ ...icp, version: 2 }]);
    expect(plan.update.icps).toEqual([]);
    expect(plan.conflicts).toMatchObject([{ table: 'icps', why: 'kept', other: { name: 'B' } }]);
  });

  it('brings history along once, with its places only into a book without any', () => {
    const entry = { seq: 3, changeId: 'c', at: 1, by: 'rep', label: '', entity: 'prospect' as const, id: 'p', subject: 'p', field: 'stage', old: 'new', new: 'won' };
    expect(planned(none(), { ...none(), history: [entry] }).add.history).toEqual([entry]);
    const { seq: _place, ...rest } = entry;
    expect(planned({ ...none(), history: [{ ...entry, changeId: 'd' }] }, { ...none(), history: [entry] }).add.history).toEqual([rest]);
    expect(planned({ ...none(), history: [{ ...entry, seq: 99 }] }, { ...none(), history: [entry] }).add.history).toEqual([]);
  });

  it('sets only settings that are not set', () => {
    const plan = planImport({ ...none(), settings: { zone: 'UTC', quiet: true } }, existingBook(none(), { zone: 'Europe/Berlin' }));
    expect(plan.settings).toEqual({ quiet: true });
    expect(plan.conflicts).toMatchObject([{ table: 'settings', id: 'zone', kept: 'Europe/Berlin', other: 'UTC' }]);
  });
});
