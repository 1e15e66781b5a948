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
