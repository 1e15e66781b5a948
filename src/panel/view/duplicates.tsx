import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';

/** People who may be one. */
export function DuplicatesView(): VNode {
  return <header class="view-head"><h1>{t('duplicates')}</h1></header>;
}
