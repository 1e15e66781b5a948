import { BellRing } from 'lucide';
import type { VNode } from 'preact';
import { t, uiLocale } from '../../platform/locale.ts';
import { now } from '../state/clock.ts';
import { Icon } from './icon.tsx';

const DAY = 86_400_000;

/** When the next follow-up is due, in one short word: late in red, today in amber, later as a date. Shows nothing for 0. */
export function Due({ at }: { at: number }): VNode | null {
  if (at === 0) return null;
  const late = at <= now.value;
  const today = !late && new Date(at).toDateString() === new Date(now.value).toDateString();
  const whole = new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'full', timeStyle: 'short' }).format(at);
  return (
    <span class={`due number${late ? ' late' : today ? ' today' : ''}`} title={whole}>
      {(late || today) && <Icon of={BellRing} />}
      <span class="unseen">{t(late ? 'people_due_late' : 'people_due')}</span>
      {late ? ago(now.value - at) : today ? new Intl.DateTimeFormat(uiLocale(), { timeStyle: 'short' }).format(at) : day(at)}
    </span>
  );
}

function ago(span: number): string {
  const relative = new Intl.RelativeTimeFormat(uiLocale(), { style: 'narrow', numeric: 'auto' });
  if (span < 3_600_000) return relative.format(-Math.max(1, Math.round(span / 60_000)), 'minute');
  return span < DAY ? relative.format(-Math.round(span / 3_600_000), 'hour') : relative.format(-Math.round(span / DAY), 'day');
}

/** A day, with its year only when that is not this one's. */
export function day(at: number): string {
  const far = new Date(at).getFullYear() !== new Date(now.value).getFullYear();
  return new Intl.DateTimeFormat(uiLocale(), { day: 'numeric', month: 'short', ...(far ? { year: 'numeric' } : {}) }).format(at);
}
