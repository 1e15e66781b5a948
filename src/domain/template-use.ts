import type { Touch } from './activity.ts';
import { meaningOf } from './touch.ts';

/** A reply counts for a message for so long: 14 days, in ms. */
export const REPLY_TIME = 14 * 86_400_000;

/** What came of one use of a template: nothing (yet), a reply, or a meeting. */
export const NOTHING = 0, REPLY = 1, MEETING = 2;
export type UseResult = typeof NOTHING | typeof REPLY | typeof MEETING;

/** One message that went out with a template, and what came of it. `id` is the touch's, `at` its time (epoch ms). */
export interface TemplateUse {
  id: string;
  prospectId: string;
  templateId: string;
  /** '' when it was not written down. */
  variantId: string;
  result: UseResult;
  at: number;
}

/**
 * The uses of templates among one person's touches, in the order of time. What comes in is credited to one message alone: the last that went out
 * with a template, when that was at most 14 days before. A call or a meeting that is logged with its outcome is its own answer.
 */
export function usesOf(touches: readonly Touch[]): TemplateUse[] {
  const uses: TemplateUse[] = [];
  for (const touch of touches.toSorted((a, b) => a.at - b.at || Number(a.direction === 'in') - Number(b.direction === 'in') || (a.id < b.id ? -1 : 1))) {
    const result = resultOf(touch);
    if (touch.direction === 'out' && touch.templateId) {
      const { id, prospectId, templateId, variantId = '', at } = touch;
      uses.push({ id, prospectId, templateId, variantId, result, at });
      continue;
    }
    const last = touch.direction === 'in' ? uses.at(-1) : undefined;
    if (last && touch.at - last.at <= REPLY_TIME && result > last.result) last.result = result;
  }
  return uses;
}

function resultOf(touch: Touch): UseResult {
  const meaning = meaningOf(touch);
  // of a webinar or a fair one comes to talk, not to meet
  if (meaning === 'meeting') return touch.channel === 'webinar' || touch.channel === 'event' ? REPLY : MEETING;
  return meaning === 'reply' || meaning === 'no' || meaning === 'opt-out' ? REPLY : NOTHING;
}
