/** Hours of the rep's local day in which nothing rings, e.g. 20 to 8. Equal = never quiet. */
export interface QuietHours {
  from: number;
  to: number;
}

/** What was rung for already. `until`: follow-ups due up to this time (epoch ms) were told of. */
export interface Told {
  until: number;
}

/** What the stored due times look like at `now` (all epoch ms). */
export interface DueState {
  now: number;
  /** Open follow-ups due by now, and how many of them became due after `told.until`. */
  due: number;
  fresh: number;
  /** The next due time after now, if any. */
  next: number | undefined;
  told: Told;
  /** Hour of the rep's local day, 0..23, and the epoch ms at which quiet hours end next. */
  hour: number;
  quietEnds: number;
  quiet: QuietHours;
}

/** What to do now: the badge's text, a digest of `digest` follow-ups (0 = none), what has been told by then, and when to look again. */
export interface Ring {
  badge: string;
  digest: number;
  told: Told;
  wakeAt: number | undefined;
}

/** A clock that jumps, a sleeping laptop and a lost alarm are all healed by looking again at least this often (ms). */
const GLANCE = 30 * 60_000;

/**
 * Decides badge, digest and the next look from the stored due times alone. Each follow-up is told of once: in one digest with
 * the others that became due since the last one. In quiet hours the digest waits; the badge does not.
 */
export function ring(state: DueState): Ring {
  const { now, due, fresh, next, quiet } = state;
  const badge = due === 0 ? '' : due > 999 ? '999+' : String(due);
  // after the clock was set back `until` lies in the future and would silence what becomes due before it
  const told = state.told.until > now ? { until: now } : state.told;
  const isQuiet = quiet.from !== quiet.to && (quiet.from < quiet.to ? state.hour >= quiet.from && state.hour < quiet.to : state.hour >= quiet.from || state.hour < quiet.to);
  const tell = fresh > 0 && !isQuiet;
  const waiting = fresh > 0 && isQuiet ? [state.quietEnds] : [];
  const looks = [...(next === undefined ? [] : [next]), ...waiting];
  const wakeAt = looks.length || due ? Math.min(now + GLANCE, ...looks) : undefined;
  return { badge, digest: tell ? due : 0, told: tell ? { until: now } : told, wakeAt };
}
