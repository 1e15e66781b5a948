import { Bell, Building2, Inbox, Keyboard, Settings, Target, UserRound, Users } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../platform/locale.ts';
import { countDue } from '../storage/due.ts';
import { countInbox } from '../storage/inbox.ts';
import { Boundary } from './part/boundary.tsx';
import { EnrolDialog } from './part/enrol-dialog.tsx';
import { ExportDialog } from './part/export-dialog.tsx';
import { Help, helpOpen } from './part/help.tsx';
import { Icon } from './part/icon.tsx';
import { Teach } from './part/teach.tsx';
import { WhatNext } from './part/what-next.tsx';
import { Toasts } from './part/toasts.tsx';
import { TroubleBanner } from './part/trouble-banner.tsx';
import { book, outdated, useLive } from './state/book.ts';
import { now } from './state/clock.ts';
import { useKeys } from './state/key.ts';
import { go, route, to, type Place } from './state/route.ts';
import { trouble } from './state/trouble.ts';
import { AccountView } from './view/account.tsx';
import { AccountsView } from './view/accounts.tsx';
import { BackupsView } from './view/backups.tsx';
import { CadencesView } from './view/cadences.tsx';
import { ConnectView } from './view/connect.tsx';
import { ConnectionView } from './view/connection.tsx';
import { DuplicatesView } from './view/duplicates.tsx';
import { IcpView } from './view/icp.tsx';
import { ImportView } from './view/import.tsx';
import { InboxView } from './view/inbox.tsx';
import { PageView } from './view/page.tsx';
import { PeopleView } from './view/people.tsx';
import { PersonView } from './view/person.tsx';
import { PersonasView } from './view/personas.tsx';
import { PlaybookView } from './view/playbook.tsx';
import { PrivacyView } from './view/privacy.tsx';
import { Recovery } from './view/recovery.tsx';
import { ReportsView } from './view/reports.tsx';
import { RuleView } from './view/rule.tsx';
import { SettingsView } from './view/settings.tsx';
import { TemplatesView } from './view/templates.tsx';
import { TodayView } from './view/today.tsx';

const PLACES: { place: Place; icon: IconNode; label: () => string; holds: Place[]; aside?: boolean }[] = [
  { place: 'page', icon: UserRound, label: () => t('page'), holds: ['page'] },
  { place: 'today', icon: Bell, label: () => t('today'), holds: ['today'] },
  { place: 'people', icon: Users, label: () => t('people'), holds: ['people', 'person', 'reports', 'import', 'duplicates'] },
  { place: 'accounts', icon: Building2, label: () => t('accounts'), holds: ['accounts', 'account'] },
  { place: 'inbox', icon: Inbox, label: () => t('inbox'), holds: ['inbox'] },
  { place: 'icp', icon: Target, label: () => t('icp'), holds: ['icp', 'personas', 'rule', 'templates', 'cadences'], aside: true },
  { place: 'settings', icon: Settings, label: () => t('settings'), holds: ['settings', 'backups', 'privacy', 'playbook', 'connect', 'connection'], aside: true },
];

/** The panel, or in its place what to do when there is no book to work with. */
export function App(): VNode {
  return trouble.value ? <Recovery why={trouble.value} /> : <Panel />;
}

/** The panel: places above, the place that is open below. The same page in a tab is the wide workspace. */
function Panel(): VNode {
  const { place, id } = route.value;
  const time = now.value;
  const due = useLive(() => countDue(book, time), [time]) ?? 0;
  const waiting = useLive(() => countInbox(book, time), [time])?.due ?? 0;
  useKeys(() => [
    ...PLACES.map(({ place: there, label }, at) => ({ key: String(at + 1), label: label(), run: () => go(there) })),
    { key: '?', label: t('keys'), run: () => { helpOpen.value = true; } },
  ], []);
  useEffect(() => { document.querySelector('main')?.scrollTo(0, 0); }, [place, id]);

  if (outdated.value) {
    return <div class="empty" role="alert"><h2>{t('outdated_title')}</h2><p>{t('outdated_text')}</p><button class="button primary" onClick={() => location.reload()}>{t('reload')}</button></div>;
  }
  return (
    <div class="panel" data-testid="panel">
      <nav aria-label={t('places')}>
        {PLACES.map(({ place: there, icon, label, holds, aside }) => (
          <a key={there} href={to(there)} class={aside ? 'aside' : ''} aria-current={holds.includes(place) ? 'page' : undefined} title={label()}>
            <Icon of={icon} /><span>{label()}</span>
            {there === 'today' && due > 0 && <span class="count number">{due > 99 ? '99+' : due}</span>}
            {there === 'inbox' && waiting > 0 && <span class="count number">{waiting > 99 ? '99+' : waiting}</span>}
          </a>
        ))}
        <button class="help-button" title={`${t('keys')} (?)`} onClick={() => { helpOpen.value = true; }}><Icon of={Keyboard} /><span>{t('keys')}</span></button>
      </nav>
      <main><TroubleBanner /><Boundary key={`${place} ${id}`}><View place={place} id={id} /></Boundary></main>
      <Help />
      <EnrolDialog />
      <ExportDialog />
      <Teach />
      <Toasts><WhatNext /></Toasts>
    </div>
  );
}

function View({ place, id }: { place: Place; id: string }): VNode {
  switch (place) {
    case 'page': return <PageView />;
    case 'today': return <TodayView />;
    case 'people': return <PeopleView />;
    case 'person': return <PersonView id={id} />;
    case 'accounts': return <AccountsView />;
    case 'account': return <AccountView id={id} />;
    case 'inbox': return <InboxView />;
    case 'icp': return <IcpView id={id} />;
    case 'personas': return <PersonasView id={id} />;
    case 'rule': return <RuleView />;
    case 'cadences': return <CadencesView id={id} />;
    case 'templates': return <TemplatesView id={id} />;
    case 'reports': return <ReportsView />;
    case 'import': return <ImportView id={id} />;
    case 'duplicates': return <DuplicatesView id={id} />;
    case 'backups': return <BackupsView />;
    case 'privacy': return <PrivacyView id={id} />;
    case 'playbook': return <PlaybookView />;
    case 'settings': return <SettingsView />;
    case 'connect': return <ConnectView id={id} />;
    case 'connection': return <ConnectionView id={id} />;
  }
}
