import { addDays, instantsOf, isoDay, wallAt, weekday } from './wall-time.ts';

/** Where backups go: kept inside the browser alone, into the downloads folder, or into a folder that the rep chose. */
export const BACKUP_PLACES = ['browser', 'downloads', 'folder'] as const;
export type BackupPlace = (typeof BACKUP_PLACES)[number];

/** When backups are made by themselves: each day or week at a time of day ("13:00", the rep's own), and after so many changes (0 = never for that). */
export interface BackupPlan {
  every: 'off' | 'day' | 'week';
  at: string;
  changes: number;
  place: BackupPlace;
}

/** Until the rep says otherwise: a daily copy inside the browser, which asks for nothing. */
export const USUAL_PLAN: BackupPlan = { every: 'day', at: '13:00', changes: 500, place: 'browser' };

export type BackupReason = 'hand' | 'plan' | 'changes' | 'before-restore';

/** One backup as the log has it. `digest` is the SHA-256 of its content, `proven` when it was read back whole into a scratch book; times are epoch ms. */
export interface BackupRecord {
  id: string;
  at: number;
  name: string;
  why: BackupReason;
  state: 'running' | 'made' | 'failed';
  place: BackupPlace;
  sealed: boolean;
  people: number;
  rows: number;
  bytes: number;
  digest: string;
  /** The newest history entry at that time: how much has changed since is told by it. */
  seq: number;
  proven?: number;
  /** Why it failed, or why the file could not be put where it should go. */
  failure?: BackupFailure;
  /** The browser's number of the download, where it is one. */
  download?: number;
  /** The file was taken away by rotation. */
  dropped?: boolean;
}

/** What can go wrong with a backup; the panel has words for each. */
export type BackupFailure = 'quota' | 'unequal' | 'unreadable' | 'permission' | 'not-saved' | 'interrupted' | 'refused-rows' | 'bug';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * When the next backup is due (epoch ms, may be past), or undefined for never. `last` is the newest one that was made, `tried` the last that failed;
 * `since` is when there first was something to keep. Nothing is done twice within an hour.
 */
export function backupDue(plan: BackupPlan, state: { last?: number | undefined; tried?: number | undefined; since: number; changes: number }, zone: string): number | undefined {
  if (plan.every === 'off') return undefined;
  const { last, tried = -Infinity, since, changes } = state;
  const next = last === undefined ? since + HOUR : plannedAfter(plan, last, zone);
  const byChanges = plan.changes > 0 && changes >= plan.changes ? (last ?? since) + HOUR : Infinity;
  return Math.max(Math.min(next, byChanges), tried + HOUR);
}

/** The first time of day of the plan after `last`: of a later day, or a week on. */
function plannedAfter({ every, at }: BackupPlan, last: number, zone: string): number {
  const [hour = 13, minute = 0] = at.split(':').map(Number);
  const from = wallAt(last, zone);
  const time = (days: number): number => instantsOf({ ...addDays(from, days), hour, minute }, zone)[0];
  if (every === 'week') return time(7);
  return time(0) > last ? time(0) : time(1);
}

/** What the rep must be told of their backups: the one that did not go as it should, or since when (epoch ms) none was made. */
export type BackupTrouble = { bad: BackupRecord } | { lateSince: number };

/**
 * Is something wrong with the backups at `now` (epoch ms)? The newest one or the newest that was to come by itself went wrong, or none was made for twice the time of the plan. `log` is newest first, `since` is when
 * there first was something to keep (undefined = there is nothing). Who wants none by itself misses none.
 */
export function backupTrouble(plan: BackupPlan, log: readonly BackupRecord[], since: number | undefined, now: number): BackupTrouble | undefined {
  const ended = log.filter(({ state }) => state !== 'running');
  const planned = plan.every === 'off' ? [] : ended.filter(({ why }) => why === 'plan' || why === 'changes');
  const bad = [ended[0], planned[0]].find((one) => one && (one.state === 'failed' || one.failure));
  if (bad) return { bad };
  if (plan.every === 'off' || since === undefined) return undefined;
  const lateSince = ended.find(({ state }) => state === 'made')?.at ?? since;
  return now - lateSince > 2 * (plan.every === 'week' ? 7 : 1) * DAY ? { lateSince } : undefined;
}

/** How many days, weeks and months each keep their newest backup. */
export const KEPT = { days: 7, weeks: 4, months: 6 };

/**
 * Which of these backups stay: of each of the newest 7 days, 4 weeks (from Monday) and 6 months that have any, the newest one. Always the newest of all. Done day
 * after day it keeps what doing it once would.
 */
export function keptBackups<B extends { at: number }>(backups: readonly B[], zone: string): Set<B> {
  const newest = backups.toSorted((a, b) => b.at - a.at);
  const kept = new Set<B>();
  for (const [many, nameOf] of [[KEPT.days, day], [KEPT.weeks, week], [KEPT.months, month]] as const) {
    const seen = new Set<string>();
    for (const one of newest) {
      const name = nameOf(one.at, zone);
      if (seen.has(name)) continue;
      if (seen.size === many) break;
      seen.add(name);
      kept.add(one);
    }
  }
  return kept;
}

function day(at: number, zone: string): string {
  return isoDay(wallAt(at, zone));
}

function week(at: number, zone: string): string {
  const wall = wallAt(at, zone);
  return isoDay(addDays(wall, 1 - weekday(wall)));
}

function month(at: number, zone: string): string {
  return day(at, zone).slice(0, 7);
}

/** The file's name, by the rep's own clock: sorted by name they are sorted by time. */
export function backupName(at: number, zone: string, sealed: boolean): string {
  const wall = wallAt(at, zone);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `paydirt-${isoDay(wall)}-${two(wall.hour)}${two(wall.minute)}${sealed ? '.paydirt-backup' : '.json.gz'}`;
}

/** A plan as it was stored, with what is usual in place of what is none. */
export function planOf(stored: unknown): BackupPlan {
  const { every, at, changes, place } = (stored ?? {}) as Partial<Record<keyof BackupPlan, unknown>>;
  return {
    every: every === 'off' || every === 'day' || every === 'week' ? every : USUAL_PLAN.every,
    at: typeof at === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(at) ? at : USUAL_PLAN.at,
    changes: Number.isInteger(changes) && (changes as number) >= 0 && (changes as number) <= 1_000_000 ? changes as number : USUAL_PLAN.changes,
    place: BACKUP_PLACES.includes(place as BackupPlace) ? place as BackupPlace : USUAL_PLAN.place,
  };
}
