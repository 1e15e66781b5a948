import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { accountRow } from '../../src/domain/account-row.ts';
import { catchUpAccounts, loadAccounts, packAccountsIfGrown } from '../../src/storage/account-index.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const account = (id: string, name: string, tier?: 1 | 2 | 3): Account => ({ id, keys: [`web:${id}`], fields: { name: { value: name, source: { kind: 'hand', name: 'rep' }, at: 1 } }, suggestions: {}, tags: [], createdAt: 1, updatedAt: 1, ...(tier ? { tier } : {}) });

const byId = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

test('whatever is written, undone and packed in whatever order, the lines are those of the accounts', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('put' as const), id: fc.constantFrom('a', 'b', 'c'), name: fc.constantFrom('Acme', 'Beta'), tier: fc.constantFrom(undefined, 1 as const, 2 as const) }),
    fc.record({ do: fc.constantFrom('remove' as const, 'undo' as const, 'look' as const, 'pack' as const, 'reopen' as const), id: fc.constantFrom('a', 'b', 'c') }),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
    const book = scratchBook();
    let index = await loadAccounts(book);
    let last = '';
    for (const [at, one] of steps.entries()) {
      const change = changeAt(100 + at);
      if (one.do === 'put') await write(book, change, async (door) => door.put('account', account(one.id, one.name, one.tier)));
      else if (one.do === 'remove') await write(book, change, (door) => door.remove('account', one.id));
      else if (one.do === 'undo' && last) await undo(book, last, change);
      else if (one.do === 'look') await catchUpAccounts(book, index);
      else if (one.do === 'pack') { index.loose += 1_000; await packAccountsIfGrown(book, index); }
      else if (one.do === 'reopen') index = await loadAccounts(book);
      last = change.changeId;
    }
    const expected = new Map((await book.accounts.toArray()).map((row) => [row.id, accountRow(row)]));
    await catchUpAccounts(book, index);
    expect(new Map([...index.rows].toSorted(byId))).toEqual(expected);
    expect(new Map([...(await loadAccounts(book)).rows].toSorted(byId))).toEqual(expected);
  }), { numRuns: 40 });
});

test('a packed record that cannot be read is made anew', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('account', account('a', 'Acme')));
  await loadAccounts(book);
  for (const packed of ['', '{}', '{"names":["id"],"columns":[["a"]]}']) {
    await book.snapshots.update('accounts', { packed });
    expect([...(await loadAccounts(book)).rows.values()]).toEqual([accountRow(account('a', 'Acme'))]);
  }
});
