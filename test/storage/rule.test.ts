import { describe, expect, test } from 'vitest';
import type { Prospect } from '../../src/domain/prospect.ts';
import { STARTER_RULE } from '../../src/domain/starter-rule.ts';
import { ruleInForce } from '../../src/storage/rule-in-force.ts';
import { ruleVersionsOf, saveRule } from '../../src/storage/rule.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const steps = { ...STARTER_RULE.steps, mql: { engagement: 10 } };

describe('the rule in force', () => {
  test('is the starter while the book has none, and nothing is stored for it', async () => {
    const book = scratchBook();
    expect(await ruleInForce(book)).toBe(STARTER_RULE);
    expect(await ruleVersionsOf(book, STARTER_RULE.id)).toEqual([STARTER_RULE]);
    expect(await book.rules.count()).toBe(0);
  });

  test('is the one that was chosen, else the first', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => { for (const id of ['a', 'b']) door.put('rule', { ...STARTER_RULE, id }); });
    expect((await ruleInForce(book)).id).toBe('a');
    await book.settings.put({ key: 'activeRule', value: 'b' });
    expect((await ruleInForce(book)).id).toBe('b');
    await book.settings.put({ key: 'activeRule', value: 'gone' });
    expect((await ruleInForce(book)).id).toBe('a');
  });
});

describe('saving a rule', () => {
  test('makes the next version, keeps the old one and puts the rule in force', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => door.put('rule', { ...STARTER_RULE, id: 'other' }));
    await saveRule(book, STARTER_RULE.id, { name: 'Mine', steps }, changeAt(5));
    expect(await ruleInForce(book)).toEqual({ id: STARTER_RULE.id, version: 2, name: 'Mine', steps, createdAt: 5, updatedAt: 5 });
    expect((await ruleVersionsOf(book, STARTER_RULE.id)).map(({ version, name }) => `${version} ${name}`)).toEqual(['2 Mine', `1 ${STARTER_RULE.name}`]);
    // what leaves in a file has the built-in one too
    expect(await book.ruleVersions.get([STARTER_RULE.id, 1])).toEqual(STARTER_RULE);
  });

  test('never uses a version number twice, not even after an undo', async () => {
    const book = scratchBook();
    const change = changeAt(2);
    await saveRule(book, STARTER_RULE.id, { name: 'Second', steps }, change);
    await undo(book, change.changeId, changeAt(3));
    expect(await ruleInForce(book)).toBe(STARTER_RULE);
    await saveRule(book, STARTER_RULE.id, { name: 'Third', steps }, changeAt(4));
    expect((await ruleInForce(book)).version).toBe(3);
    expect((await ruleVersionsOf(book, STARTER_RULE.id)).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test('does not touch who was qualified, and does nothing when the rule is gone', async () => {
    const book = scratchBook();
    const qualified: Prospect['qualified'] = [{ step: 'mql', at: 1, ruleId: STARTER_RULE.id, version: 1, by: 'rule' }];
    await write(book, changeAt(1), async (door) => door.put('prospect', { id: 'p', kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], qualified, createdAt: 1, updatedAt: 1 }));
    await saveRule(book, STARTER_RULE.id, { name: 'Strict', steps }, changeAt(2));
    await saveRule(book, 'nobody', { name: 'x', steps }, changeAt(3));
    expect((await book.prospects.get('p'))!.qualified).toEqual(qualified);
    expect(await book.rules.count()).toBe(1);
  });
});
