import { ArrowLeft, FileUp, ShieldOff } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { Icon } from '../part/icon.tsx';
import { ImportBook } from '../part/import-book.tsx';
import { ImportTable } from '../part/import-table.tsx';
import { PastImports } from '../part/past-imports.tsx';
import { Spends } from '../part/spends.tsx';
import { importing, planFile } from '../state/import.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import { closeImport, openFile, tableImport } from '../state/table-import.ts';
import '../style/settings.css';
import '../style/icp.css';
import '../style/import.css';

/** A file comes into the book: people or companies from any table, or a whole book; what came before, and what it cost. `id` points at one of those imports. */
export function ImportView({ id }: { id: string }): VNode {
  const now = tableImport.value;
  if (now.step !== 'none' && now.step !== 'opening' && now.step !== 'failed') return <ImportTable now={now} />;
  const { step } = importing.value;
  return (
    <div class="import-place stack">
      <a class="row small back" href={to('people')}><Icon of={ArrowLeft} />{t('people')}</a>
      <header class="view-head"><h1>{t('import')}</h1></header>
      {step === 'none' && <ChooseFile />}
      <ImportBook />
      {step === 'none' && <>
        <p class="small"><a class="row" href={to('privacy', 'list')}><Icon of={ShieldOff} />{t('import_do_not_contact')}</a></p>
        <PastImports chosen={id} />
        <Spends />
      </>}
    </div>
  );
}

function ChooseFile(): VNode {
  const now = tableImport.value;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useKeys(() => [{ key: 'o', label: t('import_key_open'), run: () => input.current?.click() }], []);
  const take = (file: File | undefined): void => {
    if (!file) return;
    closeImport();
    // a book says so by its name; whatever else is in JSON is told what it is not
    void (/\.json$/i.test(file.name) ? planFile(file) : openFile(file));
  };
  return (
    <div class={`card drop${over ? ' over' : ''}`} data-testid="import-drop"
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer?.files[0]); }}>
      <Icon of={FileUp} />
      <label class={`button primary big file${now.step === 'opening' ? ' off' : ''}`}>
        {t('import_choose')} <kbd>o</kbd>
        <input ref={input} type="file" class="unseen" data-testid="import-file" accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,text/plain,application/json" aria-describedby="import-file-hint" disabled={now.step === 'opening'}
          onChange={(event) => { const file = event.currentTarget.files?.[0]; event.currentTarget.value = ''; take(file); }} />
      </label>
      <p class="small muted" id="import-file-hint">{t('import_choose_hint')}</p>
      {now.step === 'opening' && <p role="status">{t('import_reading', now.name)}</p>}
      {now.step === 'failed' && <div class="banner bad" role="alert" data-testid="import-no"><div class="stack tight"><strong dir="auto">{t('import_failed', now.name)}</strong><span>{now.reason}</span></div></div>}
    </div>
  );
}
