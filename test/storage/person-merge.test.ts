import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Enrolment } from '../../src/domain/cadence.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import type { Field, SourceKind } from '../../src/domain/provenance.ts';
import { sameValue } from '../../src/domain/provenance.ts';
import { addNote } from '../../src/storage/person.ts';
import { mergeSamePeople, setNotSamePerson } from '../../src/storage/person-merge.ts';
import type { Book } from '../../src/storage/database.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const field = <T extends string | number | string[]>(value: T, kind: SourceKind = 'page', at = 100): Field<T> => ({ value, source: { kind, name: kind }, at });
const person = (id: string, more: Partial<Prospect> = {}): Prospect => ({ id, kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 100, updatedAt: 100, ...more });
const enrolment = (id: string, prospectId: string, state: Enrolment['state'], cadenceId: string): Enrolment => ({ id, prospectId, cadenceId, version: 1, state, stepId: 's1', ...(state === 'active' ? { followUpId: `f-${id}` } : {}), past: [], startedAt: 100, createdAt: 100, updatedAt: 100 });

interface Hanging { notes: number; touches: number; tasks: number; cadence: 'none' | 'active' | 'paused' | 'stopped' }

async function bookOf(people: Prospect[], hanging: Record<string, Hanging> = {}): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(100), async (door) => {
    for (const id of ['x', 'y']) door.put('cadence', { id, version: 1, name: id, priorities: [], steps: ['s1', 's2'].map((step) => ({ id: step, kind: 'email', channel: 'email', days: 2, business: false, text: '' })), createdAt: 100, updatedAt: 100 });
    for (const one of people) door.put('prospect', one);
    for (const [id, { notes, touches, tasks, cadence }] of Object.entries(hanging)) {
      for (let at = 0; at < notes; at++) door.put('note', { id: `n-${id}${at}`, prospectId: id, text: `${id} said ${at}`, createdAt: 100, updatedAt: 100 });
      for (let at = 0; at < touches; at++) door.put('touch', { id: `t-${id}${at}`, prospectId: id, channel: 'email', direction: 'out', outcome: 'sent', templateId: 'hello', at: 50 + at, createdAt: 100, updatedAt: 100 });
      for (let at = 0; at < tasks; at++) door.put('followUp', { id: `u-${id}${at}`, prospectId: id, dueAt: 900, open: at ? 0 : 1, words: '', zone: 'UTC', text: '', createdAt: 100, updatedAt: 100 });
      if (cadence === 'none' || people.find((one) => one.id === id)?.doNotContact) continue;
      const one = enrolment(`e-${id}`, id, cadence, id === 'a' ? 'x' : 'y');
      door.put('enrolment', one);
      if (one.followUpId) door.put('followUp', { id: one.followUpId, prospectId: id, dueAt: 900, open: 1, words: '', zone: 'UTC', text: '', channel: 'email', enrolmentId: one.id, stepId: 's1', createdAt: 100, updatedAt: 100 });
    }
  });
  return book;
}

/** All that must be the same after an undo. */
async function stateOf(book: Book): Promise<unknown> {
  const bare = (rows: { updatedAt?: number }[]): unknown[] => rows.map(({ updatedAt: _at, ...row }) => row);
  return {
    people: bare(await book.prospects.toArray()), notes: bare(await book.notes.toArray()), touches: bare(await book.touches.toArray()), tasks: bare(await book.followUps.toArray()), enrolments: bare(await book.enrolments.toArray()),
    identities: await book.identities.toArray(), uses: await book.templateUses.toArray(), inbox: await book.inbox.toArray(),
  };
}

const kinds = fc.constantFrom<SourceKind>('hand', 'crm', 'page', 'file');
const text = fc.record({ value: fc.constantFrom('Ada', 'ADA ', 'Ada L.', 'Lovelace'), kind: kinds, at: fc.integer({ min: 1, max: 9 }) }).map(({ value, kind, at }) => field(value, kind, at));
const texts = fc.record({ value: fc.uniqueArray(fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example'), { minLength: 1 }), kind: kinds, at: fc.integer({ min: 1, max: 9 }) }).map(({ value, kind, at }) => field(value, kind, at));
const fields = fc.record({ name: text, title: text, company: text, emails: texts }, { requiredKeys: [] });
const dated = { at: fc.integer({ min: 1, max: 90 }) };
const half = fc.record({
  fields, suggestions: fields, tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), lists: fc.uniqueArray(fc.constantFrom('l', 'm')), stage: fc.constantFrom<Prospect['stage']>('new', 'working', 'engaged', 'won', 'lost'), kind: fc.constantFrom<Prospect['kind']>('lead', 'prospect'),
  doNotContact: fc.record({ ...dated, reason: fc.constantFrom('asked', 'law') }), consent: fc.record({ state: fc.constantFrom<'given' | 'withdrawn'>('given', 'withdrawn'), ...dated, source: fc.constant('form') }),
  bant: fc.record({ budget: fc.record({ state: fc.constantFrom<'no' | 'yes'>('no', 'yes'), evidence: fc.constantFrom('', 'said so'), ...dated }), need: fc.record({ state: fc.constant<'partly'>('partly'), evidence: fc.constant(''), ...dated }) }, { requiredKeys: [] }).filter((one) => Object.keys(one).length > 0),
  priority: fc.record({ level: fc.constantFrom<'P1' | 'P4'>('P1', 'P4'), reason: fc.constant('why'), ...dated }), referredBy: fc.record({ prospectId: fc.constantFrom('a', 'b', 'c'), name: fc.constant('C'), ...dated }),
  leadSource: fc.constantFrom('search', 'referral'), dealValue: fc.constantFrom(1, 2), notSame: fc.uniqueArray(fc.constantFrom('c', 'd'), { minLength: 1 }), createdAt: fc.integer({ min: 1, max: 50 }),
}, { requiredKeys: ['fields', 'suggestions', 'tags', 'lists', 'stage', 'kind', 'createdAt'] });
const hung = fc.record({ notes: fc.nat(2), touches: fc.nat(2), tasks: fc.nat(2), cadence: fc.constantFrom<Hanging['cadence']>('none', 'active', 'paused', 'stopped') });

test('whatever two people hold, a merge loses nothing, nobody is bothered who must not be, and one undo restores all of it', async () => {
  await fc.assert(fc.asyncProperty(half, half, hung, hung, fc.constantFrom({}, { name: 'a', title: 'b', stage: 'b' }), async (one, other, ofA, ofB, chosen) => {
    const [a, b] = [person('a', { ...one, keys: ['github:a', 'x:a'] } as Partial<Prospect>), person('b', { ...other, keys: ['github:b'] } as Partial<Prospect>)];
    const book = await bookOf([a, b, person('c', { notSame: ['b'], referredBy: { prospectId: 'b', name: 'B', at: 1 } })], { a: ofA, b: ofB });
    const before = await stateOf(book);
    const change = changeAt(500);
    const kept = (await mergeSamePeople(book, 'a', 'b', chosen, change))!;
    const merged = (await book.prospects.get(kept))!;
    const gone = kept === 'a' ? 'b' : 'a';
    const hangs = await Promise.all([book.notes, book.touches, book.followUps, book.enrolments].map(async (table) => (await table.toArray()).map(({ prospectId }) => prospectId)));
    expect([await book.prospects.get(gone), new Set(hangs.flat())]).toEqual([undefined, new Set(hangs.flat().length ? [kept] : [])]);
    expect(merged.keys.toSorted()).toEqual(['github:a', 'github:b', 'x:a']);
    expect(new Set((await book.identities.toArray()).map(({ owner }) => owner))).toEqual(new Set([kept]));
    expect(merged.tags.toSorted()).toEqual([...new Set([...a.tags, ...b.tags])].toSorted());
    expect([merged.createdAt, !!merged.doNotContact]).toEqual([Math.min(a.createdAt, b.createdAt), !!(a.doNotContact ?? b.doNotContact)]);
    if (a.consent?.state === 'withdrawn' || b.consent?.state === 'withdrawn') expect(merged.consent?.state).toBe('withdrawn');
    expect((await book.enrolments.toArray()).filter(({ state }) => state !== 'stopped').length).toBeLessThanOrEqual(merged.doNotContact ? 0 : 1);
    expect((await book.prospects.get('c'))).toMatchObject({ notSame: [b.notSame?.includes('c') ? kept : 'b'], referredBy: { prospectId: kept } });
    expect(merged.referredBy?.prospectId ?? 'c').toBe('c');
    // a value stands, is a suggestion, or is in the history
    const lost = (await book.history.where('subject').equals(kept).toArray()).filter((entry) => entry.field.startsWith('lost.')).map((entry) => [entry.field.slice(5), (entry.old as Field).value] as const);
    for (const [name, { value }] of [a, b].flatMap((row) => [...Object.entries(row.fields), ...Object.entries(row.suggestions)]) as [string, Field][]) {
      const places = [merged.fields, merged.suggestions].flatMap((row) => (row as Record<string, Field<string[]>>)[name]?.value ?? []).concat(lost.filter(([at]) => at === name).flatMap(([, there]) => there as string[]));
      for (const each of [value].flat() as string[]) expect(places.some((there) => sameValue(there, each)), `${name} ${each}`).toBe(true);
    }
    if (chosen.title && b.fields.title) expect(merged.fields.title?.value).toBe(b.fields.title.value);
    expect((await undo(book, change.changeId, changeAt(600))).kept).toEqual([]);
    expect(await stateOf(book)).toEqual(before);
  }), { numRuns: 60 });
}, 60_000);

test('weeks later they are separated: what came since stays with the one it was put on', async () => {
  const book = await bookOf([person('a', { keys: ['github:a'], tags: ['fair'], createdAt: 1 }), person('b', { keys: ['github:b'], tags: ['web'] })], { a: { notes: 1, touches: 1, tasks: 0, cadence: 'none' }, b: { notes: 1, touches: 0, tasks: 0, cadence: 'none' } });
  const change = changeAt(500);
  expect(await mergeSamePeople(book, 'b', 'a', {}, change)).toBe('a');
  expect((await book.prospects.get('a'))!.merged).toEqual([{ id: 'b', name: '', at: 500, changeId: change.changeId }]);
  await addNote(book, 'a', 'later', 'since then', changeAt(700));
  await write(book, changeAt(710), async (door) => {
    const row = (await door.get('prospect', 'a'))!;
    door.put('prospect', { ...row, keys: [...row.keys, 'x:new'], tags: [...row.tags, 'hot'], fields: { title: field('CTO') } });
  });
  expect((await undo(book, change.changeId, changeAt(800))).kept).toEqual([]);
  const [a, b] = await book.prospects.bulkGet(['a', 'b']);
  expect([a!.keys, a!.tags, a!.fields.title?.value, a!.merged]).toEqual([['github:a', 'x:new'], ['fair', 'hot'], 'CTO', undefined]);
  expect([b!.keys, b!.tags]).toEqual([['github:b'], ['web']]);
  expect((await book.notes.toArray()).map(({ id, prospectId }) => [id, prospectId])).toEqual([['later', 'a'], ['n-a0', 'a'], ['n-b0', 'b']]);
});

test('do-not-contact comes with either row, closes what was planned, and goes back with the row it came from alone', async () => {
  const book = await bookOf([person('a', { keys: ['github:a'], createdAt: 1 }), person('b', { doNotContact: { at: 50, reason: 'asked' } })], { a: { notes: 1, touches: 0, tasks: 1, cadence: 'active' } });
  const before = await stateOf(book);
  const change = changeAt(500);
  await mergeSamePeople(book, 'a', 'b', {}, change);
  expect(await book.prospects.get('a')).toMatchObject({ doNotContact: { at: 50, reason: 'asked', dropped: ['u-a0'] } });
  expect([(await book.followUps.toArray()).some(({ open }) => open === 1), (await book.enrolments.toArray())[0]!.state]).toEqual([false, 'stopped']);
  expect((await undo(book, change.changeId, changeAt(600))).kept).toEqual([]);
  expect(await stateOf(book)).toEqual(before);
});

test('not the same is kept in both, and undone in both', async () => {
  const book = await bookOf([person('a'), person('b', { notSame: ['z'] })]);
  const change = changeAt(500);
  await setNotSamePerson(book, 'a', 'b', change);
  expect([(await book.prospects.get('a'))?.notSame, (await book.prospects.get('b'))?.notSame]).toEqual([['b'], ['z', 'a']]);
  await undo(book, change.changeId, changeAt(600));
  expect([(await book.prospects.get('a'))?.notSame, (await book.prospects.get('b'))?.notSame]).toEqual([undefined, ['z']]);
});
