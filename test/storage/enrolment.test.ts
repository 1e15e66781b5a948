import { expect, test } from 'vitest';
import type { Cadence } from '../../src/domain/cadence.ts';
import { setDefaultCadence } from '../../src/storage/cadence.ts';
import { enrolGroups } from '../../src/storage/enrolment.ts';
import { setMeeting } from '../../src/storage/meeting.ts';
import { addFollowUp, settleFollowUp } from '../../src/storage/person.ts';
import { readTimeline } from '../../src/storage/timeline.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const cadence = (id: string, priorities: Cadence['priorities'] = []): Cadence => ({ id, version: 1, name: id, steps: [{ id: `${id}1`, kind: 'message', channel: 'linkedin', days: 0, business: false, text: '' }], priorities, createdAt: 1, updatedAt: 1 });

test('each group begins its own cadence, nobody two of them, and it is one thing to undo', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => {
    for (const id of ['a', 'b', 'c']) door.put('prospect', prospectOf({ id, stage: 'new', ...(id === 'c' ? { doNotContact: { at: 1, reason: 'asked-not-to' } } : {}) }));
    for (const id of ['x', 'y']) door.put('cadence', cadence(id));
  });
  const change = changeAt(5);
  expect(await enrolGroups(book, [{ cadenceId: 'x', ids: ['a', 'c'] }, { cadenceId: 'gone', ids: ['b'] }, { cadenceId: 'y', ids: ['b', 'a'] }], { zoneOf: () => 'UTC', confirmed: true }, change)).toEqual(['a', 'b']);
  expect((await book.enrolments.toArray()).map(({ prospectId, cadenceId }) => `${prospectId} ${cadenceId}`).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['a x', 'b y']);
  await undo(book, change.changeId, changeAt(6));
  expect(await book.enrolments.count()).toBe(0);
});

test('a priority has one default cadence, or none', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => { door.put('cadence', cadence('x', ['P1', 'P2'])); door.put('cadence', cadence('y')); });
  const defaults = async (): Promise<string[]> => (await book.cadences.toArray()).map(({ id, priorities, version }) => `${id}${version} ${priorities.join()}`);
  await setDefaultCadence(book, 'P1', 'y', changeAt(2));
  expect(await defaults()).toEqual(['x1 P2', 'y1 P1']);
  await setDefaultCadence(book, 'P2', '', changeAt(3));
  expect(await defaults()).toEqual(['x1 ', 'y1 P1']);
});

test('a meeting gets its end and place, keeps its length when it moves, and stands in the timeline', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('prospect', prospectOf({ id: 'p' })));
  await addFollowUp(book, { id: 'f', prospectId: 'p', dueAt: 1_000_000, words: '', zone: 'UTC', text: '', channel: 'meeting' }, changeAt(2));
  const change = changeAt(3);
  await setMeeting(book, 'f', { endsAt: 1_060_000, place: ' Hall 4 ' }, change);
  await settleFollowUp(book, 'f', { dueAt: 2_000_000 }, changeAt(4));
  expect(await book.followUps.get('f')).toMatchObject({ dueAt: 2_000_000, endsAt: 2_060_000, place: 'Hall 4' });
  expect((await readTimeline(book, 'p')).find(({ kind }) => kind === 'meeting')).toMatchObject({ at: 2_000_000, subject: 'p', meeting: { place: 'Hall 4' } });
  await undo(book, change.changeId, changeAt(5));
  expect(await book.followUps.get('f')).not.toHaveProperty('place');
});
