import { X } from 'lucide';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { useKeys } from '../state/key.ts';
import { asksDates, closeImport, countRows, stop, storeRows, tableImport, type TableImport } from '../state/table-import.ts';
import { count } from '../view/people-bar.tsx';
import { Icon } from './icon.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportCountCard } from './import-count.tsx';
import { ImportOptionsCard } from './import-options.tsx';
import { ImportReadAs } from './import-read-as.tsx';
import { ImportEnded, ImportProgressBar } from './import-run.tsx';

const WHO = ['name', 'firstName', 'lastName', 'email', 'linkedin', 'profile'];

/** A table on its way into the book: what it is, what its columns become, what that would do, and what it did. */
export function ImportTable({ now }: { now: Exclude<TableImport, { step: 'none' | 'opening' | 'failed' }> }): VNode {
  const { file, opened, mapping, step } = now;
  const isBusy = step === 'counting' || step === 'storing';
  const blocked = blockedBy(now);
  const toStore = step === 'counted' ? now.count.results.new + now.count.results.update : 0;
  const next = useRef<HTMLButtonElement>(null);
  // as soon as it is drawn: a key pressed right after means what is seen
  useKeys(() => [
    { key: 'c', label: t('import_key_count'), run: () => { if (!blockedBy(tableImport.value)) void countRows(); } },
    { key: 's', label: t('import_key_store'), run: () => void storeRows() },
    { key: 'x', label: t('import_key_stop'), run: () => { if (tableImport.value.step === 'counting' || tableImport.value.step === 'storing') stop(); } },
  ], []);
  // what comes next is under the rep's finger; what has come of it stands above
  useLayoutEffect(() => {
    next.current?.focus({ preventScroll: true });
    if (step !== 'mapping') document.querySelector('main')?.scrollTo(0, 0);
  }, [step]);
  return (
    <div class="stack import-table">
      <header class="row">
        <h1 class="grow one-line" dir="auto">{file.name}</h1>
        {!isBusy && step !== 'ended' && <button class="button quiet icon-only" aria-label={t('import_leave')} title={t('import_leave')} onClick={closeImport}><Icon of={X} /></button>}
      </header>
      {step === 'ended' && <ImportEnded ended={now} />}
      {step === 'counting' && <ImportProgressBar label={t('import_counting')} progress={now.progress} stopLabel={t('import_stop_count')} />}
      {step === 'storing' && <ImportProgressBar label={t('import_working')} progress={now.progress} stopLabel={t('import_stop')} />}
      {(step === 'counted' || step === 'ended') && <ImportCountCard result={now.count} mapping={mapping} isDone={step === 'ended'} />}
      {step === 'counted' && toStore === 0 && <p class="banner">{t('import_nothing_new')}</p>}
      {step !== 'ended' && step !== 'storing' && (
        <>
          <ImportReadAs opened={opened} mapping={mapping} isRemembered={now.isRemembered} disabled={isBusy} />
          <ImportColumns opened={opened} mapping={mapping} asked={now.asked} disabled={isBusy} />
          <ImportOptionsCard mapping={mapping} disabled={isBusy} />
          {step === 'counted' && toStore > 0 && (
            <div class="save-bar">
              <button ref={next} class="button primary big grow" data-testid="import-start" aria-keyshortcuts="s" onClick={() => void storeRows()}>{t('import_start', count(toStore))} <kbd>s</kbd></button>
            </div>
          )}
          {step === 'mapping' && (
            <div class="save-bar">
              <button ref={next} class="button primary big grow" data-testid="import-count" aria-keyshortcuts="c" disabled={blocked !== null} onClick={() => void countRows()}>{blocked ?? t('import_count')} {!blocked && <kbd>c</kbd>}</button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** What is still to be said before rows can be counted; null = nothing. */
function blockedBy(now: TableImport): string | null {
  if (!('mapping' in now)) return null;
  const { targets, holds } = now.mapping;
  if (asksDates(now)) return t('import_ask_dates');
  if (holds === 'companies' ? !targets.some((one) => one === 'company' || one === 'companyDomain' || one === 'companyWebsite') : !targets.some((one) => WHO.includes(one))) return t(holds === 'companies' ? 'import_ask_company' : 'import_ask_name');
  return null;
}
