import { CirclePause, CirclePlay, KeyRound, RefreshCw, ShieldCheck } from 'lucide';
import type { IconNode } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { patternFor } from '../../domain/sync/address.ts';
import { statusOf } from '../../domain/sync/status.ts';
import { t } from '../../platform/locale.ts';
import { askForOrigins, mayReadOrigin } from '../../platform/permission.ts';
import { report } from '../../platform/report.ts';
import { startSync, type ConnectionView } from '../../storage/connection.ts';
import { Icon } from '../part/icon.tsx';
import { SyncStatusLine, toneOf } from '../part/sync-status.tsx';
import { crmFailureText } from '../part/sync-words.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { syncNow } from '../state/crm.ts';
import { go, to } from '../state/route.ts';
import { PreviewTable, usePreview } from './connection-preview.tsx';
import { Unlock } from './connection-seal.tsx';
import { pause } from './settings-crm.tsx';

/** How the connection is doing, and the one thing to do about it. */
export function NextStep({ view }: { view: ConnectionView }): VNode {
  const { connection: { id, origin, label }, state, waiting } = view;
  const status = statusOf(state, now.value);
  const sync = (primary: boolean, name = t('crm_sync_now')): VNode => <Do icon={RefreshCw} name={name} primary={primary} onClick={() => syncNow(id)} testId="sync-now" />;
  const stop = <Do icon={CirclePause} name={t('crm_pause')} onClick={() => void pause(id, true)} testId="sync-pause" />;
  const todo = state?.failure ? crmFailureText(state.failure) : undefined;
  const card = (text: string, children: ComponentChildren): VNode => (
    <section class={`card next ${toneOf(status)}`} aria-label={t('crm_next')} data-testid="next-step">
      <SyncStatusLine view={view} />
      {text && <p>{text}</p>}
      <div class="row wrap">{children}</div>
    </section>
  );
  switch (status) {
    case 'locked': return card(t('crm_todo_locked'), <Unlock onOpen={() => syncNow(id)} />);
    case 'sign-in': case 'wrong-address': return card([todo!.what, todo!.todo].join(' '), <a class="button primary big" href={to('connect', id)}><Icon of={KeyRound} />{t('crm_sign_in')}</a>);
    case 'permission': return card('', <Allow id={id} origin={origin} text={[todo!.what, todo!.todo].join(' ')} />);
    case 'rate-limit': case 'offline': return card(todo!.todo, <>{sync(false, t('crm_try_again'))}{stop}</>);
    case 'failed': return card([todo!.what, todo!.todo].filter(Boolean).join(' '), <>{sync(true, t('crm_try_again'))}{stop}</>);
    case 'paused': return card(t('crm_paused_text'), <Do icon={CirclePlay} name={t('crm_resume')} primary onClick={() => void pause(id, false)} testId="sync-resume" />);
    case 'start': return <FirstSync view={view} />;
    case 'looking': return card(t('crm_looking_text', label), stop);
    case 'new': return card(t('crm_new_text'), sync(false));
    case 'syncing': return card('', stop);
    case 'ok': return card(waiting > 0 ? t('crm_waiting_text', waiting) : t('crm_even_text', label), <>{sync(waiting > 0)}{stop}</>);
  }
}

function Do({ icon, name, primary = false, onClick, testId }: { icon: IconNode; name: string; primary?: boolean; onClick: () => void; testId: string }): VNode {
  return <button class={`button big${primary ? ' primary' : ''}`} data-testid={testId} onClick={onClick}><Icon of={icon} />{name}</button>;
}

/** Either the browser does not let us reach the address, or the CRM does not let the account do something. */
function Allow({ id, origin, text }: { id: string; origin: string; text: string }): VNode {
  const pattern = patternFor(origin);
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => { if (pattern) void mayReadOrigin(pattern).then(setAllowed, report); }, [pattern]);
  if (allowed !== false || !pattern) return <><p>{text}</p><a class="button primary big" href={to('connect', id)}><Icon of={KeyRound} />{t('crm_sign_in')}</a><Do icon={RefreshCw} name={t('crm_try_again')} onClick={() => syncNow(id)} testId="sync-now" /></>;
  // asked in the click itself: a browser that awaits anything first loses the gesture
  const ask = (): void => void askForOrigins([pattern]).then((granted) => { setAllowed(granted); if (granted) syncNow(id); }).catch(report);
  return <><p>{t('crm_origin_missing', origin)}</p><Do icon={ShieldCheck} name={t('settings_grant')} primary onClick={ask} testId="crm-allow" /></>;
}

/** The first sync: what it would do, before it does anything. */
function FirstSync({ view }: { view: ConnectionView }): VNode {
  const { connection } = view;
  const preview = usePreview(view);
  const start = async (): Promise<void> => { if (await act('', () => startSync(book, connection.id))) syncNow(connection.id); };
  const whole = preview !== undefined && preview.done >= preview.total;
  return (
    <section class="card next accent" aria-label={t('crm_next')} data-testid="next-step">
      <SyncStatusLine view={view} />
      <h2>{t('crm_first_title')}</h2>
      <p>{t('crm_first_text', connection.label)}</p>
      <PreviewTable preview={preview} first label={connection.label}>
        <div class="row wrap">
          <button class="button primary big" data-testid="first-start" disabled={!whole} onClick={() => void start()}><Icon of={CirclePlay} />{t('crm_first_start')}</button>
          <button class="button big" onClick={() => go('settings')}>{t('crm_not_now')}</button>
        </div>
      </PreviewTable>
    </section>
  );
}
