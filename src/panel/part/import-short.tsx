import { FileDown } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { lostColumns } from '../../domain/import-count.ts';
import type { ImportCount } from '../../domain/import-row.ts';
import type { ImportMapping } from '../../files/mapping/mapping.ts';
import { t } from '../../platform/locale.ts';
import { saveShort } from '../state/import-refused.ts';
import { count } from '../view/people-bar.tsx';
import { Icon } from './icon.tsx';
import { targetName } from './target-words.ts';

/** What stays out of rows that are kept, by column, with a few values to look at. */
export function ImportShort({ result, mapping: { names, targets } }: { result: ImportCount; mapping: ImportMapping }): VNode {
  const columns = useMemo(() => lostColumns(result.short), [result]);
  return (
    <div class="stack tight short" data-testid="import-short">
      <strong>{t('import_short', count(result.short.length))}</strong>
      {columns.map(({ column, values, examples }) => (
        <details key={column} class="result">
          <summary class="result-head short-head"><span dir="auto">{t('import_short_column', names[column] || t('import_column', column + 1), targetName(targets[column]!))}</span><span class="small warn-text">{t('import_short_values', count(values))}</span></summary>
          <ul class="small examples">
            {examples.map(({ line, text }, at) => <li key={at}><span class="muted number">{t('import_line', count(line))}</span>{' '}<span dir="auto">{text}</span></li>)}
            {values > examples.length && <li class="muted">{t('import_more', count(values - examples.length))}</li>}
          </ul>
        </details>
      ))}
      <button class="button" data-testid="import-save-short" onClick={() => void saveShort(result)}><Icon of={FileDown} />{t('import_save_short', count(result.short.length))}</button>
    </div>
  );
}
