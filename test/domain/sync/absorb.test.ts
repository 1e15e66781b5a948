import { expect, test } from 'vitest';
import { absorb } from '../../../src/domain/sync/absorb.ts';
import type { Link, Local } from '../../../src/domain/sync/link.ts';
import { proposedMapping } from '../../../src/domain/sync/mapping.ts';
import type { RemoteRecord } from '../../../src/domain/sync/record.ts';

const mapping = proposedMapping({ prospect: { title: 'title' } });
const link: Link = { kind: 'prospect', id: 'a', remoteId: 'r', key: 'k', state: 'linked', at: 5, base: { ours: { title: 'new' }, theirs: { title: 'new' } }, ghosts: [{ values: { title: 'old' }, until: 100 }] };
const local: Local = { kind: 'prospect', id: 'a', keys: [], values: { title: 'new' }, changedAt: {}, updatedAt: 1 };
const record = (title: string): RemoteRecord => ({ id: 'r', key: 'k', at: 50, deleted: false, fields: { title } });

test.each([60, 100_000])('a late write of our own is known for what it is and ours is sent again, however late the look (at %d)', (now) => {
  expect(absorb(link, local, record('old'), mapping, now)).toMatchObject({ pull: {}, toPush: true });
});

test('only what can still come is watched for after a look', () => {
  expect(absorb(link, local, record('new'), mapping, 60).link.ghosts).toHaveLength(1);
  expect(absorb(link, local, record('new'), mapping, 100).link.ghosts).toBeUndefined();
  expect(absorb(link, local, record('theirs'), mapping, 60)).toMatchObject({ pull: { title: 'theirs' } });
});

test.each(['ours', 'theirs', 'ask'] as const)('what was made without an answer and is found done was done there since, whatever the policy (%s)', (policy) => {
  const tasks = proposedMapping({ followUp: { text: 'name', done: 'done' } });
  for (const map of tasks.followUp!) map.policy = policy;
  const begun: Link = { kind: 'followUp', id: 'f', remoteId: null, key: 'k', state: 'creating', at: 0, base: null, sending: { values: { text: 'Call', done: false }, at: 10 } };
  const here: Local = { kind: 'followUp', id: 'f', keys: [], values: { text: 'Call', done: false }, changedAt: {}, updatedAt: 1 };
  const found: RemoteRecord = { id: 'r', key: 'k', at: 50, deleted: false, fields: { done: true } };
  const absorbed = absorb(begun, here, found, tasks, 60);
  expect(absorbed).toMatchObject({ pull: { done: true }, toPush: false });
  expect(absorbed.link.conflicts).toBeUndefined();
  // and what the rep has done meanwhile, while nobody did there, is sent
  expect(absorb(begun, { ...here, values: { text: 'Call', done: true } }, { ...found, fields: { name: 'Call', done: false } }, tasks, 60)).toMatchObject({ pull: {}, toPush: true });
});
