import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';
import { TargetingTabs } from '../part/targeting-tabs.tsx';

export function RuleView(): VNode {
  return <><TargetingTabs place="rule" /><header class="view-head"><h1>{t('rule_title')}</h1></header></>;
}
