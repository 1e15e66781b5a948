import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';
import type { EnrolCheck } from '../../storage/enrolment.ts';

/** Whom a cadence is not for, and why. */
export function EnrolObstacles({ check: { inside, elsewhere, before, barred } }: { check: EnrolCheck }): VNode | null {
  const names = [...new Set(elsewhere.flatMap(({ cadences }) => cadences))].filter(Boolean).slice(0, 3).join(', ');
  const lines = [
    elsewhere.length > 0 && t(elsewhere.length === 1 ? 'enrol_elsewhere_one' : 'enrol_elsewhere', elsewhere.length, names),
    before.length > 0 && t(before.length === 1 ? 'enrol_before_one' : 'enrol_before', before.length),
    inside.length > 0 && t(inside.length === 1 ? 'enrol_inside_one' : 'enrol_inside', inside.length),
    barred.length > 0 && t(barred.length === 1 ? 'enrol_barred_one' : 'enrol_barred', barred.length),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return <ul class="banner warn stack tight small" data-testid="enrol-obstacles">{lines.map((line) => <li key={line} dir="auto">{line}</li>)}</ul>;
}

/** What is asked before anybody begins, and the button that says how many do. */
export function EnrolFoot({ number, asks, confirmed, onConfirm, onDone }: { number: number; asks: number; confirmed: boolean; onConfirm: (confirmed: boolean) => void; onDone: () => void }): VNode {
  return (
    <>
      {asks > 0 && <label class="row small" data-testid="enrol-confirm"><input type="checkbox" checked={confirmed} onChange={(event) => onConfirm(event.currentTarget.checked)} />{asks === 1 ? t('enrol_confirm_one') : t('enrol_confirm', asks)}</label>}
      <div class="row">
        <button type="submit" class="button primary" data-testid="enrol-do" disabled={number === 0}>{number === 0 ? t('enrol_nobody') : number === 1 ? t('enrol_do_one') : t('enrol_do', number)} {number > 0 && <kbd>↵</kbd>}</button>
        <button type="button" class="button quiet" onClick={onDone}>{t('cancel')}</button>
      </div>
    </>
  );
}
