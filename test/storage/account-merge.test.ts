import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import type { Field, SourceKind } from '../../src/domain/provenance.ts';
import { sameValue } from '../../src/domain/provenance.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import { mergeSameAccounts, setNotSame } from '../../src/storage/account-merge.ts';
import type { Book } from '../../src/storage/database.ts';
import { setCustomField } from '../../src/storage/custom-field.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const field = <T extends string | number | string[]>(value: T, kind: SourceKind = 'page', at = 100): Field<T> => ({ value, source: { kind, name: kind }, at });
const account = (id: string, more: Partial<Account> = {}): Account => ({ id, keys: [], fields: {}, suggestions: {}, tags: [], createdAt: 100, updatedAt: 100, ...more });
const person = (id: string, accountId: string): Prospect => ({ id, kind: 'prospect', keys: [`github:${id}`], fields: { name: field(id) }, suggestions: {}, stage: 'new', tags: [], lists: [], accountId, createdAt: 100, updatedAt: 100 });

async function bookOf(accounts: Account[], people: Prospect[] = []): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(100), async (door) => {
    for (const one of accounts) door.put('account', one);
    for (const one of people) door.put('prospect', one);
  });
  return book;
}

/** All that must be the same after an undo. */
async function stateOf(book: Book): Promise<unknown> {
  const bare = (rows: { updatedAt: number }[]): unknown[] => rows.map(({ updatedAt: _at, ...row }) => row);
  return { accounts: bare(await book.accounts.toArray()), people: bare(await book.prospects.toArray()), identities: await book.identities.toArray() };
}

const kinds = fc.constantFrom<SourceKind>('hand', 'crm', 'page', 'file');
const text = fc.record({ value: fc.constantFrom('Acme', 'ACME ', 'Acme GmbH', 'Acme Inc'), kind: kinds, at: fc.integer({ min: 1, max: 9 }) }).map(({ value, kind, at }) => field(value, kind, at));
const texts = fc.record({ value: fc.uniqueArray(fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example'), { minLength: 1 }), kind: kinds, at: fc.integer({ min: 1, max: 9 }) }).map(({ value, kind, at }) => field(value, kind, at));
const fields = fc.record({ name: text, revenue: text, emails: texts }, { requiredKeys: [] });
const custom = fc.dictionary(fc.constantFrom('Plan', 'Plan (2)', 'Owner'), text, { maxKeys: 3 });
const half = fc.record({
  fields, suggestions: fields, tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), custom: fc.option(custom.filter((one) => Object.keys(one).length > 0), { nil: undefined }), tier: fc.constantFrom(undefined, 1, 2, 3),
  keys: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')), notSame: fc.constantFrom(undefined, ['c'], ['b', 'c'], ['a', 'c']), createdAt: fc.integer({ min: 1, max: 50 }),
});
const rowOf = (id: string, { custom: own, tier, notSame, keys, ...rest }: typeof half extends fc.Arbitrary<infer T> ? T : never): Account => account(id, {
  ...rest as Partial<Account>, keys: keys.map((key) => `web:${id}${key}` as const), ...(own ? { custom: own } : {}), ...(tier ? { tier: tier as 1 } : {}), ...(notSame ? { notSame: notSame.filter((one) => one !== id) } : {}),
});
const valuesOf = (one: Account): [string, Field][] => [...Object.entries(one.fields), ...Object.entries(one.suggestions)] as [string, Field][];
const holds = (all: Field['value'], one: Field['value']): boolean => sameValue(all, one) || (Array.isArray(all) && Array.isArray(one) && one.every((some) => (all as string[]).some((other) => other.toLowerCase() === String(some).toLowerCase())));

test('whatever two accounts hold, a merge loses nothing and one undo restores all of it', async () => {
  await fc.assert(fc.asyncProperty(half, half, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), async (one, other, ofA, ofB) => {
    const [a, b, c] = [rowOf('a', one), rowOf('b', other), account('c', { notSame: ['b'] })];
    const book = await bookOf([a, b, c], [...Array.from({ length: ofA }, (_, at) => person(`a${at}`, 'a')), ...Array.from({ length: ofB }, (_, at) => person(`b${at}`, 'b'))]);
    const before = await stateOf(book);
    const change = changeAt(500);
    const kept = await mergeSameAccounts(book, 'a', 'b', change);
    const [merged, gone] = [await book.accounts.get(kept!), kept === 'a' ? 'b' : 'a'];
    expect(await book.accounts.get(gone)).toBeUndefined();
    expect((await book.prospects.toArray()).map(({ accountId }) => accountId)).toEqual(Array.from({ length: ofA + ofB }, () => kept));
    expect(merged!.keys.toSorted()).toEqual([...a.keys, ...b.keys].toSorted());
    expect(new Set((await book.identities.toArray()).filter(({ entity }) => entity === 'account').map(({ owner }) => owner))).toEqual(new Set(merged!.keys.length ? [kept] : []));
    const lost = (await book.history.where('subject').equals(kept!).toArray()).filter((entry) => entry.field.startsWith('lost.')).map((entry) => [entry.field.slice(5), (entry.old as Field).value] as const);
    for (const [name, { value }] of [...valuesOf(a), ...valuesOf(b)]) {
      const places = [...valuesOf(merged!).filter(([at]) => at === name).map(([, { value: there }]) => there), ...lost.filter(([at]) => at === name).map(([, there]) => there)];
      expect(places.some((there) => holds(there, value)), `${name} ${String(value)}`).toBe(true);
    }
    for (const value of [...Object.values(a.custom ?? {}), ...Object.values(b.custom ?? {})]) expect(Object.values(merged!.custom ?? {}).some((there) => sameValue(there.value, value.value))).toBe(true);
    expect(merged!.notSame ?? []).not.toContain('a');
    expect((await book.accounts.get('c'))!.notSame).toEqual(b.notSame?.includes('c') && kept === 'a' ? ['a'] : ['b']);
    const undone = await undo(book, change.changeId, changeAt(600));
    expect(undone.kept).toEqual([]);
    expect(await stateOf(book)).toEqual(before);
  }), { numRuns: 60 });
});

test('the more trusted source stays, the other is the suggestion; lists are joined; the higher tier stays', async () => {
  const book = await bookOf([
    account('a', { tier: 3, createdAt: 1, fields: { name: field('Acme', 'page', 9), emails: field(['a@x.example']), revenue: field('$1M', 'hand', 5) } }),
    account('b', { tier: 1, fields: { name: field('Acme GmbH', 'hand', 2), emails: field(['A@X.example', 'b@x.example']), revenue: field('$2M', 'hand', 3) }, suggestions: { name: field('ACME AG', 'file', 1) } }),
  ]);
  expect(await mergeSameAccounts(book, 'b', 'a', changeAt(500, 'one company'))).toBe('a');
  expect(await book.accounts.get('a')).toMatchObject({
    tier: 1, createdAt: 1, fields: { name: { value: 'Acme GmbH' }, emails: { value: ['a@x.example', 'b@x.example'] }, revenue: { value: '$1M' } }, suggestions: { name: { value: 'Acme' }, revenue: { value: '$2M' } },
  });
  expect((await book.history.toArray()).filter((entry) => entry.field.startsWith('lost.')).map((entry) => [entry.field, (entry.old as Field).value])).toEqual([['lost.name', 'ACME AG']]);
});

test('an undo after the one that stayed has learned more gives each its own, and no identity two owners', async () => {
  const book = await bookOf([account('a', { keys: ['web:a'], createdAt: 1 }), account('b', { keys: ['web:b'] })], [person('p', 'b'), person('q', 'a'), person('r', 'a')]);
  const change = changeAt(500);
  await mergeSameAccounts(book, 'a', 'b', change);
  await write(book, changeAt(550), async (door) => door.put('account', { ...(await door.get('account', 'a'))!, keys: ['web:a', 'web:b', 'web:new'] }));
  expect((await undo(book, change.changeId, changeAt(600))).kept).toEqual([]);
  expect((await book.accounts.bulkGet(['a', 'b'])).map((one) => one?.keys)).toEqual([['web:a', 'web:new'], ['web:b']]);
  expect((await book.identities.get('web:b'))?.owner).toBe('b');
  expect((await book.prospects.get('p'))?.accountId).toBe('b');
});

test('not the same is kept in both, and undone in both', async () => {
  const book = await bookOf([account('a'), account('b', { notSame: ['z'] })]);
  const change = changeAt(500);
  await setNotSame(book, 'a', 'b', change);
  expect([(await book.accounts.get('a'))?.notSame, (await book.accounts.get('b'))?.notSame]).toEqual([['b'], ['z', 'a']]);
  await undo(book, change.changeId, changeAt(600));
  expect([(await book.accounts.get('a'))?.notSame, (await book.accounts.get('b'))?.notSame]).toEqual([undefined, ['z']]);
});

test('the only own field can be taken away and brought back', async () => {
  const book = await bookOf([account('a', { custom: { Plan: field('Gold', 'hand') } })]);
  const change = changeAt(500);
  await setCustomField(book, 'account', 'a', 'Plan', '', change);
  expect(await book.accounts.get('a')).not.toHaveProperty('custom');
  expect((await undo(book, change.changeId, changeAt(600))).kept).toEqual([]);
  expect((await book.accounts.get('a'))?.custom?.['Plan']?.value).toBe('Gold');
});
