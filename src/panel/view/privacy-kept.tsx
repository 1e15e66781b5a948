import { HardDrive, Network, ShieldCheck } from 'lucide';
import type { VNode } from 'preact';
import { t, type MessageName } from '../../platform/locale.ts';
import { readConnections } from '../../storage/connection.ts';
import { countKept, KEPT } from '../../storage/kept.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { book, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';
import { count } from './people-bar.tsx';

/** In plain words: what is kept and where, what never leaves, what leaves and when. */
export function PrivacyKept(): VNode {
  const counts = useLive(() => countKept(book), []);
  const connections = useLive(() => readConnections(book), []);
  return (
    <div class="settings-columns">
      <Section icon={HardDrive} title={t('kept_title')}>
        <p>{t('kept_text')}</p>
        <dl class="counts kept" data-testid="kept">
          {KEPT.map((group) => (
            <div key={group}><dt>{t(`kept_${group.toLowerCase()}` as MessageName)}</dt><dd class="number">{counts ? count(counts[group]) : '…'}</dd></div>
          ))}
        </dl>
        <p class="small muted">{t('kept_session')}</p>
        <p class="small muted">{t('kept_backups')}</p>
        <p class="row wrap small"><a href={to('backups')}>{t('backups')}</a> <a href={to('settings')}>{t('settings')}</a></p>
      </Section>
      <Section icon={ShieldCheck} title={t('never_title')}>
        <ul class="plain-list">{(['server', 'telemetry', 'pages', 'pictures', 'cookies', 'send'] as const).map((one) => <li key={one}>{t(`never_${one}` as MessageName)}</li>)}</ul>
      </Section>
      <Section icon={Network} title={t('leaves_title')}>
        {connections?.length === 0 ? <p data-testid="leaves-nothing">{t('leaves_nothing')}</p> : <p>{t('leaves_text')}</p>}
        <ul class="stack tight" data-testid="leaves">
          {connections?.map(({ id, label, origin }) => <li key={id} class="row wrap"><a class="strong" dir="auto" href={to('connection', id)}>{label}</a><span class="mono">{new URL(origin).host}</span></li>)}
        </ul>
        <p class="small muted">{t('leaves_files')}</p>
        <p class="small"><Icon of={Network} /> <a href={to('privacy', 'requests')}>{t('leaves_requests')}</a></p>
      </Section>
    </div>
  );
}
