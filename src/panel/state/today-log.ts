import type { Touch } from '../../domain/activity.ts';
import type { QueueEntry } from '../../domain/queue.ts';
import { meaningOf } from '../../domain/touch.ts';
import { snoozes } from '../../domain/snooze.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { settleFollowUp } from '../../storage/person.ts';
import { logTouch } from '../../storage/touch.ts';
import { book, newId } from './book.ts';
import { zone } from './clock.ts';
import { week } from './plan.ts';
import { settle } from './today-act.ts';
import { contacting } from './touch.ts';
import { channelWord, outcomeWord } from './words.ts';

/** Nobody was reached: what was planned is tried again, or the person would be dropped. */
const NOT_REACHED: ReadonlySet<string> = new Set(['no-answer', 'voicemail', 'no-show']);

/**
 * Logs what came of it and settles the follow-up, as one thing to undo. Somebody who was not reached comes again tomorrow; a step of a cadence is done
 * either way. A no asks why and what comes next; who asks not to be contacted is not, and that is not taken back.
 */
export async function logAndSettle(entry: QueueEntry, order: readonly QueueEntry[], name: string, what: Pick<Touch, 'channel' | 'direction' | 'outcome' | 'templateId' | 'variantId' | 'note' | 'enrolmentId' | 'stepId'>): Promise<void> {
  const outcome = outcomeWord(what.outcome ?? '');
  const again = NOT_REACHED.has(what.outcome ?? '') && !what.stepId ? snoozes(Date.now(), zone(), week()).find(({ id }) => id === 'tomorrow')?.dueAt : undefined;
  const label = again === undefined ? t('change_logged', name, outcome) : t('change_logged_again', name, outcome, formatWhen(again, Date.now(), zone(), uiLocale()));
  const words = { signal: `${channelWord(what.channel)}: ${outcome}`, followUp: t('today_answer', outcome), zone: zone() };
  const meaning = meaningOf(what);
  const done = await settle(entry, order, label, async (change) => {
    const touch = { id: newId(), prospectId: entry.prospectId, at: change.at, ...what };
    // what was planned goes first when they wrote: the answer to it is a follow-up of its own
    if (what.direction === 'in') await settleFollowUp(book, entry.followUpId, 'done', change);
    await logTouch(book, touch, change, newId, words);
    if (what.direction === 'out') await settleFollowUp(book, entry.followUpId, again === undefined ? 'done' : { dueAt: again }, change);
  }, meaning === 'opt-out' ? t('barred_done', name) : undefined);
  if (done && meaning === 'no') contacting.value = { id: entry.prospectId, what: 'rejection' };
}
