import { expect, test } from 'vitest';
import { statusOf } from '../../../src/domain/sync/status.ts';
import type { SyncState } from '../../../src/domain/sync/store.ts';

const state = (more: Partial<SyncState> = {}): SyncState => ({ pull: {}, started: true, ...more });
const progress = { step: 'pulling', kind: 'prospect', done: 1 } as const;

test('what never ran is new, and so is what was started and never came to an end', () => {
  expect(statusOf(undefined, 10)).toBe('new');
  expect(statusOf(state(), 10)).toBe('new');
});

test('a running sync is seen as long as its lease holds: progress of a dead worker is no progress', () => {
  const lease = { by: 'x', until: 20 };
  expect(statusOf(state({ progress, lease }), 10)).toBe('syncing');
  expect(statusOf(state({ progress, lease, started: false }), 10)).toBe('looking');
  expect(statusOf(state({ progress, lease, doneAt: 5 }), 20)).toBe('ok');
});

test('paused by the rep comes before anything that happened to it', () => {
  expect(statusOf(state({ paused: true, failure: { kind: 'network', message: '', at: 1, tries: 1 } }), 10)).toBe('paused');
});

test.each([['sign-in', 'sign-in'], ['locked', 'locked'], ['permission', 'permission'], ['wrong-address', 'wrong-address'], ['rate-limit', 'rate-limit'], ['network', 'offline'], ['no-answer', 'offline'], ['rejected', 'failed'], ['bug', 'failed']] as const)('a failure of kind %s shows as %s', (kind, shown) => {
  expect(statusOf(state({ doneAt: 5, failure: { kind, message: '', at: 1, tries: 1 } }), 10)).toBe(shown);
});

test('looked at and not started waits for the rep', () => {
  expect(statusOf(state({ started: false }), 10)).toBe('start');
  expect(statusOf(state({ doneAt: 5 }), 10)).toBe('ok');
});
