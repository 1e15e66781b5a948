import type { Touch } from './activity.ts';

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

// what comes in without anybody having written a word to the rep
const NO_REPLY = new Set(['bounced', 'out-of-office', 'auto-reply', 'delivered', 'opened', 'clicked', 'viewed', 'visited', 'visited-pricing', 'followed', 'reacted', 'liked', 'connection-accepted', 'accepted', 'downloaded', 'registered', 'subscribed', 'unsubscribed', 'no-show']);
const MEETINGS = new Set(['meeting', 'meeting-booked', 'meeting-attended', 'meeting-held', 'booked', 'attended', 'asked-for-meeting', 'asked-for-demo']);
const TALKED = new Set(['connected', 'answered', 'talked', 'conversation', 'reached']);

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
    const last = uses.at(-1);
    if (last && touch.at - last.at <= REPLY_TIME && result > last.result) last.result = result;
  }
  return uses;
}

function resultOf({ direction, channel, outcome }: Touch): UseResult {
  const what = (outcome ?? '').trim().toLowerCase().replace(/[\s_]+/g, '-');
  if (MEETINGS.has(what)) return MEETING;
  if (direction === 'out') return channel === 'call' && TALKED.has(what) ? REPLY : NOTHING;
  if (NO_REPLY.has(what)) return NOTHING;
  return channel === 'meeting' ? MEETING : REPLY;
}
