import { expect, test } from 'vitest';
import { alikeIndex } from '../../src/domain/account-alike.ts';
import type { AccountRow } from '../../src/domain/account-row.ts';
import { findSuspects } from '../../src/storage/account-match.ts';

const row = (id: string, name: string, more: Partial<AccountRow> = {}): AccountRow => ({ id, name, domain: '', industry: '', location: '', tier: 0, tags: [], keys: [], notSame: [], ...more });
const indexOf = (...rows: AccountRow[]) => ({ rows: new Map(rows.map((one) => [one.id, one])), seq: 0, loose: 0 });
const noPause = async (): Promise<void> => undefined;
const search = (accounts: ReturnType<typeof indexOf>, alike = alikeIndex()) => findSuspects(accounts, alike, noPause, new AbortController().signal);

test('suspects are found both ways, not among those told apart, and follow what changes', async () => {
  const [accounts, alike] = [indexOf(row('a', 'Acme Robotics'), row('b', 'ACME Robotics GmbH'), row('c', 'Acme Robotics Ltd', { notSame: ['a'] }), row('d', 'Delta')), alikeIndex()];
  const found = await search(accounts, alike);
  expect([...found!].map(([id, list]) => [id, list.map((one) => one.id)])).toEqual([['a', ['b']], ['b', ['a', 'c']], ['c', ['b']]]);
  accounts.rows.delete('c');
  accounts.rows.set('b', row('b', 'Contoso'));
  accounts.rows.set('d', row('d', 'Contoso AG'));
  expect([...(await search(accounts, alike))!.keys()]).toEqual(['b', 'd']);
  expect([...alike.ids()].toSorted()).toEqual(['a', 'b', 'd']);
});

test('a name that very many share makes no storm of questions, and one account has at most five', async () => {
  const many = await search(indexOf(...Array.from({ length: 200 }, (_, at) => row(`m${at}`, 'Contoso Robotics'))));
  expect(many!.size).toBe(0);
  const some = await search(indexOf(...Array.from({ length: 12 }, (_, at) => row(`m${at}`, 'Contoso Robotics'))));
  expect([some!.size, Math.max(...[...some!.values()].map((list) => list.length))]).toEqual([12, 5]);
});

test('a search that is ended has no answer', async () => {
  const end = new AbortController();
  expect(await findSuspects(indexOf(row('a', 'Acme')), alikeIndex(), async () => end.abort(), end.signal)).toBeUndefined();
});
