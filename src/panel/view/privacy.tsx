import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';

/** By what right, and how long. */
export function PrivacyView(): VNode {
  return <header class="view-head"><h1>{t('privacy')}</h1></header>;
}
