import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';

/** A file comes into the book. */
export function ImportView({ id: _id }: { id: string }): VNode {
  return <header class="view-head"><h1>{t('import')}</h1></header>;
}
