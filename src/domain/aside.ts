import { isNewLead, reopened } from './lead.ts';
import type { Prospect, Stage } from './prospect.ts';
import type { Aside, AsideReason, LEAD_REJECTIONS } from './qualification.ts';
import { leftSignals } from './signal.ts';

/** How long somebody is aside when nobody said until when, ms: three months. */
export const USUAL_WAIT = 91 * 86_400_000;

/** What a lead's rejection says of somebody who is disqualified before anybody looked at the lead. */
const REJECTION: { [R in AsideReason]?: (typeof LEAD_REJECTIONS)[number] } = { 'no-fit': 'no-fit', competitor: 'competitor', 'no-need': 'no-interest', 'not-reachable': 'no-contact-data' };

/** Is this a stage to the side of the pipeline, with a way back? */
export function isAside(stage: Stage): stage is 'nurture' | 'disqualified' {
  return stage === 'nurture' || stage === 'disqualified';
}

/** The stage in the pipeline to which the way back leads: for somebody who is not aside the one they are in. */
export function wayBack({ stage, aside }: Pick<Prospect, 'stage' | 'aside'>): Stage {
  if (!isAside(stage)) return stage;
  return aside && !isAside(aside.from) ? aside.from : 'new';
}

/** Half way between two times (epoch ms): when somebody who is aside is scored and looked at again. */
export function halfWay(at: number, resumeAt: number): number {
  return Math.round(at + (resumeAt - at) / 2);
}

/** Not now: to nurture until `resumeAt` (epoch ms), with a look at the score half way. Who was aside already keeps the way back they had. */
export function notNow(prospect: Prospect, why: { reason: AsideReason; note: string; resumeAt: number; followUpId: string | undefined }, at: number): Prospect {
  const { reason, note, resumeAt, followUpId } = why;
  const aside: Aside = { reason, note, at, from: wayBack(prospect), resumeAt, rescoreAt: halfWay(at, resumeAt), ...fitOf(prospect), ...(followUpId === undefined ? {} : { followUpId }) };
  return { ...(prospect.stage === 'disqualified' ? reopened(prospect) : prospect), stage: 'nurture', aside };
}

/** Not at all: out of the pipeline with a reason; open signals are left, a lead that nobody decided on is rejected. `dropped`: follow-ups that were closed for it. */
export function disqualified(prospect: Prospect, why: { reason: AsideReason; note: string; dropped: string[] }, at: number): Prospect {
  const { reason, note, dropped } = why;
  const aside: Aside = { reason, note, at, from: wayBack(prospect), ...fitOf(prospect), ...(dropped.length ? { dropped } : {}) };
  const lead = isNewLead(prospect) ? { lead: { state: 'rejected' as const, at, reason: REJECTION[reason] ?? 'other', ...(note ? { note } : {}) } } : {};
  return { ...leftSignals(prospect), ...lead, stage: 'disqualified', aside };
}

/** The way back to the stage before, or on to another one; a lead that was rejected waits for a decision again. */
export function broughtBack(prospect: Prospect, stage: Stage = wayBack(prospect)): Prospect {
  const { aside: _over, ...rest } = prospect;
  return { ...(prospect.stage === 'disqualified' ? reopened(rest) : rest), stage };
}

/** The rep has looked at the score: the next date is the resume date. */
export function looked(prospect: Prospect): Prospect {
  if (!prospect.aside) return prospect;
  const { rescoreAt: _past, ...aside } = prospect.aside;
  return { ...prospect, aside };
}

/** When somebody in nurture is to be looked at next, epoch ms; 0 = no date was set. */
export function lookAt(aside: Aside | undefined): number {
  const times = [aside?.rescoreAt, aside?.resumeAt].filter((time) => time !== undefined);
  return times.length ? Math.min(...times) : 0;
}

/** Points of fit gained (or lost, below 0) since somebody was put aside; 0 when either is not known. */
export function gain({ fit, aside }: Pick<Prospect, 'fit' | 'aside'>): number {
  return fit && aside?.fit !== undefined ? fit.fit - aside.fit : 0;
}

function fitOf({ fit, stage, aside }: Prospect): { fit?: number } {
  // measured from when the person was first put aside: a later date is no new start
  const then = isAside(stage) && aside?.fit !== undefined ? aside.fit : fit?.fit;
  return then === undefined ? {} : { fit: then };
}
