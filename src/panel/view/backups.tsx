import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';

/** Copies of the book. */
export function BackupsView(): VNode {
  return <header class="view-head"><h1>{t('backups')}</h1></header>;
}
