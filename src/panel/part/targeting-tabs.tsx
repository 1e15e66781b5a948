import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';
import { to } from '../state/route.ts';
import { StarterOffer } from './starter-choice.tsx';

const TABS = ['icp', 'personas', 'rule', 'templates'] as const;
const NAME = { icp: 'icp_tab', personas: 'personas', rule: 'rule_title', templates: 'templates' } as const;

/** What targeting is made of, one place each; below it, in a new book, the question what is sold. */
export function TargetingTabs({ place }: { place: (typeof TABS)[number] }): VNode {
  return (
    <>
      <div class="tabs" role="navigation" aria-label={t('targeting_tabs')}>
        {TABS.map((one) => <a key={one} href={to(one)} aria-current={one === place ? 'page' : undefined}>{t(NAME[one])}</a>)}
      </div>
      <StarterOffer />
    </>
  );
}
