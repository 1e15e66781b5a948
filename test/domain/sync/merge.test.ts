import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, POLICIES, type Base, type Policy } from '../../../src/domain/sync/merge.ts';
import type { SyncValue, Values } from '../../../src/domain/sync/record.ts';
import { agrees, isEmpty, isSame } from '../../../src/domain/sync/value.ts';

const at = (time: number) => (): number => time;
const run = (base: [SyncValue, SyncValue] | null, ours: SyncValue, theirs: SyncValue, policy: Policy, field = 'title', times: [number, number] = [1, 2]) =>
  merge('prospect', base && { ours: { [field]: base[0] }, theirs: { [field]: base[1] } }, { values: { [field]: ours }, at: at(times[0]) }, { values: { [field]: theirs }, at: at(times[1]) }, () => policy);

describe('one field', () => {
  test('what only one side changed goes to the other', () => {
    expect(run(['a', 'a'], 'b', 'a', 'ask')).toMatchObject({ push: { title: 'b' }, pull: {}, conflicts: {} });
    expect(run(['a', 'a'], 'a', 'b', 'ask')).toMatchObject({ push: {}, pull: { title: 'b' }, conflicts: {} });
    expect(run(['a', 'a'], null, 'a', 'ask')).toMatchObject({ push: { title: null } });
  });

  test('a change is told by each side\'s own spelling: what the CRM made of our value is no edit', () => {
    expect(run(['+49 30 123', '+4930123'], '+49 30 123', '+4930123', 'ask', 'phones')).toMatchObject({ push: {}, pull: {} });
    expect(run([['A@b.example'], ['a@b.example']], ['A@b.example'], ['a@b.example'], 'ask', 'emails')).toMatchObject({ push: {}, pull: {} });
    expect(run(['CTO', null], 'CTO', null, 'ask')).toMatchObject({ push: {}, pull: {}, conflicts: {} });
  });

  test('what the CRM could not hold gives way to a value there, and is kept', () => {
    expect(run(['CTO', null], 'CTO', 'CEO', 'ask')).toMatchObject({ pull: { title: 'CEO' }, lost: [{ field: 'title', value: 'CTO', whose: 'ours' }] });
    expect(run(['CTO', 'CTO'], 'CTO', 'CEO', 'ask').lost).toEqual([]);
  });

  test('both changed: the policy decides, and the loser is kept', () => {
    expect(run(['a', 'a'], 'b', 'c', 'ask')).toMatchObject({ conflicts: { title: { ours: 'b', theirs: 'c', oursAt: 1, theirsAt: 2 } }, push: {}, pull: {} });
    expect(run(['a', 'a'], 'b', 'c', 'ours')).toMatchObject({ push: { title: 'b' }, lost: [{ value: 'c', whose: 'theirs' }] });
    expect(run(['a', 'a'], 'b', 'c', 'theirs')).toMatchObject({ pull: { title: 'c' }, lost: [{ value: 'b', whose: 'ours' }] });
    expect(run(['a', 'a'], 'b', 'c', 'newest')).toMatchObject({ pull: { title: 'c' } });
    expect(run(['a', 'a'], 'b', 'c', 'newest', 'title', [3, 2])).toMatchObject({ push: { title: 'b' } });
    expect(run(['a', 'a'], 'b', 'c', 'fill')).toMatchObject({ push: {}, pull: {}, conflicts: {} });
  });

  test('the first meeting fills what is empty and never empties', () => {
    expect(run(null, 'a', null, 'ask')).toMatchObject({ push: { title: 'a' } });
    expect(run(null, null, 'b', 'ours')).toMatchObject({ pull: { title: 'b' } });
    expect(run(null, 'a', 'b', 'ask')).toMatchObject({ conflicts: { title: { ours: 'a', theirs: 'b' } } });
  });

  test('lists are merged entry by entry', () => {
    expect(run([['a@x.example', 'b@x.example'], ['a@x.example', 'b@x.example']], ['a@x.example', 'b@x.example', 'c@x.example'], ['a@x.example'], 'ask', 'emails')).toMatchObject({
      pull: { emails: ['a@x.example', 'c@x.example'] }, push: { emails: ['a@x.example', 'c@x.example'] }, conflicts: {},
    });
  });

  test('what the CRM cannot hold is no removal', () => {
    const [a, b, c] = ['a@x.example', 'b@x.example', 'c@x.example'];
    expect(run([[a, b], [a]], [a, b], [c], 'ask', 'emails')).toMatchObject({ pull: { emails: [c, b] }, push: {}, conflicts: {} });
    expect(run([[a, b], [a]], [a, b, c], [a], 'ask', 'emails')).toMatchObject({ push: { emails: [a, b, c] }, pull: {} });
    expect(run([[a, b], [a]], [a, b, c], [], 'ask', 'emails')).toMatchObject({ pull: { emails: [b, c] }, push: { emails: [b, c] } });
  });

  test('what is ours alone to say is never taken over', () => {
    expect(run(['new', 'new'], 'new', 'won', 'theirs', 'stage')).toMatchObject({ pull: {}, push: {}, conflicts: {} });
    expect(run(['new', 'new'], 'working', 'won', 'theirs', 'stage')).toMatchObject({ push: { stage: 'working' } });
  });

  test('what one side cannot hold is nobody\'s change', () => {
    expect(merge('prospect', null, { values: { title: 'a' }, at: at(1) }, { values: {}, at: at(2) }, () => 'ask')).toMatchObject({ push: {}, pull: {}, conflicts: {} });
  });
});

describe('any record', () => {
  const value = fc.option(fc.constantFrom('a', 'b', 'c', 'A'), { nil: null });
  const list = fc.uniqueArray(fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example', 'A@x.example'), { maxLength: 3 });
  const values = fc.record({ title: value, location: value, emails: list }) as fc.Arbitrary<Values>;
  const base = fc.option(fc.record({ ours: values, theirs: values }), { nil: null }) as fc.Arbitrary<Base | null>;
  const policy = fc.constantFrom(...POLICIES);
  const apply = (side: Values, change: Values): Values => ({ ...side, ...change });

  test('after pull and push both sides agree, or the rep is asked, or both keep what they have on purpose', () => {
    fc.assert(fc.property(base, values, values, policy, (before, ours, theirs, how) => {
      const merged = merge('prospect', before, { values: ours, at: at(1) }, { values: theirs, at: at(2) }, () => how);
      const [here, there] = [apply(ours, merged.pull), apply(theirs, merged.push)];
      for (const field of Object.keys(ours)) {
        const kind = field === 'emails' ? 'emails' : 'text';
        const calm = before && isSame(ours[field], before.ours[field]) && isSame(theirs[field], before.theirs[field]);
        // a list that the CRM could not hold whole stays longer here
        const cut = field === 'emails' && before !== null && !agrees('emails', before.ours[field], before.theirs[field]);
        if (how !== 'fill' && !merged.conflicts[field] && !calm && !cut) expect(agrees(kind, here[field], there[field])).toBe(true);
      }
    }));
  });

  test('every value that somebody entered since is still there: here, there, in the conflicts or among the lost', () => {
    fc.assert(fc.property(base, values, values, policy, (before, ours, theirs, how) => {
      const merged = merge('prospect', before, { values: ours, at: at(1) }, { values: theirs, at: at(2) }, () => how);
      const [here, there] = [apply(ours, merged.pull), apply(theirs, merged.push)];
      for (const field of ['title', 'location']) {
        for (const [side, old] of [[ours, before?.ours], [theirs, before?.theirs]] as const) {
          if (isEmpty(side[field]) || (old && isSame(side[field], old[field]))) continue;
          const places = [here[field], there[field], merged.conflicts[field]?.ours, merged.conflicts[field]?.theirs, ...merged.lost.map((one) => one.value)];
          expect(places.some((one) => isSame(one, side[field]))).toBe(true);
        }
      }
    }));
  });

  test('merging again what has been merged changes nothing', () => {
    fc.assert(fc.property(base, values, values, policy, (before, ours, theirs, how) => {
      const merged = merge('prospect', before, { values: ours, at: at(1) }, { values: theirs, at: at(2) }, () => how);
      const [here, there] = [apply(ours, merged.pull), apply(theirs, merged.push)];
      const settled: Base = { ours: { ...merged.base.ours, ...pick(here, merged.push) }, theirs: { ...merged.base.theirs, ...pick(there, merged.push) } };
      const again = merge('prospect', settled, { values: here, at: at(1) }, { values: there, at: at(2) }, () => how);
      for (const field of Object.keys(merged.conflicts)) delete again.conflicts[field];
      expect([again.pull, again.push, again.conflicts, again.lost]).toEqual([{}, {}, {}, []]);
    }));
  });
});

function pick(values: Values, names: Values): Values {
  return Object.fromEntries(Object.keys(names).map((name) => [name, values[name]!]));
}
