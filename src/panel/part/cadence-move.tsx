import { ArrowLeft, ArrowRight } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Cadence, Enrolment } from '../../domain/cadence.ts';
import { movedStep, stepsAfter } from '../../domain/move-step.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { moveFollowUps } from '../../storage/person.ts';
import { planMeans } from '../../storage/plan-means.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { dayWord, kindWord, zoneOf } from '../state/cadence.ts';
import { now } from '../state/clock.ts';
import { useKeys } from '../state/key.ts';
import { Icon } from './icon.tsx';

const SHOWN = 4;
const MOST = 60;

/** Moves the current step by the arrow keys; the dates of all that comes after it are seen before Enter keeps it. */
export function CadenceMove({ prospect, enrolment, cadence, dueAt, onClose }: { prospect: Prospect; enrolment: Enrolment; cadence: Cadence; dueAt: number; onClose: () => void }): VNode | null {
  const [days, setDays] = useState(1);
  const plan = useLive(async () => (await planMeans(book))(prospect, zoneOf(prospect)), [prospect]);
  const step = cadence.steps.find(({ id }) => id === enrolment.stepId);
  const ready = plan && step;
  const date = ready ? movedStep(step, dueAt, days, now.value, plan) : dueAt;
  const move = (by: number): void => setDays((known) => Math.max(-MOST, Math.min(MOST, known + by)));
  const keep = (): void => {
    if (!ready || enrolment.followUpId === undefined) return;
    const { followUpId } = enrolment;
    void act(t('change_step_moved', cadence.name, dayWord(date, plan.zone)), (change) => moveFollowUps(book, [{ id: followUpId, dueAt: date }], change)).then((done) => { if (done) onClose(); });
  };
  const doing = useRef({ move, keep, onClose });
  doing.current = { move, keep, onClose };
  useKeys(() => [
    { key: 'ArrowLeft', label: t('cadence_move_earlier'), run: () => doing.current.move(-1) },
    { key: 'ArrowRight', label: t('cadence_move_later'), run: () => doing.current.move(1) },
    { key: 'Enter', label: t('cadence_move_keep'), run: () => doing.current.keep() },
    { key: 'Escape', label: t('close'), run: () => doing.current.onClose() },
  ], []);
  if (!ready) return null;
  const later = stepsAfter(cadence, enrolment, date, plan);
  return (
    <section class="cadence-move stack tight" role="group" aria-label={t('cadence_move_title', kindWord(step.kind))} data-testid="cadence-move">
      <div class="row wrap">
        <button type="button" class="button quiet icon-only" aria-label={t('cadence_move_earlier')} title={`${t('cadence_move_earlier')} (←)`} onClick={() => move(-1)}><Icon of={ArrowLeft} /></button>
        <strong class="number" aria-live="polite" data-testid="cadence-move-date">{dayWord(date, plan.zone)}</strong>
        <button type="button" class="button quiet icon-only" aria-label={t('cadence_move_later')} title={`${t('cadence_move_later')} (→)`} onClick={() => move(1)}><Icon of={ArrowRight} /></button>
        <span class="small muted">{t('cadence_move_from', dayWord(dueAt, plan.zone))}</span>
      </div>
      {later.length === 0 ? <p class="small muted">{t('cadence_move_last')}</p> : (
        <div class="small muted stack tight" data-testid="cadence-move-after">
          <span>{t('cadence_move_then')}</span>
          <span>{later.slice(0, SHOWN).map(({ step: { id, kind }, at }) => <span key={id} class="cadence-then"><span class="number">{dayWord(at, plan.zone)}</span> {kindWord(kind)}</span>)}{later.length > SHOWN && <span class="cadence-then">{t('cadence_move_more', later.length - SHOWN)}</span>}</span>
        </div>
      )}
      <div class="row"><button type="button" class="button" disabled={date === dueAt} data-testid="cadence-move-keep" onClick={keep}>{t('cadence_move_keep')} <kbd>↵</kbd></button><button type="button" class="button quiet" onClick={onClose}>{t('cancel')}</button></div>
    </section>
  );
}
