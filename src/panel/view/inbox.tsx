import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';


export function InboxView(): VNode {
  return <><header class="view-head"><h1>{t('inbox')}</h1></header></>;
}
