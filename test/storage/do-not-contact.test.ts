import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FollowUp } from '../../src/domain/activity.ts';
import type { Enrolment } from '../../src/domain/cadence.ts';
import { mergeRows } from '../../src/files/merge-row.ts';
import { putDisqualified, bringBack, setStage } from '../../src/storage/aside.ts';
import { ContactBarred } from '../../src/storage/contact-guard.ts';
import type { Book } from '../../src/storage/database.ts';
import { liftDoNotContact, setDoNotContact } from '../../src/storage/do-not-contact.ts';
import { addFollowUp, changeProspect } from '../../src/storage/person.ts';
import { rejected } from '../../src/storage/rejection.ts';
import { logTouch } from '../../src/storage/touch.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { withValues } from '../../src/domain/sync/row-values.ts';
import { merge } from '../../src/domain/sync/merge.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, means, scratchBook } from './scratch-book.ts';

const followUp = (id: string, part: Partial<FollowUp> = {}): FollowUp => ({ id, prospectId: 'p1', dueAt: 9, open: 1, words: '', zone: 'UTC', text: '', createdAt: 1, updatedAt: 1, ...part });
const enrolment = (id: string, part: Partial<Enrolment> = {}): Enrolment => ({ id, prospectId: 'p1', cadenceId: 'c1', version: 1, state: 'active', stepId: 's1', past: [], startedAt: 1, createdAt: 1, updatedAt: 1, ...part });
const note = { id: 'n1', text: 'lifted' };

async function bookOf(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => {
    door.put('prospect', prospectOf());
    door.put('followUp', followUp('f1'));
    door.put('cadence', { id: 'c1', version: 1, name: 'c', steps: [{ id: 's1', kind: 'ask', channel: 'email', days: 0, business: false, text: '' }], priorities: [], createdAt: 1, updatedAt: 1 });
    door.put('followUp', followUp('f2', { enrolmentId: 'e1', stepId: 's1' }));
    door.put('enrolment', enrolment('e1', { followUpId: 'f2' }));
  });
  return book;
}

const isBarred = async (book: Book): Promise<boolean> => (await book.prospects.get('p1'))?.doNotContact !== undefined;
const openOnes = async (book: Book): Promise<string[]> => (await book.followUps.toArray()).filter(({ open }) => open === 1).map(({ id }) => id).toSorted();

test('setting it closes what is planned and stops cadences; lifting wants a reason and opens what it closed, no step of a cadence', async () => {
  const book = await bookOf();
  await setDoNotContact(book, 'p1', 'legal', changeAt(2));
  expect((await book.prospects.get('p1'))!.doNotContact).toEqual({ at: 2, reason: 'legal', dropped: ['f1'] });
  expect(await openOnes(book)).toEqual([]);
  expect(await book.enrolments.get('e1')).toMatchObject({ state: 'stopped', reason: 'do-not-contact' });
  await setDoNotContact(book, 'p1', 'other', changeAt(3));
  expect((await book.prospects.get('p1'))!.doNotContact).toMatchObject({ at: 2, reason: 'legal' });
  await liftDoNotContact(book, 'p1', note, '  ', changeAt(4));
  expect(await isBarred(book)).toBe(true);
  await liftDoNotContact(book, 'p1', note, 'wrote to us', changeAt(5));
  expect(await isBarred(book)).toBe(false);
  expect(await openOnes(book)).toEqual(['f1']);
  expect(await book.notes.get('n1')).toMatchObject({ text: 'lifted' });
  expect((await book.history.where('subject').equals('p1').toArray()).filter(({ field }) => field === 'doNotContact').map(({ at }) => at)).toEqual([2, 5]);
});

test('no undo takes it back, neither of the act nor of the touch that made it; undoing a lift sets it again', async () => {
  const book = await bookOf();
  const set = changeAt(2);
  await logTouch(book, { id: 't1', prospectId: 'p1', channel: 'email', direction: 'in', outcome: 'asked-not-to', at: 2 }, set, means.newId);
  expect(await isBarred(book)).toBe(true);
  const { restored, kept } = await undo(book, set.changeId, changeAt(3));
  expect([restored, kept.map(({ field }) => field), await isBarred(book), await book.touches.count()]).toEqual([0, ['doNotContact'], true, 1]);
  const lift = changeAt(4);
  await liftDoNotContact(book, 'p1', note, 'r', lift);
  await undo(book, lift.changeId, changeAt(5));
  expect(await isBarred(book)).toBe(true);
  expect(await openOnes(book)).toEqual([]);
});

test('a no by who asked not to be contacted sets it; another no does not, and not now stands at its date', async () => {
  const book = await bookOf();
  await rejected(book, 'p1', { reason: 'bad-timing', note: '', next: 'not-now', later: { resumeAt: 99, words: 'later', zone: 'UTC', text: 'x' } }, changeAt(2), 'f9');
  expect(await book.prospects.get('p1')).toMatchObject({ stage: 'nurture', rejections: [{ reason: 'bad-timing', at: 2 }], aside: { resumeAt: 99 } });
  expect([await isBarred(book), (await book.enrolments.get('e1'))!.reason]).toEqual([false, 'not-now']);
  await rejected(book, 'p1', { reason: 'asked-not-to', note: '', next: 'never' }, changeAt(3), 'f10');
  expect(await book.prospects.get('p1')).toMatchObject({ stage: 'disqualified', doNotContact: { at: 3, reason: 'asked-not-to' }, rejections: [{}, {}] });
  expect(await openOnes(book)).toEqual([]);
});

/** Whatever else can be done to somebody, as a rep, a file or a CRM does it. */
const ACTS: Record<string, (book: Book, at: number) => Promise<unknown>> = {
  overwrite: (book, at) => write(book, changeAt(at), async (door) => door.put('prospect', prospectOf({ updatedAt: at }))),
  copy: (book, at) => write(book, changeAt(at), async (door) => door.put('prospect', prospectOf({ tags: ['x'], updatedAt: at })), { isCopy: true }),
  pull: (book, at) => changeProspect(book, 'p1', changeAt(at), (row) => withValues(row, { doNotContact: false, title: `CTO ${at}` }, { kind: 'crm', name: 'crm' }, at)),
  drop: (book, at) => changeProspect(book, 'p1', changeAt(at), ({ doNotContact: _gone, ...row }) => row),
  enrol: (book, at) => write(book, changeAt(at), async (door) => { door.put('enrolment', enrolment(`e${at}`, { followUpId: `s${at}` })); door.put('followUp', followUp(`s${at}`, { enrolmentId: `e${at}`, stepId: 's1' })); }),
  plan: (book, at) => addFollowUp(book, { id: `p${at}`, prospectId: 'p1', dueAt: at, words: '', zone: 'UTC', text: '' }, changeAt(at)).catch((error: unknown) => expect(error).toBeInstanceOf(ContactBarred)),
  disqualify: (book, at) => putDisqualified(book, 'p1', { reason: 'no-fit', note: '' }, changeAt(at)),
  back: (book, at) => bringBack(book, 'p1', changeAt(at)),
  stage: (book, at) => setStage(book, 'p1', 'meeting', changeAt(at)),
  touch: (book, at) => logTouch(book, { id: `t${at}`, prospectId: 'p1', channel: 'email', direction: 'in', outcome: 'replied', at }, changeAt(at), means.newId),
  undo: async (book, at) => { const all = await book.history.toArray(); const one = all[(at * 7) % all.length]; if (one && one.at > 1) await undo(book, one.changeId, changeAt(at)); },
};

test('whatever is written after it: it stays, no cadence goes on, no step comes due', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(ACTS)), { maxLength: 4 }), fc.array(fc.constantFrom(...Object.keys(ACTS)), { minLength: 1, maxLength: 8 }), async (before, after) => {
    const book = await bookOf();
    let at = 2;
    for (const name of before) await ACTS[name]!(book, at++);
    await setDoNotContact(book, 'p1', 'legal', changeAt(at++));
    const { at: since } = (await book.prospects.get('p1'))!.doNotContact!;
    for (const name of after) {
      await ACTS[name]!(book, at++);
      expect((await book.prospects.get('p1'))!.doNotContact, name).toMatchObject({ at: since, reason: 'legal' });
      expect((await book.enrolments.toArray()).filter(({ state }) => state !== 'stopped'), name).toEqual([]);
      expect((await book.followUps.toArray()).filter(({ open, stepId }) => open === 1 && stepId !== undefined), name).toEqual([]);
    }
  }), { numRuns: 40 });
});

test('of rows that are one person it holds when one has it, in any order, unless it was lifted here since', () => {
  const never = (): undefined => undefined;
  fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }), { minLength: 1, maxLength: 5 }), (flags) => {
    const rows = flags.map((at, index) => prospectOf({ id: `p${index}`, ...(at === undefined ? {} : { doNotContact: { at, reason: 'legal' } }) }));
    const times = flags.filter((at) => at !== undefined);
    const { row } = mergeRows(rows as [typeof rows[0] & object], never);
    expect(row.doNotContact?.at).toBe(times.length ? Math.min(...times) : undefined);
    expect(mergeRows([row, ...rows], never).row.doNotContact).toEqual(row.doNotContact);
  }));
  const barred = prospectOf({ id: 'p2', doNotContact: { at: 5, reason: 'legal' } });
  const liftedAt = (time: number) => (at: number, field: string): number | undefined => (at === 0 && field === 'doNotContact' ? time : undefined);
  expect(mergeRows([prospectOf(), barred], liftedAt(9)).row.doNotContact).toBeUndefined();
  expect(mergeRows([prospectOf(), barred], liftedAt(4)).row.doNotContact).toBeDefined();
});

test('between here and a CRM yes on either side wins; a no is believed of us alone', () => {
  const side = (value: boolean | null, at = 1): { values: { doNotContact: boolean | null }; at: () => number } => ({ values: { doNotContact: value }, at: () => at });
  const both = (value: boolean): { ours: { doNotContact: boolean }; theirs: { doNotContact: boolean } } => ({ ours: { doNotContact: value }, theirs: { doNotContact: value } });
  for (const policy of ['fill', 'ours', 'theirs', 'newest', 'ask'] as const) {
    const met = (base: ReturnType<typeof both> | null, mine: boolean, other: boolean | null): [unknown, unknown] => { const { pull, push } = merge('prospect', base, side(mine, 9), side(other), () => policy); return [pull['doNotContact'], push['doNotContact']]; };
    expect(met(null, false, true), policy).toEqual([true, undefined]);
    expect(met(null, true, false), policy).toEqual([undefined, true]);
    expect(met(both(false), false, true), policy).toEqual([true, undefined]);
    expect(met(both(true), true, false), policy).toEqual([undefined, true]);
    expect(met(both(true), false, true), policy).toEqual([undefined, false]);
    expect(met(both(false), false, null), policy).toEqual([undefined, undefined]);
  }
  expect(withValues(prospectOf({ doNotContact: { at: 1, reason: 'legal' } }), { doNotContact: false }, { kind: 'crm', name: 'c' }, 2).doNotContact).toEqual({ at: 1, reason: 'legal' });
  expect(withValues(prospectOf(), { doNotContact: true }, { kind: 'crm', name: 'c' }, 2).doNotContact).toEqual({ at: 2, reason: 'c' });
});
