import { ArrowLeft, Cable, Info, TriangleAlert, Undo2, UserRoundPlus } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SyncKind } from '../../domain/sync/record.ts';
import { statusOf } from '../../domain/sync/status.ts';
import { t } from '../../platform/locale.ts';
import { changeConnection, readConnectionViews, type ConnectionView as View } from '../../storage/connection.ts';
import { readLastPull } from '../../storage/last-pull.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { Segmented } from '../part/segmented.tsx';
import { agoText, syncKindName } from '../part/sync-words.ts';
import { act, undoAction } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { syncNow } from '../state/crm.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import '../style/settings.css';
import '../style/crm.css';
import { Disconnect } from './connection-end.tsx';
import { LedgerSection } from './connection-ledger.tsx';
import { MappingSection } from './connection-mapping.tsx';
import { NextStep } from './connection-next.tsx';
import { PreviewSection } from './connection-preview.tsx';
import { Questions } from './connection-question.tsx';
import { SealSection } from './connection-seal.tsx';
import { count } from './people-bar.tsx';

/** One connected CRM: how it is doing, the one thing to do next, what waits for an answer, what is sent next, and how it is set up. */
export function ConnectionView({ id }: { id: string }): VNode {
  const found = useLive(async () => ({ view: (await readConnectionViews(book)).find(({ connection }) => connection.id === id) }), [id]);
  useKeys(() => [{ key: 's', label: t('crm_sync_now'), run: () => syncNow(id) }], [id]);
  if (!found) return <Skeleton lines={6} />;
  if (!found.view) return <Empty icon={Cable} title={t('crm_gone_title')} text={t('crm_gone_text')}><a class="button" href={to('settings')}>{t('settings')}</a></Empty>;
  const { view } = found;
  const { connection } = view;
  const started = view.state?.started === true;
  return (
    <div class="connection stack">
      <a class="row small back" href={to('settings')}><Icon of={ArrowLeft} />{t('settings')}</a>
      <header class="stack tight">
        <Name key={connection.label} view={view} />
        <p class="small muted" dir="auto">{[connection.who, connection.where, hostOf(connection.origin)].filter(Boolean).join(' · ')}</p>
      </header>
      <NextStep view={view} />
      {connection.todo && <p class="banner accent small"><Icon of={Info} /><span><strong>{t('crm_todo')}</strong> <span dir="auto">{connection.todo}</span></span></p>}
      {view.state?.denied && <p class="banner warn small" data-testid="crm-denied"><Icon of={TriangleAlert} /><span>{t('crm_denied', (Object.keys(view.state.denied) as SyncKind[]).map(syncKindName).join(', '))}</span></p>}
      <div class="connection-columns">
        <div class="stack">
          {view.open > 0 && <Questions connection={connection} open={view.open} />}
          {started && <PreviewSection view={view} />}
          <MappingSection key={JSON.stringify(connection.mapping)} connection={connection} />
        </div>
        <div class="stack">
          {started && <LastPull view={view} />}
          <Section icon={UserRoundPlus} title={t('crm_bring_in')}>
            <Segmented label={t('crm_bring_in')} value={connection.bringIn} options={[['ours', t('crm_bring_in_ours')], ['all', t('crm_bring_in_all')]]}
              onChange={(bringIn) => void act(t('crm_bring_in_changed'), () => changeConnection(book, id, { bringIn })).then((done) => { if (done) syncNow(id); })} />
            <p class="small muted">{t(connection.bringIn === 'all' ? 'crm_bring_in_all_text' : 'crm_bring_in_ours_text')}</p>
          </Section>
          <LedgerSection connection={connection} />
          <SealSection />
          <Disconnect connection={connection} />
        </div>
      </div>
    </div>
  );
}

/** What the connection is called; changed where it stands. */
function Name({ view: { connection } }: { view: View }): VNode {
  const [text, setText] = useState(connection.label);
  const commit = (): void => {
    const label = text.replace(/\s+/g, ' ').trim();
    if (!label) setText(connection.label);
    else if (label !== connection.label) void act('', () => changeConnection(book, connection.id, { label }));
  };
  return (
    <>
      <h1 class="unseen">{connection.label}</h1>
      <input class="input field-input big" value={text} maxLength={80} dir="auto" aria-label={t('crm_label')} data-testid="connection-label" onInput={(event) => setText(event.currentTarget.value)} onBlur={commit}
        onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }} />
    </>
  );
}

function LastPull({ view }: { view: View }): VNode | null {
  const { connection, state } = view;
  const pull = useLive(() => readLastPull(book, connection), [connection.id, connection.label, state?.doneAt]);
  if (!pull || statusOf(state, now.value) === 'syncing') return null;
  return (
    <Section icon={Undo2} title={t('crm_last_pull')}>
      <div class="row wrap">
        <span class="grow small"><span class="two-lines" dir="auto">{pull.label}</span><span class="muted">{agoText(pull.at, now.value)} · {pull.records === 1 ? t('crm_records_one') : t('crm_records', count(pull.records))}</span></span>
        <button class="button" data-testid="undo-pull" onClick={() => void undoAction(pull.changeId, pull.label)}><Icon of={Undo2} />{t('undo')}</button>
      </div>
      <p class="small muted">{t('crm_last_pull_text')}</p>
    </Section>
  );
}

function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
