import { expect, test } from 'vitest';
import { timelineOf } from '../../src/domain/account-timeline.ts';
import type { HistoryEntry } from '../../src/domain/history.ts';

const entry = (changeId: string, at: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({ changeId, at, by: 'rep', label: changeId, entity: 'prospect', id: 'p', subject: 'p', field: 'stage', old: 'a', new: 'b', ...more });

test('touches, notes and actions stand in one line, newest first; an action is one event for each it is about, and what only kept a note is told by the note', () => {
  const events = timelineOf({
    touches: [{ id: 't', prospectId: 'p', channel: 'call', direction: 'in', at: 30, createdAt: 1, updatedAt: 1 }],
    notes: [{ id: 'n', prospectId: 'q', text: 'hm', createdAt: 20, updatedAt: 20 }],
    history: [entry('two fields', 40), entry('two fields', 40, { field: 'tags' }), entry('both', 10), entry('both', 10, { subject: 'q' }), entry('note kept', 20, { entity: 'note', field: '*', subject: 'q', old: undefined, new: {} })],
  }, 10);
  expect(events.map(({ kind, at, subject }) => [kind, at, subject])).toEqual([['change', 40, 'p'], ['touch', 30, 'p'], ['note', 20, 'q'], ['change', 10, 'q'], ['change', 10, 'p']]);
  expect(events[0]).toMatchObject({ changes: 2 });
  expect(timelineOf({ touches: [], notes: [], history: Array.from({ length: 50 }, (_, at) => entry(`c${at}`, at)) }, 7).map(({ at }) => at)).toEqual([49, 48, 47, 46, 45, 44, 43]);
});
