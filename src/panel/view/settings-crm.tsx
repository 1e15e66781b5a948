import { Cable, CirclePause, CirclePlay, Plus, RefreshCw } from 'lucide';
import type { VNode } from 'preact';
import { statusOf } from '../../domain/sync/status.ts';
import { t } from '../../platform/locale.ts';
import { pauseSync, readConnectionViews, type ConnectionView } from '../../storage/connection.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { SyncStatusLine } from '../part/sync-status.tsx';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { syncNow } from '../state/crm.ts';
import { to } from '../state/route.ts';
import '../style/crm.css';
import { count } from './people-bar.tsx';

/** The connected CRMs, how each is doing, and the way to connect one more. */
export function CrmSection(): VNode {
  const views = useLive(() => readConnectionViews(book), []);
  return (
    <Section icon={Cable} title={t('crm_title')}>
      {views?.length === 0 && <p>{t('crm_none')}</p>}
      {views && views.length > 0 && <ul class="connections">{views.map((view) => <ConnectionRow key={view.connection.id} view={view} />)}</ul>}
      <a class="button add" href={to('connect')} data-testid="crm-add"><Icon of={Plus} />{t(views?.length ? 'crm_add_more' : 'crm_add')}</a>
    </Section>
  );
}

function ConnectionRow({ view }: { view: ConnectionView }): VNode {
  const { connection: { id, label }, state, waiting, open } = view;
  const status = statusOf(state, now.value);
  const resting = status === 'paused';
  const started = state?.started === true;
  return (
    <li class="connection-row" data-testid="connection-row">
      <div class="grow stack tight">
        <a class="strong one-line" href={to('connection', id)}><bdi>{label}</bdi></a>
        <SyncStatusLine view={view} />
        {(open > 0 || (started && waiting > 0)) && (
          <span class="row wrap small">
            {open > 0 && <a class="chip warn" href={to('connection', id)}>{open === 1 ? t('crm_open_one') : t('crm_open', count(open))}</a>}
            {started && waiting > 0 && <span class="muted">{t('crm_waiting', count(waiting))}</span>}
          </span>
        )}
      </div>
      {status === 'start' && <a class="button primary" href={to('connection', id)}>{t('crm_see_preview')}</a>}
      {(status === 'sign-in' || status === 'wrong-address') && <a class="button primary" href={to('connect', id)}>{t('crm_sign_in')}</a>}
      {(status === 'locked' || status === 'permission') && <a class="button primary" href={to('connection', id)}>{t(status === 'locked' ? 'crm_unlock' : 'crm_look')}</a>}
      {started && ['ok', 'new', 'offline', 'rate-limit', 'failed'].includes(status) && (
        <button class="button icon-only" aria-label={t('crm_sync_now_of', label)} title={t('crm_sync_now')} onClick={() => syncNow(id)}><Icon of={RefreshCw} /></button>
      )}
      {started && (
        <button class="button icon-only" aria-label={t(resting ? 'crm_resume_of' : 'crm_pause_of', label)} title={t(resting ? 'crm_resume' : 'crm_pause')}
          onClick={() => void pause(id, !resting)}><Icon of={resting ? CirclePlay : CirclePause} /></button>
      )}
    </li>
  );
}

/** Pauses a connection at its next step, or lets it go on at once. */
export async function pause(id: string, paused: boolean): Promise<void> {
  if (await act('', () => pauseSync(book, id, paused)) && !paused) syncNow(id);
}
