import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { to } from '../state/route.ts';
import { StarterOffer } from './starter-choice.tsx';

const TABS = ['icp', 'personas', 'rule', 'templates', 'cadences'] as const;
const NAME = { icp: 'icp_tab', personas: 'personas', rule: 'rule_title', templates: 'templates', cadences: 'cadences' } as const;

/** What targeting is made of, one place each; below it, in a new book, the question what is sold. */
export function TargetingTabs({ place }: { place: (typeof TABS)[number] }): VNode {
  const tabs = useRef<HTMLDivElement>(null);
  // in a narrow panel the open one may stand outside
  useEffect(() => {
    const open = tabs.current?.querySelector<HTMLElement>('[aria-current]');
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [place]);
  return (
    <>
      <div ref={tabs} class="tabs" role="navigation" aria-label={t('targeting_tabs')}>
        {TABS.map((one) => <a key={one} href={to(one)} aria-current={one === place ? 'page' : undefined}>{t(NAME[one])}</a>)}
      </div>
      {place !== 'templates' && <StarterOffer />}
    </>
  );
}
