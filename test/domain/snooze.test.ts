import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snoozes } from '../../src/domain/snooze.ts';
import { wallAt, weekday } from '../../src/domain/wall-time.ts';

const at = (text: string): string[] => snoozes(Date.parse(text), 'Europe/Berlin').map(({ id, dueAt }) => `${id} ${new Date(dueAt).toISOString().slice(0, 16)}`);

describe('snoozes', () => {
  it('are offered soonest first', () => expect(at('2026-11-24T13:00Z')).toEqual([
    'hour 2026-11-24T14:00', 'evening 2026-11-24T17:00', 'tomorrow 2026-11-25T08:00', 'days 2026-11-27T08:00', 'week 2026-11-30T08:00', 'month 2026-12-24T08:00',
  ]));
  it('leave out an evening that has come and a Monday that is tomorrow', () => expect(at('2026-11-29T18:30Z').map((text) => text.split(' ')[0])).toEqual(['hour', 'tomorrow', 'days', 'month']));
  it('keep the morning across a change of clocks', () => expect(at('2026-03-28T12:00Z')).toContain('tomorrow 2026-03-29T07:00'));

  it('are always ahead, in order, each once, and the week begins on a Monday', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2036, 0) }), fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Niue'), (now, zone) => {
      const all = snoozes(now, zone);
      for (const [index, { id, dueAt }] of all.entries()) {
        expect(dueAt).toBeGreaterThan(index === 0 ? now : all[index - 1]!.dueAt);
        if (id === 'week') expect(weekday(wallAt(dueAt, zone))).toBe(1);
      }
    }));
  });
});
