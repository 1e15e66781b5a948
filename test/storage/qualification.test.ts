import { describe, expect, test } from 'vitest';
import { engagementAt, heatOf } from '../../src/domain/engagement.ts';
import { STARTER_RULE } from '../../src/domain/starter-rule.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { overridePriority, recordStep, setBant, setValue } from '../../src/storage/qualification.ts';
import { logTouch } from '../../src/storage/touch.ts';
import { undo } from '../../src/storage/undo.ts';
import type { Change } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function saved(): Promise<{ book: Book; id: string }> {
  const book = scratchBook();
  const made = await saveDraft(book, draftOf('github:ada', 'Ada Example'), {}, changeAt(1), means);
  return { book, id: made.ok ? made.value.id : '' };
}

describe('qualifying somebody by hand', () => {
  test('BANT: an answer with evidence and date; the date stays when only the evidence changes; unknown takes it off', async () => {
    const { book, id } = await saved();
    const bant = async (): Promise<unknown> => (await book.prospects.get(id))!.bant;
    await setBant(book, id, 'need', { state: 'partly', evidence: '  said  so\n' }, changeAt(2));
    expect(await bant()).toEqual({ need: { state: 'partly', evidence: 'said so', at: 2 } });
    await setBant(book, id, 'need', { state: 'partly', evidence: 'x'.repeat(5_000) }, changeAt(3));
    expect(await bant()).toEqual({ need: { state: 'partly', evidence: 'x'.repeat(2_000), at: 2 } });
    await setBant(book, id, 'need', { state: 'yes', evidence: 'contract' }, changeAt(4));
    await setBant(book, id, 'budget', { state: 'no', evidence: '' }, changeAt(5));
    expect(await bant()).toEqual({ need: { state: 'yes', evidence: 'contract', at: 4 }, budget: { state: 'no', evidence: '', at: 5 } });
    await setBant(book, id, 'need', undefined, changeAt(6));
    expect(await bant()).toEqual({ budget: { state: 'no', evidence: '', at: 5 } });
  });

  test('a value is set and taken off; what is no amount is refused and changes nothing', async () => {
    const { book, id } = await saved();
    await setValue(book, id, 'dealValue', 12_000, changeAt(2));
    expect((await book.prospects.get(id))!.dealValue).toBe(12_000);
    for (const odd of [-1, NaN, Infinity, 1e13]) await expect(setValue(book, id, 'dealValue', odd, changeAt(3))).rejects.toThrow(RangeError);
    expect((await book.prospects.get(id))!.dealValue).toBe(12_000);
    await setValue(book, id, 'dealValue', undefined, changeAt(4));
    expect(await book.prospects.get(id)).not.toHaveProperty('dealValue');
  });

  test('a priority of their own needs a reason, and goes back to the computed one', async () => {
    const { book, id } = await saved();
    await expect(overridePriority(book, id, { level: 'P1', reason: '  ' }, changeAt(2))).rejects.toThrow(RangeError);
    await expect(overridePriority(book, id, { level: 'P9' as 'P1', reason: 'x' }, changeAt(2))).rejects.toThrow(RangeError);
    await overridePriority(book, id, { level: 'P1', reason: ' asked  for a quote ' }, changeAt(3));
    expect((await book.prospects.get(id))!.priority).toEqual({ level: 'P1', reason: 'asked for a quote', at: 3 });
    await overridePriority(book, id, undefined, changeAt(4));
    expect(await book.prospects.get(id)).not.toHaveProperty('priority');
  });

  test('a step by their word is recorded once, with reason and rule', async () => {
    const { book, id } = await saved();
    await expect(recordStep(book, id, 'mql', '', changeAt(2))).rejects.toThrow(RangeError);
    await recordStep(book, id, 'sales-qualified', 'met at the fair', changeAt(3));
    await recordStep(book, id, 'sales-qualified', 'again', changeAt(4));
    expect((await book.prospects.get(id))!.qualified).toEqual([{ step: 'sales-qualified', at: 3, ruleId: STARTER_RULE.id, version: 1, by: 'rep', reason: 'met at the fair' }]);
  });

  test('a touch makes engagement; one that is dated ahead counts from now, one on nobody is not kept', async () => {
    const { book, id } = await saved();
    await logTouch(book, { id: 't1', prospectId: id, channel: 'meeting', direction: 'in', at: 9e12 }, changeAt(1_000), means.newId);
    await logTouch(book, { id: 't2', prospectId: 'nobody', channel: 'meeting', direction: 'in', at: 1 }, changeAt(1_000), means.newId);
    const touches = await book.touches.toArray();
    expect(touches).toEqual([{ id: 't1', prospectId: id, channel: 'meeting', direction: 'in', at: 1_000, createdAt: 1_000, updatedAt: 1_000 }]);
    expect(engagementAt(heatOf(touches), 1_000)).toBe(50);
  });

  test('nothing is made of somebody who is gone', async () => {
    const book = scratchBook();
    await setBant(book, 'nobody', 'need', { state: 'yes', evidence: '' }, changeAt(1));
    await recordStep(book, 'nobody', 'mql', 'x', changeAt(1));
    expect(await book.prospects.count()).toBe(0);
  });

  test('every one of these is undone in one step, and the undo too', async () => {
    const { book, id } = await saved();
    await setBant(book, id, 'budget', { state: 'yes', evidence: '' }, changeAt(2));
    const acts: ((change: Change) => Promise<unknown>)[] = [
      (change) => setBant(book, id, 'need', { state: 'yes', evidence: 'x' }, change),
      (change) => setBant(book, id, 'budget', undefined, change),
      (change) => setValue(book, id, 'lifetimeValue', 5, change),
      (change) => overridePriority(book, id, { level: 'P2', reason: 'x' }, change),
      (change) => recordStep(book, id, 'mql', 'x', change),
      (change) => logTouch(book, { id: 't', prospectId: id, channel: 'call', direction: 'in', at: 1 }, change, means.newId),
    ];
    const state = async (): Promise<unknown> => [(await book.prospects.toArray()).map(({ updatedAt: _time, ...row }) => row), await book.touches.count()];
    for (const act of acts) {
      const before = await state();
      const change = changeAt(5);
      await act(change);
      const after = await state();
      expect(after).not.toEqual(before);
      const back = changeAt(6);
      await undo(book, change.changeId, back);
      expect(await state()).toEqual(before);
      await undo(book, back.changeId, changeAt(7));
      expect(await state()).toEqual(after);
    }
  });
});
