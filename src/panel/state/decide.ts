import { signal } from '@preact/signals';
import { wayBack } from '../../domain/aside.ts';
import type { LeadRejection } from '../../domain/lead.ts';
import type { Prospect, Stage } from '../../domain/prospect.ts';
import type { AsideReason } from '../../domain/qualification.ts';
import { openSignals } from '../../domain/signal.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { bringBack, putDisqualified, putNotNow, setStage, waitOn } from '../../storage/aside.ts';
import { acceptLead, rejectLead } from '../../storage/lead.ts';
import { leaveSignals, takeSignals } from '../../storage/signal.ts';
import { act } from './act.ts';
import { book, newId } from './book.ts';
import { zone } from './clock.ts';
import { planOf, type Plan } from './plan.ts';
import { dateWord, reasonWord, signalLine, signalWord, stageWord } from './words.ts';

/** What can be asked about somebody in place. */
export type Asked = 'not-now' | 'disqualify' | 'reject';

/** About whom the rep is being asked what; null while nobody is. */
export const asking = signal<{ id: string; what: Asked } | null>(null);

/** What is waited for when nobody said until when. */
export const USUAL_WORDS = 'in 3 months';

export function nameOf(prospect: Prospect): string {
  return prospect.fields.name?.value ?? t('no_name');
}

/** Puts somebody off until a date; a follow-up stands there. */
export function putOff(prospect: Prospect, reason: AsideReason, note: string, { dueAt, words }: Plan): Promise<boolean> {
  const why = { reason, note, resumeAt: dueAt, words, zone: zone(), text: t('aside_follow_up', reasonWord(reason)) };
  return act(t('change_not_now', nameOf(prospect), dateWord(dueAt)), (change) => putNotNow(book, prospect.id, why, change, newId()));
}

/** Takes somebody out of the pipeline. */
export function disqualify(prospect: Prospect, reason: AsideReason, note: string): Promise<boolean> {
  return act(t('change_disqualified', nameOf(prospect), reasonWord(reason)), (change) => putDisqualified(book, prospect.id, { reason, note }, change));
}

/** The way back to the stage before. */
export function back(prospect: Prospect): Promise<boolean> {
  return act(t('change_back', nameOf(prospect), stageWord(wayBack(prospect))), (change) => bringBack(book, prospect.id, change));
}

/** The score was looked at: waits on until the resume date. */
export function wait(prospect: Prospect): Promise<boolean> {
  return act(t('change_wait_on', nameOf(prospect), dateWord(prospect.aside?.resumeAt ?? Date.now())), (change) => waitOn(book, prospect.id, change));
}

export function accept(prospect: Prospect): Promise<boolean> {
  return act(t('change_lead_accepted', nameOf(prospect)), (change) => acceptLead(book, prospect.id, change));
}

export function reject(prospect: Prospect, reason: LeadRejection, note: string): Promise<boolean> {
  return act(t('change_lead_rejected', nameOf(prospect), reasonWord(reason)), (change) => rejectLead(book, prospect.id, reason, note, change));
}

/** Acts on somebody's open signals (one, or all): a follow-up that says why, due next morning or now. */
export function followSignals(prospect: Prospect, when: 'morning' | 'now', signalId?: string): Promise<boolean> {
  const signals = openSignals(prospect).filter(({ id }) => signalId === undefined || id === signalId);
  const plan = when === 'morning' ? planOf('morning') : null;
  const dueAt = plan && 'dueAt' in plan ? plan.dueAt : Date.now();
  const text = signals.map((one) => `${signalWord(one)}: ${signalLine(one)}`).join(' · ').slice(0, 500);
  const followUp = { id: newId(), prospectId: prospect.id, dueAt, words: '', zone: zone(), text };
  return act(t('change_follow_up', formatWhen(dueAt, Date.now(), zone(), uiLocale()), nameOf(prospect)), (change) => takeSignals(book, followUp, change, signalId === undefined ? undefined : [signalId]));
}

/** No reason to act: somebody's open signals (one, or all) are left. */
export function leave(prospect: Prospect, signalId?: string): Promise<boolean> {
  return act(t('change_signal_left', nameOf(prospect)), (change) => leaveSignals(book, prospect.id, change, signalId === undefined ? undefined : [signalId]));
}

/** Moves somebody to a stage. Aside it takes effect at once, with the usual wait, and the reason and the date are asked for in place. */
export async function moveTo(prospect: Prospect, stage: Stage): Promise<void> {
  if (stage === prospect.stage) return;
  const usual = planOf(USUAL_WORDS);
  if (stage === 'nurture' && usual && 'dueAt' in usual) {
    if (await putOff(prospect, 'other', '', usual)) asking.value = { id: prospect.id, what: 'not-now' };
  } else if (stage === 'disqualified') {
    if (await disqualify(prospect, 'other', '')) asking.value = { id: prospect.id, what: 'disqualify' };
  } else {
    asking.value = null;
    await act(t('change_stage', nameOf(prospect), stageWord(stage)), (change) => setStage(book, prospect.id, stage, change));
  }
}
