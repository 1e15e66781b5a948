import { BellRing, Flame } from 'lucide';
import type { VNode } from 'preact';
import type { FollowUp, Touch } from '../../domain/activity.ts';
import { engagementAt, heatOf } from '../../domain/engagement.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { now, zone } from '../state/clock.ts';
import { to } from '../state/route.ts';
import { day } from './due.tsx';
import { Icon } from './icon.tsx';

const FIRST = 5;

/** What an account's people come to: engagement, the last touch, expected deal value, and what is to be done next. */
export function AccountNumbers({ people, touches, followUps }: { people: readonly Prospect[]; touches: readonly Touch[]; followUps: readonly FollowUp[] }): VNode {
  const engagement = Math.round(engagementAt(heatOf(touches), now.value));
  const last = touches.reduce<Touch | undefined>((found, one) => (!found || one.at > found.at ? one : found), undefined);
  const valued = people.filter(({ dealValue }) => dealValue !== undefined);
  const names = new Map(people.map(({ id, fields }) => [id, fields.name?.value ?? t('no_name')]));
  return (
    <section class="card" aria-label={t('account_numbers')} data-testid="account-numbers">
      <header><Icon of={Flame} /><h2>{t('account_numbers')}</h2></header>
      <dl class="numbers">
        <div><dt>{t('engagement')}</dt><dd class="row"><meter min={0} max={100} value={engagement} aria-label={t('engagement')} /><span class="number strong">{engagement}</span></dd></div>
        <div><dt>{t('last_touch')}</dt><dd>{last ? <>{day(last.at)} · <a dir="auto" href={to('person', last.prospectId)}>{names.get(last.prospectId)}</a></> : <span class="muted">{t('last_touch_none')}</span>}</dd></div>
        <div><dt>{t('deal_value')}</dt><dd class="number">{valued.length === 0 ? <span class="muted">{t('deal_value_none')}</span> : t('deal_value_sum', new Intl.NumberFormat(uiLocale()).format(valued.reduce((sum, { dealValue }) => sum + (dealValue ?? 0), 0)), valued.length)}</dd></div>
        <div><dt>{t('open_follow_ups')}</dt><dd class="number">{followUps.length}</dd></div>
      </dl>
      {followUps.length > 0 && (
        <ul class="stack tight">
          {followUps.slice(0, FIRST).map(({ id, dueAt, prospectId, text }) => (
            <li key={id} class="row small">
              <span class={`chip${dueAt <= now.value ? ' warn' : ''}`}>{dueAt <= now.value && <Icon of={BellRing} />}{formatWhen(dueAt, now.value, zone(), uiLocale())}</span>
              <a class="one-line" dir="auto" href={to('person', prospectId)}>{names.get(prospectId)}</a><span class="muted one-line grow" dir="auto">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
