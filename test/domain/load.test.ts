import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LOAD, loadOf, spreadLoad, type LoadItem } from '../../src/domain/load.ts';
import { PRIORITIES, type Priority } from '../../src/domain/qualification.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Friday, ten o'clock. */
const NOW = Date.UTC(2026, 10, 20, 10);
const many = (priority: Priority, count: number, dueAt = NOW - HOUR): LoadItem[] => Array.from({ length: count }, (_, at) => ({ id: `${priority}-${dueAt}-${String(at).padStart(3, '0')}`, dueAt: dueAt + at, priority }));
const load = { P1: 2, P2: 2, P3: 2, P4: 2 };
const moved = (items: LoadItem[], by = load): string[] => spreadLoad(items, NOW, 'UTC', by).moves.map(({ priority, dueAt }) => `${priority} ${new Date(dueAt).toISOString().slice(5, 10)}`);

describe('a day that is too full', () => {
  it('keeps the best and spreads the rest over the working days after it', () => {
    expect(moved([...many('P1', 2), ...many('P2', 2), ...many('P3', 2), ...many('P4', 5)])).toEqual(['P4 11-23', 'P4 11-23', 'P4 11-23']);
    expect(moved([...many('P4', 20)], { P1: 0, P2: 0, P3: 0, P4: 8 })).toEqual([...Array<string>(8).fill('P4 11-23'), ...Array<string>(4).fill('P4 11-24')]);
  });
  it('never moves P1: more of them take the room of the others, the lowest first', () => {
    expect(moved(many('P1', 30))).toEqual([]);
    expect(moved([...many('P1', 6), ...many('P3', 2), ...many('P4', 1)])).toEqual(['P4 11-23']);
    expect(moved([...many('P1', 7), ...many('P3', 2), ...many('P4', 1)])).toHaveLength(2);
  });
  it('gives room that the higher ones leave to the lower ones, never the other way round', () => {
    expect(moved(many('P4', 8))).toEqual([]);
    expect(moved([...many('P2', 6)])).toEqual(['P2 11-23', 'P2 11-23']);
  });
  it('leaves alone what is fixed, and whole days that are not too full', () => {
    expect(moved(many('P4', 12).map((one) => ({ ...one, fixed: true })))).toEqual([]);
    expect(moved([...many('P4', 3), ...many('P4', 30, NOW + 3 * DAY)])).toEqual([]);
  });
  it('pushes on what is worth less there', () => {
    const monday = NOW + 3 * DAY;
    expect(moved([...many('P2', 5), ...many('P4', 8, monday)])).toEqual(['P2 11-23', 'P4 11-24']);
  });
  it('keeps the time of day when clocks change', () => {
    const friday = Date.UTC(2026, 9, 23, 7);
    const { moves } = spreadLoad(many('P4', 2, friday), friday + HOUR, 'Europe/Berlin', { P1: 0, P2: 0, P3: 0, P4: 1 });
    expect(moves.map(({ dueAt }) => new Date(dueAt).toISOString().slice(0, 16))).toEqual(['2026-10-26T08:00']);
  });
  it('is what the rep set, and the default where that is no number', () => {
    expect(loadOf({ P1: 3.7, P2: -1, P3: 'x', P4: NaN })).toEqual({ P1: 3, P2: 0, P3: DEFAULT_LOAD.P3, P4: DEFAULT_LOAD.P4 });
    expect(loadOf(null)).toEqual(DEFAULT_LOAD);
  });
  it('nothing is lost, doubled, put earlier or moved without need, and once spread nothing more is to spread', () => {
    const item = fc.record({ priority: fc.constantFrom(...PRIORITIES), at: fc.integer({ min: -5 * 24, max: 10 * 24 }), fixed: fc.boolean() });
    const loads = fc.record({ P1: fc.nat(4), P2: fc.nat(4), P3: fc.nat(4), P4: fc.integer({ min: 1, max: 4 }) });
    fc.assert(fc.property(fc.array(item, { maxLength: 40 }), loads, (drawn, by) => {
      const items = drawn.map(({ priority, at, fixed }, index) => ({ id: `f${index}`, priority, dueAt: NOW + at * HOUR, ...(fixed && index % 5 === 0 ? { fixed } : {}) }));
      const { moves, total, meant } = spreadLoad(items, NOW, 'UTC', by);
      expect(new Set(moves.map(({ id }) => id)).size).toBe(moves.length);
      for (const { id, dueAt } of moves) {
        const one = items.find((each) => each.id === id)!;
        expect(one.priority).not.toBe('P1');
        expect(one.fixed).toBeUndefined();
        expect(dueAt).toBeGreaterThan(NOW);
        expect(dueAt).toBeGreaterThan(one.dueAt);
        expect(new Date(dueAt).getUTCDay() % 6).not.toBe(0);
      }
      if (total === 0) expect(moves).toEqual([]);
      if (moves.length === 0 && items.every(({ priority, fixed }) => priority === 'P4' && !fixed)) expect(total).toBeLessThanOrEqual(meant);
      const after = items.map((one) => ({ ...one, dueAt: moves.find(({ id }) => id === one.id)?.dueAt ?? one.dueAt }));
      expect(spreadLoad(after, NOW, 'UTC', by).moves).toEqual([]);
    }));
  });
});
