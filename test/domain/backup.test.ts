import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupDue, backupName, backupTrouble, KEPT, keptBackups, planOf, USUAL_PLAN, type BackupRecord } from '../../src/domain/backup.ts';

const ZONE = 'Europe/Berlin';
const DAY = 86_400_000;
const at = (iso: string): number => Date.parse(iso);
const made = (times: readonly number[]): { at: number }[] => times.map((time) => ({ at: time }));
const times = fc.array(fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2026-12-31T00:00Z') }), { maxLength: 60 });

describe('rotation', () => {
  test('keeps the newest of seven days, four weeks and six months', () => {
    const daily = made(Array.from({ length: 400 }, (_, back) => at('2026-11-22T12:00Z') - back * DAY));
    const kept = [...keptBackups(daily, ZONE)].map((one) => new Date(one.at).toISOString().slice(0, 10)).sort().reverse();
    expect(kept).toEqual(['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16', '2026-11-15', '2026-11-08', '2026-11-01', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30']);
  });

  test('always keeps the newest, never more than it says, and nothing twice', () => {
    fc.assert(fc.property(times, (all) => {
      const backups = made(all);
      const kept = keptBackups(backups, ZONE);
      expect(kept.size).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months);
      if (all.length > 0) expect([...kept].some((one) => one.at === Math.max(...all))).toBe(true);
      expect(keptBackups([...kept], ZONE)).toEqual(kept);
    }), { numRuns: 60 });
  });

  test('day after day keeps what one look at the end keeps', () => {
    fc.assert(fc.property(times, (all) => {
      const backups = made([...new Set(all)].sort((a, b) => a - b));
      let left: { at: number }[] = [];
      for (const one of backups) left = [...keptBackups([...left, one], ZONE)];
      expect(new Set(left)).toEqual(keptBackups(backups, ZONE));
    }), { numRuns: 60 });
  });
});

describe('the next backup', () => {
  const since = at('2026-11-22T08:00Z');
  test('of a book that has none is due after an hour; never, when it is off', () => {
    expect(backupDue(USUAL_PLAN, { since, changes: 0 }, ZONE)).toBe(since + 3_600_000);
    expect(backupDue({ ...USUAL_PLAN, every: 'off' }, { since, changes: 9_999 }, ZONE)).toBeUndefined();
  });

  test('comes at its time of day, by the clock on the wall', () => {
    const daily = { ...USUAL_PLAN, at: '13:00' };
    expect(backupDue(daily, { last: at('2026-11-22T11:00Z'), since, changes: 0 }, ZONE)).toBe(at('2026-11-22T12:00Z'));
    expect(backupDue(daily, { last: at('2026-11-22T12:00Z'), since, changes: 0 }, ZONE)).toBe(at('2026-11-23T12:00Z'));
    // clocks go forward in between
    expect(backupDue(daily, { last: at('2026-03-28T12:00Z'), since, changes: 0 }, ZONE)).toBe(at('2026-03-29T11:00Z'));
    expect(backupDue({ ...daily, every: 'week' }, { last: at('2026-11-22T15:00Z'), since, changes: 0 }, ZONE)).toBe(at('2026-11-29T12:00Z'));
  });

  test('comes earlier after many changes, and waits an hour after one that failed', () => {
    const last = at('2026-11-22T12:00Z');
    expect(backupDue(USUAL_PLAN, { last, since, changes: 499 }, ZONE)).toBe(at('2026-11-23T12:00Z'));
    expect(backupDue(USUAL_PLAN, { last, since, changes: 500 }, ZONE)).toBe(last + 3_600_000);
    const tried = at('2026-11-23T12:00Z');
    expect(backupDue(USUAL_PLAN, { last, tried, since, changes: 500 }, ZONE)).toBe(tried + 3_600_000);
  });

  test('a stored plan that is none is the usual one, part by part', () => {
    expect(planOf(null)).toEqual(USUAL_PLAN);
    expect(planOf({ every: 'week', at: '25:00', changes: -1, place: 'folder' })).toEqual({ ...USUAL_PLAN, every: 'week', place: 'folder' });
  });

  test('its file is named by the clock on the wall', () => {
    expect(backupName(at('2026-11-22T08:02Z'), ZONE, false)).toBe('paydirt-2026-11-22-0902.json.gz');
    expect(backupName(at('2026-11-22T23:30Z'), ZONE, true)).toBe('paydirt-2026-11-23-0030.paydirt-backup');
  });
});

describe('what is wrong with the backups', () => {
  const now = at('2026-11-22T12:00Z');
  const entry = (days: number, why: BackupRecord['why'], part: Partial<BackupRecord>): BackupRecord => ({ id: String(days), at: now - days * DAY, name: '', why, state: 'made', place: 'browser', sealed: false, people: 1, rows: 1, bytes: 1, digest: '', seq: 0, ...part });
  const failed = { state: 'failed', failure: 'quota' } as const;

  test('is the one that failed, and still is when the rep made one by hand and the next by itself has not come', () => {
    const bad = entry(1, 'changes', failed);
    expect(backupTrouble(USUAL_PLAN, [bad, entry(2, 'plan', {})], 1, now)).toEqual({ bad });
    expect(backupTrouble(USUAL_PLAN, [entry(0, 'hand', {}), bad], 1, now)).toEqual({ bad });
    expect(backupTrouble(USUAL_PLAN, [entry(0, 'plan', { state: 'running' }), entry(0, 'plan', {}), bad], 1, now)).toBeUndefined();
    expect(backupTrouble({ ...USUAL_PLAN, every: 'off' }, [entry(0, 'hand', {}), bad], 1, now)).toBeUndefined();
    const elsewhere = entry(0, 'plan', { failure: 'permission' });
    expect(backupTrouble(USUAL_PLAN, [elsewhere], 1, now)).toEqual({ bad: elsewhere });
  });

  test('is that none was made for twice the time of the plan', () => {
    const [two, three] = [entry(2, 'plan', {}), entry(3, 'plan', {})];
    expect(backupTrouble(USUAL_PLAN, [two], 1, now)).toBeUndefined();
    expect(backupTrouble(USUAL_PLAN, [three], 1, now)).toEqual({ lateSince: three.at });
    expect(backupTrouble({ ...USUAL_PLAN, every: 'week' }, [three], 1, now)).toBeUndefined();
    expect(backupTrouble({ ...USUAL_PLAN, every: 'off' }, [three], 1, now)).toBeUndefined();
    expect(backupTrouble(USUAL_PLAN, [], now - 3 * DAY, now)).toEqual({ lateSince: now - 3 * DAY });
    expect(backupTrouble(USUAL_PLAN, [three], undefined, now), 'there is nothing to keep').toBeUndefined();
  });
});
