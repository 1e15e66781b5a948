import type { Touch } from './activity.ts';
import type { StopReason } from './enrol.ts';
import type { Prospect } from './prospect.ts';
import { stopsFor } from './touch.ts';

/** Stages to the side, where nobody is written to. */
const ASIDE: { [S in Prospect['stage']]?: StopReason } = { disqualified: 'disqualified', nurture: 'not-now' };
/** Stages that are reached by talking: coming into one ends what was to begin the talk. */
const REACHED: ReadonlySet<Prospect['stage']> = new Set<Prospect['stage']>(['meeting', 'sales-ready', 'won', 'lost']);

/** Why nobody can be in a cadence who is like this; undefined = they may. */
export function barredBy({ doNotContact, stage }: Pick<Prospect, 'doNotContact' | 'stage'>): StopReason | undefined {
  return doNotContact ? 'do-not-contact' : ASIDE[stage];
}

/** Why the cadences end of somebody who has become `next`; undefined = they go on. */
export function endedBy(old: Prospect | undefined, next: Prospect): StopReason | undefined {
  return barredBy(next) ?? (old && old.stage !== next.stage && REACHED.has(next.stage) ? 'meeting' : undefined);
}

/** Why a touch ends the cadences of whom it was with; undefined = they go on. */
export const endedByTouch: (touch: Pick<Touch, 'channel' | 'direction' | 'outcome'>) => StopReason | undefined = stopsFor;
