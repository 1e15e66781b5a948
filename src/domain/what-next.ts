import type { Touch } from './activity.ts';
import type { Prospect, Stage } from './prospect.ts';
import { ENOUGH, unanswered } from './touch.ts';

const LIVE: ReadonlySet<Stage> = new Set<Stage>(['new', 'working', 'engaged', 'meeting', 'sales-ready']);
const TALKING: ReadonlySet<Stage> = new Set<Stage>(['engaged', 'meeting', 'sales-ready']);

/** When something can come next; each names its words in the UI. */
export type NextTime = 'tomorrow' | 'days' | 'week' | 'weeks' | 'month' | 'quarter';

/** Is somebody dropped when nothing is planned for them? Not who is won, lost or aside, not who is with a closer, and not who is not to be contacted. */
export function isLive({ stage, doNotContact, handOver }: Pick<Prospect, 'stage' | 'doNotContact' | 'handOver'>): boolean {
  return LIVE.has(stage) && !doNotContact && (!handOver || handOver.state === 'rejected');
}

/** Three times for what comes next, the soonest first: soon for who is talking, late for who has not answered several times. */
export function nextTimes({ stage }: Pick<Prospect, 'stage'>, touches: readonly Touch[]): readonly [NextTime, NextTime, NextTime] {
  if (unanswered(touches).count >= ENOUGH) return ['weeks', 'month', 'quarter'];
  return TALKING.has(stage) ? ['tomorrow', 'days', 'week'] : ['days', 'week', 'weeks'];
}
