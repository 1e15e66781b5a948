import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';
import { TargetingTabs } from '../part/targeting-tabs.tsx';

export function PersonasView({ id: _id }: { id: string }): VNode {
  return <><TargetingTabs place="personas" /><header class="view-head"><h1>{t('personas')}</h1></header></>;
}
