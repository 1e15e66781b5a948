import { CircleCheckBig, Eye, FileDown } from 'lucide';
import type { VNode } from 'preact';
import { IMPORT_RESULTS, type ImportCount, type ImportExample, type ImportResult } from '../../domain/import-row.ts';
import type { ImportMapping } from '../../files/mapping/mapping.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { saveRefused } from '../state/import-refused.ts';
import { to } from '../state/route.ts';
import { count } from '../view/people-bar.tsx';
import { refusalWord } from '../state/import-words.ts';
import { Icon } from './icon.tsx';
import { ImportShort } from './import-short.tsx';

const TONE: Record<ImportResult, string> = { new: 'good', update: 'accent', same: '', double: '', suppressed: 'warn', refused: 'bad' };

/** What becomes of the rows, each result with examples to open. `isDone`: it has happened. */
export function ImportCountCard({ result, mapping, isDone }: { result: ImportCount; mapping: ImportMapping; isDone: boolean }): VNode {
  const { results, examples, accounts, lists } = result;
  return (
    <section class="card section counted" aria-label={t(isDone ? 'import_happened' : 'import_would_happen')} data-testid={isDone ? 'import-happened' : 'import-counted'}>
      <header><Icon of={isDone ? CircleCheckBig : Eye} /><h2>{t(isDone ? 'import_happened' : 'import_would_happen')}</h2><span class="muted small end number">{t('import_rows', count(result.rows))}</span></header>
      <div class="results">
        {IMPORT_RESULTS.map((one) => <Result key={one} name={one} amount={results[one]} examples={examples[one]} isDone={isDone} />)}
      </div>
      {(accounts > 0 || lists > 0) && <p class="small muted">{t('import_also', count(accounts), count(lists))}</p>}
      {result.short.length > 0 && <ImportShort result={result} mapping={mapping} />}
      {results.refused > 0 && <button class="button" data-testid="import-save-refused" onClick={() => void saveRefused(result)}><Icon of={FileDown} />{t('import_save_refused', count(results.refused))}</button>}
    </section>
  );
}

function Result({ name, amount, examples, isDone }: { name: ImportResult; amount: number; examples: ImportExample[]; isDone: boolean }): VNode {
  const head = <><span class={`many number${amount > 0 ? ` ${TONE[name]}-text` : ' muted'}`} data-testid={`import-${name}`}>{count(amount)}</span><span class="small">{t(`import_result_${name}` as MessageName)}</span></>;
  if (examples.length === 0) return <div class="result"><span class="result-head">{head}</span></div>;
  return (
    <details class="result">
      <summary class="result-head">{head}</summary>
      <ul class="small examples">
        {examples.map((example) => (
          <li key={example.line}>
            <span class="muted number">{t('import_line', count(example.line))}</span>{' '}
            {example.prospectId && (isDone || name !== 'new') ? <a class="strong" dir="auto" href={to('person', example.prospectId)}>{example.shown || '–'}</a> : <span dir="auto">{example.shown}</span>}
            <span class="muted block">{why(example)}</span>
          </li>
        ))}
        {amount > examples.length && <li class="muted">{t('import_more', count(amount - examples.length))}</li>}
      </ul>
    </details>
  );
}

function why({ refused, detail, firstLine, filled, offered }: ImportExample): string {
  if (refused) return refusalWord(refused, detail);
  if (firstLine !== undefined) return t('import_first_line', count(firstLine));
  const fields = (names: readonly string[]): string => names.map((name) => { const word = t(`field_${name}` as MessageName); return word === `field_${name}` ? name : word; }).join(', ');
  return [filled?.length ? t('import_fills', fields(filled)) : '', offered?.length ? t('import_offers', fields(offered)) : '', detail ?? ''].filter(Boolean).join(' · ');
}
