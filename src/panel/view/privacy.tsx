import { ArrowLeft } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t, type MessageName } from '../../platform/locale.ts';
import { Icon } from '../part/icon.tsx';
import { useKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';
import '../style/privacy.css';
import { PrivacyErasures } from './privacy-erasures.tsx';
import { PrivacyKept } from './privacy-kept.tsx';
import { PrivacyList } from './privacy-list.tsx';
import { PrivacyLookup } from './privacy-lookup.tsx';
import { PrivacyRequests } from './privacy-requests.tsx';
import { PrivacyReview } from './privacy-review.tsx';

const TABS = ['review', 'lookup', 'list', 'kept', 'requests'] as const;
type Tab = (typeof TABS)[number];

/** By what right people are kept and how long, what is held of one of them, who is not to be contacted, what lies where, and every request that was made. */
export function PrivacyView({ id }: { id: string }): VNode {
  const tab = TABS.find((one) => one === id) ?? 'review';
  useKeys(() => {
    const turn = (by: number): void => go('privacy', TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length]);
    return [
      { key: 'ArrowRight', label: t('privacy_key_next'), run: () => turn(1) },
      { key: 'ArrowLeft', label: t('privacy_key_previous'), run: () => turn(-1) },
    ];
  }, [tab]);
  const tabs = useRef<HTMLDivElement>(null);
  // in a narrow panel the open one may stand outside
  useEffect(() => tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }), [tab]);
  return (
    <div class="stack privacy">
      <a class="row small back" href={to('settings')}><Icon of={ArrowLeft} />{t('settings')}</a>
      <header class="view-head"><h1>{t('privacy')}</h1></header>
      <div ref={tabs} class="tabs" role="navigation" aria-label={t('privacy')}>
        {TABS.map((one) => <a key={one} href={to('privacy', one)} data-testid={`privacy-${one}`} aria-current={one === tab ? 'page' : undefined}>{t(`privacy_${one}` as MessageName)}</a>)}
      </div>
      <PrivacyErasures />
      <View tab={tab} />
    </div>
  );
}

function View({ tab }: { tab: Tab }): VNode {
  switch (tab) {
    case 'review': return <PrivacyReview />;
    case 'lookup': return <PrivacyLookup />;
    case 'list': return <PrivacyList />;
    case 'kept': return <PrivacyKept />;
    case 'requests': return <PrivacyRequests />;
  }
}
