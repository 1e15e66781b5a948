import { expect, test } from 'vitest';
import { scrubbed, withoutSecrets } from '../../../src/background/crm/scrub.ts';
import type { Operations } from '../../../src/crm/connector.ts';
import { fail, ok } from '../../../src/domain/failure.ts';

test('a text without secrets keeps the rest, the longest secret first', () => {
  expect(withoutSecrets('Key abcd-efgh of abcd is wrong', ['abcd', 'abcd-efgh'])).toBe('Key … of … is wrong');
  expect(withoutSecrets('no', ['no', ''])).toBe('no');
});

test('every operation\'s failure and every refused row is cleaned, by the secrets of the moment', async () => {
  let secrets = ['old-token'];
  const failing = async () => fail('rejected', 'bad new-token');
  const names = ['check', 'prepare', 'describe', 'changes', 'read', 'find', 'create', 'update', 'remove', 'removeDouble'] as const;
  const crm = Object.fromEntries(names.map((name) => [name, failing])) as unknown as Operations;
  const clean = scrubbed(crm, () => secrets) as unknown as Record<string, () => Promise<unknown>>;
  secrets = ['new-token'];
  for (const name of names) expect(await clean[name]!()).toEqual(fail('rejected', 'bad …'));
  const rows = scrubbed({ ...crm, create: async () => ok([{ kind: 'rejected', message: 'new-token?' }, { kind: 'stale' }]) }, () => secrets);
  expect(await rows.create('prospect', [])).toEqual(ok([{ kind: 'rejected', message: '…?' }, { kind: 'stale' }]));
  const { removeDouble: _none, ...without } = crm;
  expect(scrubbed(without, () => secrets)).not.toHaveProperty('removeDouble');
});
