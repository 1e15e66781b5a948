import { signal } from '@preact/signals';
import { liftDoNotContact, setDoNotContact } from '../../storage/do-not-contact.ts';
import type { Direction, Outcome } from '../../domain/touch.ts';
import { meaningOf } from '../../domain/touch.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { RejectionNext, RejectionReason } from '../../domain/rejection.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { rejected } from '../../storage/rejection.ts';
import { readSetting, writeSetting } from '../../storage/setting.ts';
import { logTouch, type NewTouch } from '../../storage/touch.ts';
import { act } from './act.ts';
import { book, newId } from './book.ts';
import { zone } from './clock.ts';
import { nameOf } from './decide.ts';
import type { Plan } from './plan.ts';
import { toast } from './toast.ts';
import { channelWord, outcomeWord, reasonWord } from './words.ts';

/** What is open about somebody's contact, in place; null while nothing is. */
export const contacting = signal<{ id: string; what: 'log' | 'rejection' | 'bar' | 'lift' | 'hand-over' | 'referrer' } | null>(null);

/** What else a logged touch says: its text, the template it was made with, the step of a cadence that it does. */
export type TouchExtra = Partial<Pick<NewTouch, 'note' | 'templateId' | 'variantId' | 'enrolmentId' | 'stepId'>>;

/** The channel that the rep logged last. */
export const readLastChannel = (): Promise<string> => readSetting(book, 'lastChannel', 'linkedin');

/** Logs a touch as it has just happened, with all that follows from it. A no asks what comes next. */
export async function log(prospect: Prospect, channel: string, direction: Direction, outcome: Outcome, extra: TouchExtra = {}): Promise<boolean> {
  const name = nameOf(prospect);
  const shown = t(direction === 'in' ? 'touch_said_in' : 'touch_said_out', channelWord(channel), outcomeWord(outcome));
  const words = { signal: extra.note || shown, followUp: t('touch_answer', shown), zone: zone() };
  const touch = { id: newId(), prospectId: prospect.id, channel, direction, outcome, at: Date.now(), ...extra };
  void writeSetting(book, 'lastChannel', channel).catch(report);
  const meaning = meaningOf(touch);
  const work = (label: string) => (change: Parameters<typeof logTouch>[2]): Promise<void> => logTouch(book, touch, { ...change, label }, newId, words);
  const label = t('change_touch', shown, name);
  const done = meaning === 'opt-out' ? await barringly(label, name, work(label)) : await act(label, work(label));
  if (done) contacting.value = meaning === 'no' ? { id: prospect.id, what: 'rejection' } : null;
  return done;
}

/** Sets do-not-contact. It is lifted on purpose alone, so no undo is offered. */
export async function bar(prospect: Prospect, reason: string): Promise<boolean> {
  const name = nameOf(prospect);
  const label = t('change_barred', name, reasonWord(reason));
  return barringly(label, name, (change) => setDoNotContact(book, prospect.id, reason, { ...change, label }));
}

/** Lifts do-not-contact, for a reason that is kept as a note. */
export async function lift(prospect: Prospect, reason: string): Promise<boolean> {
  const label = t('change_lifted', nameOf(prospect), reason);
  return act(label, (change) => liftDoNotContact(book, prospect.id, { id: newId(), text: t('lift_note', reason) }, reason, change));
}

/** Keeps a no, and does what comes next. */
export async function reject(prospect: Prospect, reason: RejectionReason, note: string, next: RejectionNext, plan?: Plan): Promise<boolean> {
  const name = nameOf(prospect);
  const later = plan && { resumeAt: plan.dueAt, words: plan.words, zone: zone(), text: t('aside_follow_up', reasonWord(reason)) };
  const label = t('change_rejected', name, reasonWord(reason));
  const work = (change: Parameters<typeof rejected>[3]): Promise<void> => rejected(book, prospect.id, { reason, note, next, ...(later ? { later } : {}) }, { ...change, label }, newId());
  return reason === 'asked-not-to' ? barringly(label, name, work) : act(label, work);
}

async function barringly(_label: string, name: string, work: (change: Parameters<typeof setDoNotContact>[3]) => Promise<void>): Promise<boolean> {
  const done = await act('', work);
  if (done) toast(t('barred_done', name));
  return done;
}
