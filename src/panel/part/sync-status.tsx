import { CircleCheck, CirclePause, CirclePlay, CircleX, Clock, CloudOff, Hourglass, KeyRound, Lock, RefreshCw, ShieldAlert, TriangleAlert } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { statusOf, type SyncStatus } from '../../domain/sync/status.ts';
import type { Progress } from '../../domain/sync/store.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import type { ConnectionView } from '../../storage/connection.ts';
import { now } from '../state/clock.ts';
import { Icon } from './icon.tsx';
import { agoText, clockText, crmFailureText, syncKindName } from './sync-words.ts';

const LOOK: Record<SyncStatus, [icon: IconNode, tone: '' | 'good' | 'warn' | 'bad' | 'accent']> = {
  new: [Hourglass, ''], looking: [RefreshCw, 'accent'], start: [CirclePlay, 'accent'], syncing: [RefreshCw, 'accent'], ok: [CircleCheck, 'good'], paused: [CirclePause, ''], 'sign-in': [KeyRound, 'bad'],
  locked: [Lock, 'warn'], permission: [ShieldAlert, 'bad'], 'wrong-address': [CircleX, 'bad'], 'rate-limit': [Clock, 'warn'], offline: [CloudOff, 'warn'], failed: [TriangleAlert, 'bad'],
};

/** The tone of a status: which of the house's colours it has. */
export function toneOf(status: SyncStatus): string {
  return LOOK[status][1];
}

/** How a connection is doing, in one line; a running sync with a bar. */
export function SyncStatusLine({ view: { state } }: { view: ConnectionView }): VNode {
  const time = now.value;
  const status = statusOf(state, time);
  const [icon, tone] = LOOK[status];
  const moving = (status === 'syncing' || status === 'looking') && state?.progress;
  return (
    <span class={`sync-status ${tone}`} data-testid="sync-status" data-status={status}>
      <Icon of={icon} />
      <span class="grow stack tight">
        <span class="number">{moving ? progressText(moving) : statusText(status, state, time)}</span>
        {moving && <progress {...(moving.total ? { max: moving.total, value: moving.done } : {})} aria-label={progressText(moving)} />}
      </span>
    </span>
  );
}

/** How far a sync is, in words. */
export function progressText({ step, kind, done, total }: Progress): string {
  const count = (number: number): string => new Intl.NumberFormat(uiLocale()).format(number);
  const name = syncKindName(kind).toLocaleLowerCase();
  return total ? t(`sync_step_${step}_of` as MessageName, name, count(done), count(total)) : t(`sync_step_${step}` as MessageName, name, count(done));
}

function statusText(status: SyncStatus, state: ConnectionView['state'], time: number): string {
  if (status === 'ok') return t('sync_status_ok', agoText(state!.doneAt!, time));
  const again = state?.failure?.retryAt;
  if ((status === 'rate-limit' || status === 'offline') && again !== undefined && again > time) return t(`sync_status_${status.replace('-', '_')}_until` as MessageName, clockText(again, time));
  return status === 'failed' ? crmFailureText(state!.failure!).what : t(`sync_status_${status.replace('-', '_')}` as MessageName);
}
