import { businessDayFrom, type DaysOff } from './business-day.ts';
import { PRIORITIES, type Priority } from './qualification.ts';
import { addDays, flatten, instantsOf, isoDay, wallAt, type WallTime } from './wall-time.ts';

/** How many follow-ups a day is meant to hold, by priority. What the higher ones leave unused is room for the lower ones, never the other way round. */
export type Load = Readonly<Record<Priority, number>>;

/** Effort follows priority: half of an ordinary day is for the best quarter. */
export const DEFAULT_LOAD: Load = { P1: 8, P2: 8, P3: 6, P4: 4 };

/** An open follow-up as a day's load sees it; `fixed` ones (a meeting) count but never move. Epoch ms. */
export interface LoadItem {
  id: string;
  dueAt: number;
  priority: Priority;
  fixed?: boolean;
}

/** One that goes to a later day: from when to when (epoch ms). */
export interface LoadMove {
  id: string;
  priority: Priority;
  from: number;
  dueAt: number;
}

/** A proposal for one day: what it holds, what it is meant to hold, and what goes where; no moves when it is not too full. */
export interface LoadProposal {
  held: Record<Priority, number>;
  total: number;
  meant: number;
  moves: LoadMove[];
}

/** As far ahead as anything is put off. */
const MOST_DAYS = 60;
const MOST = 10_000;

/** A load of whole numbers from 0, whatever was stored; what is no number is the default. */
export function loadOf(stored: unknown): Load {
  const given = (stored ?? {}) as Partial<Record<Priority, unknown>>;
  return Object.fromEntries(PRIORITIES.map((one) => {
    const value = given[one];
    return [one, typeof value === 'number' && Number.isFinite(value) ? Math.min(MOST, Math.max(0, Math.floor(value))) : DEFAULT_LOAD[one]];
  })) as unknown as Load;
}

/**
 * Spreads what is too much for today (with all that is overdue) over the working days after it: the lowest priority goes first and farthest,
 * within one what is due last; P1 and what is fixed never move. A time of day stays. `items` are all open follow-ups, at least of the next weeks:
 * a day after today only gives way as far as more worth comes into it.
 */
export function spreadLoad(items: readonly LoadItem[], now: number, zone: string, load: Load, off: DaysOff = {}): LoadProposal {
  const today = wallAt(now, zone);
  const days = new Map<string, LoadItem[]>();
  for (const item of items) {
    const wall = wallAt(item.dueAt, zone);
    const day = flatten(midnight(wall)) <= flatten(midnight(today)) ? isoDay(today) : isoDay(wall);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  const mine = days.get(isoDay(today)) ?? [];
  const held = Object.fromEntries(PRIORITIES.map((one) => [one, mine.filter(({ priority }) => priority === one).length])) as Record<Priority, number>;
  const proposal: LoadProposal = { held, total: mine.length, meant: PRIORITIES.reduce((sum, one) => sum + load[one], 0), moves: [] };

  let day: WallTime = today;
  let carried: LoadItem[] = [];
  for (let steps = 0; steps < MOST_DAYS; steps += 1) {
    const here = days.get(isoDay(day)) ?? [];
    const stays = steps > 0 && carried.length === 0;
    if (stays) break;
    const over = surplus([...carried, ...here], load);
    for (const item of carried) if (!over.has(item.id)) proposal.moves.push({ id: item.id, priority: item.priority, from: item.dueAt, dueAt: onDay(day, item.dueAt, zone) });
    carried = [...carried, ...here].filter(({ id }) => over.has(id));
    day = businessDayFrom(addDays(day, 1), off);
  }
  // whom no day has room for stays where it is
  return { ...proposal, moves: proposal.moves.sort((a, b) => a.dueAt - b.dueAt) };
}

/** The ids of those that a day has no room for. */
function surplus(items: readonly LoadItem[], load: Load): Set<string> {
  const over = new Set<string>();
  const isFirm = ({ priority, fixed }: LoadItem): boolean => priority === 'P1' || fixed === true;
  // what stays whatever happens takes room of its own priority, and beyond that of the lowest
  let total = PRIORITIES.reduce((sum, one) => sum + load[one], 0) - items.filter(isFirm).length;
  let room = 0;
  for (const priority of PRIORITIES) {
    const level = items.filter((item) => item.priority === priority).sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
    const loose = level.filter((item) => !isFirm(item));
    room += Math.max(0, load[priority] - (level.length - loose.length));
    const kept = Math.max(0, Math.min(loose.length, room, total));
    room -= kept;
    total -= kept;
    for (const { id } of loose.slice(kept)) over.add(id);
  }
  return over;
}

function midnight(wall: WallTime): WallTime {
  return { ...wall, hour: 0, minute: 0 };
}

function onDay(day: WallTime, dueAt: number, zone: string): number {
  const { hour, minute } = wallAt(dueAt, zone);
  return instantsOf({ ...day, hour, minute }, zone)[0];
}
