import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cadence, CadenceStep, Enrolment } from '../../src/domain/cadence.ts';
import { enrol, enrolmentId } from '../../src/domain/enrol.ts';
import { DEFAULT_WINDOWS } from '../../src/domain/sending-hours.ts';
import { STAGES, type Prospect } from '../../src/domain/prospect.ts';
import { bringBack, putDisqualified, putNotNow, setStage } from '../../src/storage/aside.ts';
import { editCadence, removeCadence } from '../../src/storage/cadence.ts';
import type { Book } from '../../src/storage/database.ts';
import { checkEnrol, enrolPeople, pauseEnrolment, resumeEnrolment, skipStep, stopEnrolment } from '../../src/storage/enrolment.ts';
import { applyImport, type DumpRows } from '../../src/storage/import.ts';
import { changeProspect, removeProspect, settleFollowUp } from '../../src/storage/person.ts';
import { logTouch } from '../../src/storage/touch.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, means, scratchBook } from './scratch-book.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-03-02T09:30:00Z');
const step = (id: string, days = 1): CadenceStep => ({ id, kind: 'message', channel: 'linkedin', days, business: true, text: `do ${id}` });
const cadence = (id = 'c', ids = ['s1', 's2', 's3']): Cadence => ({ id, version: 1, name: id, steps: ids.map((one) => step(one)), priorities: [], createdAt: 1, updatedAt: 1 });
const ID = enrolmentId('c', 'p1');
const zoneOf = (): string => 'Europe/Berlin';
const words = { signal: 'answered', followUp: 'answer', zone: 'UTC' };

async function bookOf(part: Partial<Prospect> = {}): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => {
    door.put('prospect', prospectOf({ stage: 'working', ...part }));
    door.put('cadence', cadence());
    door.put('cadence', cadence('d'));
  });
  return book;
}
async function begun(part: Partial<Prospect> = {}): Promise<Book> {
  const book = await bookOf(part);
  expect(await enrolPeople(book, 'c', ['p1'], { zoneOf }, changeAt(START))).toEqual(['p1']);
  return book;
}
const enrolment = async (book: Book, id = ID): Promise<Enrolment> => (await book.enrolments.get(id))!;
const open = async (book: Book): Promise<(string | undefined)[]> => (await book.followUps.toArray()).filter((one) => one.open === 1 && one.enrolmentId !== undefined).map(({ stepId }) => stepId);
const noRows = (): DumpRows => ({ prospects: [], accounts: [], notes: [], touches: [], followUps: [], lists: [], icps: [], personas: [], segments: [], rules: [], templates: [], cadences: [], enrolments: [], spends: [], suppressions: [], history: [] });

test('many at once begin each by the clock of their own zone, as alone', async () => {
  const zones: Record<string, string> = { p1: 'Europe/Berlin', p2: 'Asia/Kathmandu', p3: 'Europe/Berlin', p4: 'America/St_Johns' };
  const book = await bookOf();
  await write(book, changeAt(1), async (door) => { for (const id of ['p2', 'p3', 'p4']) door.put('prospect', prospectOf({ id, stage: 'working' })); });
  await enrolPeople(book, 'c', Object.keys(zones), { zoneOf: ({ id }) => zones[id]! }, changeAt(START));
  const due = new Map((await book.followUps.toArray()).map(({ prospectId, dueAt }) => [prospectId, dueAt]));
  for (const [id, zone] of Object.entries(zones)) expect(due.get(id)).toBe(enrol(cadence(), id, START, 'key', { zone, windows: DEFAULT_WINDOWS })!.followUp!.dueAt);
  expect(new Set(due.values()).size).toBe(3);
});

describe('a follow-up of a cadence', () => {
  test('done from anywhere completes its step, and the next one stands in the same change', async () => {
    const book = await begun();
    const first = await enrolment(book);
    const done = changeAt(START + DAY);
    await settleFollowUp(book, first.followUpId!, 'done', done);
    expect(await enrolment(book)).toMatchObject({ stepId: 's2', past: [{ stepId: 's1', done: true }] });
    expect(await open(book)).toEqual(['s2']);
    await undo(book, done.changeId, changeAt(START + DAY + 1));
    expect(await enrolment(book)).toMatchObject({ stepId: 's1', past: [], followUpId: first.followUpId });
    expect(await open(book)).toEqual(['s1']);
  });

  test('that a CRM or a hand removes skips its step', async () => {
    const book = await begun();
    const { followUpId } = await enrolment(book);
    await write(book, changeAt(START + DAY), (door) => door.remove('followUp', followUpId!), { connection: 'crm' });
    expect(await enrolment(book)).toMatchObject({ stepId: 's2', past: [{ stepId: 's1', done: false }] });
    expect(await open(book)).toEqual(['s2']);
  });

  test('is completed by a touch that names its step', async () => {
    const book = await begun();
    await logTouch(book, { id: 't1', prospectId: 'p1', channel: 'linkedin', direction: 'out', enrolmentId: ID, stepId: 's1', at: START + DAY }, changeAt(START + DAY), means.newId);
    expect(await enrolment(book)).toMatchObject({ stepId: 's2', past: [{ stepId: 's1', done: true }] });
    expect(await open(book)).toEqual(['s2']);
    await logTouch(book, { id: 't2', prospectId: 'p1', channel: 'linkedin', direction: 'out', enrolmentId: ID, stepId: 's1', at: START + DAY }, changeAt(START + DAY + 1), means.newId);
    expect((await enrolment(book)).past).toHaveLength(1);
  });

  test('of the last step finishes the cadence', async () => {
    const book = await begun();
    for (let at = 1; at <= 3; at += 1) await settleFollowUp(book, (await enrolment(book)).followUpId!, 'done', changeAt(START + at * DAY));
    expect(await enrolment(book)).toMatchObject({ state: 'stopped', reason: 'finished', stepId: '' });
    expect(await open(book)).toEqual([]);
  });
});

describe('a cadence ends', () => {
  const ends: [string, string, (book: Book) => Promise<unknown>][] = [
    ['on an answer', 'replied', (book) => logTouch(book, { id: 't', prospectId: 'p1', channel: 'email', direction: 'in', at: START + 5 }, changeAt(START + 5), means.newId, words)],
    ['on an answer that a file brings', 'replied', (book) => applyImport(book, { add: { ...noRows(), touches: [{ id: 't', prospectId: 'p1', channel: 'email', direction: 'in', at: START + 5, createdAt: 1, updatedAt: 1 }] }, update: noRows(), settings: {} }, changeAt(START + 9))],
    ['on a meeting that was booked', 'meeting', (book) => logTouch(book, { id: 't', prospectId: 'p1', channel: 'call', direction: 'out', outcome: 'meeting-booked', at: START + 5 }, changeAt(START + 5), means.newId)],
    ['on the stage of a meeting', 'meeting', (book) => setStage(book, 'p1', 'meeting', changeAt(START + 5))],
    ['on a stage that a CRM brings', 'meeting', (book) => write(book, changeAt(START + 5), async (door) => door.put('prospect', { ...(await door.get('prospect', 'p1'))!, stage: 'won' }), { connection: 'crm' })],
    ['on do-not-contact', 'do-not-contact', (book) => changeProspect(book, 'p1', changeAt(START + 5), (one) => ({ ...one, doNotContact: { at: START + 5, reason: 'asked' } }))],
    ['on do-not-contact that a file brings', 'do-not-contact', async (book) => applyImport(book, { add: noRows(), update: { ...noRows(), prospects: [{ ...(await book.prospects.get('p1'))!, doNotContact: { at: START + 5, reason: 'asked' } }] }, settings: {} }, changeAt(START + 9))],
    ['on disqualifying', 'disqualified', (book) => putDisqualified(book, 'p1', { reason: 'no-fit', note: '' }, changeAt(START + 5))],
    ['on not-now', 'not-now', (book) => putNotNow(book, 'p1', { reason: 'bad-timing', note: '', resumeAt: START + 90 * DAY, words: '', zone: 'UTC', text: '' }, changeAt(START + 5), 'n1')],
    ['with the cadence', 'cadence-removed', (book) => removeCadence(book, 'c', changeAt(START + 5))],
    ['by hand', 'by-hand', (book) => stopEnrolment(book, ID, changeAt(START + 5))],
  ];

  test.each(ends)('%s', async (_when, reason, how) => {
    const book = await begun();
    await how(book);
    expect(await enrolment(book)).toMatchObject({ state: 'stopped', reason });
    expect(await open(book)).toEqual([]);
  });

  test.each(ends)('%s when it is paused, too', async (_when, reason, how) => {
    const book = await begun();
    await pauseEnrolment(book, ID, changeAt(START + 1));
    await how(book);
    expect(await enrolment(book)).toMatchObject({ state: 'stopped', reason });
  });

  test('and an undo sets it going again, with its follow-up', async () => {
    const book = await begun();
    const change = changeAt(START + 5);
    await setStage(book, 'p1', 'disqualified', change);
    await undo(book, change.changeId, changeAt(START + 6));
    expect(await enrolment(book)).toMatchObject({ state: 'active', stepId: 's1' });
    expect(await open(book)).toEqual(['s1']);
  });

  test('but not on what was said before it began, nor on the answer of a machine', async () => {
    const book = await begun();
    await applyImport(book, { add: { ...noRows(), touches: [{ id: 't', prospectId: 'p1', channel: 'email', direction: 'in', at: START - DAY, createdAt: 1, updatedAt: 1 }] }, update: noRows(), settings: {} }, changeAt(START + 9));
    await logTouch(book, { id: 't2', prospectId: 'p1', channel: 'email', direction: 'in', outcome: 'out-of-office', at: START + 5 }, changeAt(START + 5), means.newId, words);
    expect(await enrolment(book)).toMatchObject({ state: 'active' });
  });

  test('the way back does not open its steps again', async () => {
    const book = await begun();
    await putDisqualified(book, 'p1', { reason: 'no-fit', note: '' }, changeAt(START + 5));
    await bringBack(book, 'p1', changeAt(START + 6));
    expect(await open(book)).toEqual([]);
    expect(await enrolment(book)).toMatchObject({ state: 'stopped' });
  });

  test('an enrolment that a file brings for somebody who answered here is over', async () => {
    const book = await begun();
    const row = await enrolment(book);
    const followUp = (await book.followUps.get(row.followUpId!))!;
    const other = await bookOf();
    await logTouch(other, { id: 't', prospectId: 'p1', channel: 'email', direction: 'in', at: START + 5 }, changeAt(START + 5), means.newId, words);
    await applyImport(other, { add: { ...noRows(), followUps: [followUp], enrolments: [row] }, update: noRows(), settings: {} }, changeAt(START + 9));
    expect(await enrolment(other)).toMatchObject({ state: 'stopped', reason: 'replied' });
    expect(await open(other)).toEqual([]);
  });
});

describe('enrolling', () => {
  test('nobody twice in one cadence, nobody who is barred, and in a second one only when it is confirmed', async () => {
    const book = await begun();
    expect(await enrolPeople(book, 'c', ['p1', 'p1', 'nobody'], { zoneOf, confirmed: true }, changeAt(START + 1))).toEqual([]);
    expect(await checkEnrol(book, 'd', ['p1'])).toMatchObject({ free: [], elsewhere: [{ id: 'p1', cadences: ['c'] }] });
    expect(await enrolPeople(book, 'd', ['p1'], { zoneOf }, changeAt(START + 2))).toEqual([]);
    expect(await enrolPeople(book, 'd', ['p1'], { zoneOf, confirmed: true }, changeAt(START + 3))).toEqual(['p1']);
    expect(await open(book)).toHaveLength(2);
    const barred = await bookOf({ doNotContact: { at: 1, reason: 'asked' } });
    expect(await enrolPeople(barred, 'c', ['p1'], { zoneOf, confirmed: true }, changeAt(START))).toEqual([]);
  });

  test('the day of a step is that of the person', async () => {
    const book = await bookOf({ timeZone: 'Australia/Sydney' });
    await enrolPeople(book, 'c', ['p1'], { zoneOf }, changeAt(START));
    const [followUp] = await book.followUps.toArray();
    expect([new Date(followUp!.dueAt).toISOString(), followUp!.zone]).toEqual(['2026-03-02T21:00:00.000Z', 'Australia/Sydney']);
  });

  test('whoever goes, what hangs on them goes and comes back', async () => {
    const book = await begun();
    const change = changeAt(START + 5);
    await removeProspect(book, 'p1', change);
    expect([await book.enrolments.count(), await book.followUps.count()]).toEqual([0, 0]);
    await undo(book, change.changeId, changeAt(START + 6));
    expect(await open(book)).toEqual(['s1']);
  });
});

type Act = { kind: 'done' | 'skip' | 'pause' | 'resume' | 'stop' | 'enrol' | 'reply' | 'drop' | 'again' } | { kind: 'edit'; ids: string[]; days: number } | { kind: 'stage'; stage: Prospect['stage'] } | { kind: 'undo'; back: number };
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('done', 'skip', 'pause', 'resume', 'stop', 'enrol', 'reply', 'drop', 'again').map((kind) => ({ kind }) as Act) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), ids: fc.shuffledSubarray(['s1', 's2', 's3', 's4', 's5'], { minLength: 1 }), days: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stage' as const), stage: fc.constantFrom(...STAGES) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), back: fc.integer({ min: 0, max: 4 }) }) },
);

/** Does one act, and answers its change. */
async function perform(book: Book, act: Act, at: number, changes: string[]): Promise<string> {
  const change = changeAt(at);
  const current = await book.enrolments.get(ID);
  switch (act.kind) {
    case 'done': if (current?.followUpId) await settleFollowUp(book, current.followUpId, 'done', change); break;
    case 'skip': if (current) await skipStep(book, ID, current.stepId, change); break;
    case 'pause': await pauseEnrolment(book, ID, change); break;
    case 'resume': await resumeEnrolment(book, ID, change); break;
    case 'stop': await stopEnrolment(book, ID, change); break;
    case 'enrol': case 'again': await enrolPeople(book, 'c', ['p1'], { zoneOf, confirmed: act.kind === 'again' }, change); break;
    case 'reply': await logTouch(book, { id: means.newId(), prospectId: 'p1', channel: 'email', direction: 'in', at }, change, means.newId, words); break;
    case 'drop': if (current?.followUpId) await write(book, change, (door) => door.remove('followUp', current.followUpId!)); break;
    case 'edit': await editCadence(book, 'c', { name: 'c', priorities: [], steps: act.ids.map((id) => step(id, act.days)) }, change); break;
    case 'stage': await setStage(book, 'p1', act.stage, change); break;
    case 'undo': {
      const back = changes[changes.length - 1 - act.back];
      if (back) await undo(book, back, change);
    }
  }
  return change.changeId;
}

describe('whatever happens', () => {
  test('an active enrolment has one open follow-up, for its step; none has any when it is not; no step comes twice', async () => {
    await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 14 }), async (sequence) => {
      const book = await begun();
      const changes: string[] = [];
      for (const [index, act] of sequence.entries()) {
        changes.push(await perform(book, act, START + (index + 1) * DAY, changes));
        const current = await book.enrolments.get(ID);
        const standing = (await book.followUps.toArray()).filter(({ open: isOpen, enrolmentId: of }) => isOpen === 1 && of === ID);
        if (current?.state === 'active') {
          expect(standing.map(({ id, stepId }) => [id, stepId])).toEqual([[current.followUpId, current.stepId]]);
          expect(current.past.map(({ stepId }) => stepId)).not.toContain(current.stepId);
        } else expect(standing).toEqual([]);
        const past = current?.past.map(({ stepId }) => stepId) ?? [];
        expect(new Set(past).size).toBe(past.length);
      }
      book.close();
    }), { numRuns: 150 });
  }, 60_000);

  test('an undo at once restores what was', async () => {
    await fc.assert(fc.asyncProperty(fc.array(acts.filter(({ kind }) => kind !== 'undo'), { minLength: 1, maxLength: 6 }), async (sequence) => {
      const book = await begun();
      const bare = async (): Promise<unknown> => [await book.enrolments.toArray(), await book.followUps.toArray(), await book.cadences.toArray()].map((rows) => (rows as { id: string; updatedAt: number }[]).map((row) => ({ ...row, updatedAt: 0 })));
      for (const [index, act] of sequence.entries()) {
        const before = await bare();
        const changeId = await perform(book, act, START + (index + 1) * DAY, []);
        await undo(book, changeId, changeAt(START + (index + 1) * DAY + 1));
        expect(await bare()).toEqual(before);
        await perform(book, act, START + (index + 1) * DAY + 2, []);
      }
      book.close();
    }), { numRuns: 60, examples: [[[{ kind: 'stage', stage: 'lost' }, { kind: 'again' }, { kind: 'stage', stage: 'new' }, { kind: 'done' }]]] });
  }, 60_000);
});
