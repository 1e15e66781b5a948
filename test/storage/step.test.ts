import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../src/domain/icp.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import { STARTER_RULE } from '../../src/domain/starter-rule.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { setAccountField } from '../../src/storage/account.ts';
import { applyImport, type DumpRows } from '../../src/storage/import.ts';
import { setField, setTags } from '../../src/storage/person.ts';
import { setBant } from '../../src/storage/qualification.ts';
import { logTouch } from '../../src/storage/touch.ts';
import { saveRule } from '../../src/storage/rule.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const DAY = 86_400_000;
const criteria: Criterion[] = [{ id: 'c', kind: 'title', any: ['Sales'], weight: 5, rule: 'plus' }];
const NONE = { mql: {}, 'sales-qualified': {}, 'sales-ready': {} };

async function withIcp(steps = STARTER_RULE.steps): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => {
    door.put('icp', { id: 'icp', version: 1, name: 'x', criteria, createdAt: 1, updatedAt: 1 });
    door.put('rule', { ...STARTER_RULE, id: 'rule', steps });
  });
  return book;
}
async function person(book: Book, name: string, title: string, at = 2): Promise<string> {
  const saved = await saveDraft(book, draftOf(`github:${name}`, name, { title, company: 'Acme Example' }), {}, changeAt(at), means);
  return saved.ok ? saved.value.id : '';
}
const stepsOf = async (book: Book, id: string): Promise<string[]> => ((await book.prospects.get(id))!.qualified ?? []).map(({ step, at, version, by }) => `${step} ${at} v${version} ${by}`);
const touch = (prospectId: string, id = 't', at = 5): Parameters<typeof logTouch>[1] => ({ id, prospectId, channel: 'meeting', direction: 'in', at });

describe('steps of qualification', () => {
  test('are recorded in the write that reaches them, with date and version, and its undo takes them back', async () => {
    const book = await withIcp();
    const id = await person(book, 'ada', 'VP Sales');
    expect(await stepsOf(book, id)).toEqual(['mql 2 v1 rule']);
    await setBant(book, id, 'budget', { state: 'no', evidence: '' }, changeAt(3));
    const last = changeAt(4);
    await setBant(book, id, 'need', { state: 'yes', evidence: '' }, last);
    expect(await stepsOf(book, id)).toEqual(['mql 2 v1 rule', 'sales-qualified 4 v1 rule']);
    expect((await book.history.where('changeId').equals(last.changeId).toArray()).map(({ field }) => field).toSorted()).toEqual(['bant.need', 'qualified']);
    await undo(book, last.changeId, changeAt(5));
    expect(await stepsOf(book, id)).toEqual(['mql 2 v1 rule']);
    expect((await book.prospects.get(id))!.bant!.need).toBeUndefined();
  });

  test('are nobody’s who does not meet the rule', async () => {
    const book = await withIcp();
    expect(await stepsOf(book, await person(book, 'bo', 'Baker'))).toEqual([]);
  });

  test('reach only those who are written: an edited rule alone changes nobody, and who has a step keeps its version', async () => {
    const book = await withIcp();
    const ada = await person(book, 'ada', 'VP Sales');
    const bo = await person(book, 'bo', 'Baker', 3);
    const before = await book.prospects.toArray();
    await saveRule(book, 'rule', { name: 'Everybody', steps: { ...NONE, mql: { fit: 0 } } }, changeAt(4));
    expect(await book.prospects.toArray()).toEqual(before);
    await setTags(book, ada, ['oslo'], changeAt(5));
    await setTags(book, bo, ['oslo'], changeAt(5));
    expect([await stepsOf(book, ada), await stepsOf(book, bo)]).toEqual([['mql 2 v1 rule'], ['mql 5 v2 rule']]);
  });

  test('are kept when the fit is lost and when engagement fades', async () => {
    const book = await withIcp({ ...NONE, mql: { engagement: 40 } });
    const id = await person(book, 'ada', 'VP Sales');
    await logTouch(book, touch(id), changeAt(5), means.newId);
    expect(await stepsOf(book, id)).toEqual(['mql 5 v1 rule']);
    await setField(book, id, 'title', 'Baker', changeAt(5 + 400 * DAY));
    expect(await stepsOf(book, id)).toEqual(['mql 5 v1 rule']);
  });

  test('look at the touches as they will be: one that comes or goes in the same write counts as such', async () => {
    const book = await withIcp({ ...NONE, mql: { engagement: 70 } });
    const id = await person(book, 'ada', 'VP Sales');
    const first = changeAt(5);
    await logTouch(book, touch(id, 't1'), first, means.newId);
    expect(await stepsOf(book, id)).toEqual([]);
    await write(book, changeAt(6), async (door) => {
      await door.remove('touch', 't1');
      door.put('touch', { ...touch(id, 't2', 6), createdAt: 6, updatedAt: 6 });
    });
    expect(await stepsOf(book, id)).toEqual([]);
    const last = changeAt(7);
    await logTouch(book, touch(id, 't3', 7), last, means.newId);
    expect(await stepsOf(book, id)).toEqual(['mql 7 v1 rule']);
    await undo(book, last.changeId, changeAt(8));
    expect(await stepsOf(book, id)).toEqual([]);
    expect(await book.touches.count()).toBe(1);
  });

  test('follow what an account adds to its people', async () => {
    const book = await withIcp();
    await write(book, changeAt(1), async (door) => door.put('icp', { id: 'icp', version: 2, name: 'x', criteria: [{ ...criteria[0]!, kind: 'industry', any: ['Software'] }], createdAt: 1, updatedAt: 103 }));
    const id = await person(book, 'ada', 'Baker');
    const { accountId } = (await book.prospects.get(id))!;
    expect(await stepsOf(book, id)).toEqual([]);
    await setAccountField(book, accountId!, 'industry', 'Software', changeAt(9));
    expect(await stepsOf(book, id)).toEqual(['mql 9 v1 rule']);
  });

  test('are not reached by being copied from another book', async () => {
    const from = await withIcp(NONE);
    const id = await person(from, 'ada', 'VP Sales');
    const row = (await from.prospects.get(id))! as Prospect;
    const book = await withIcp();
    const none: DumpRows = { prospects: [], accounts: [], notes: [], touches: [], followUps: [], lists: [], icps: [], personas: [], segments: [], rules: [], templates: [], cadences: [], enrolments: [], spends: [], suppressions: [], history: [] };
    await applyImport(book, { add: { ...none, prospects: [row], accounts: await from.accounts.toArray() }, update: none, settings: { deal: { currency: 'EUR', typical: 9_000 }, activeRule: 'rule' } }, changeAt(9));
    expect((await book.prospects.get(id))!.qualified).toBeUndefined();
    expect((await book.settings.get('deal'))!.value).toEqual({ currency: 'EUR', typical: 9_000 });
    expect((await book.settings.get('activeRule'))!.value).toBe('rule');
  });
});
