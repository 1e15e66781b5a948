import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';

/** How a team sells, as a file. */
export function PlaybookView(): VNode {
  return <header class="view-head"><h1>{t('playbook')}</h1></header>;
}
