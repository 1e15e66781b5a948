import { BookMarked, Braces, Download, FileSpreadsheet, Upload, Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { RejectedRow } from '../../files/book-json.ts';
import type { ImportPlan } from '../../files/import-plan.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { undoAction } from '../state/act.ts';
import { askExport, exportJson } from '../state/export.ts';
import { importing, planFile, rowsIn, storePlan } from '../state/import.ts';
import { to } from '../state/route.ts';
import { count } from './people-bar.tsx';

const SHOWN = ['prospects', 'accounts', 'notes', 'touches', 'followUps', 'lists', 'icps', 'history'] as const;

/** The book as files: a spreadsheet or the whole of it out, the whole of it in. */
export function FilesSection(): VNode {
  const [busy, setBusy] = useState(false);
  const save = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  return (
    <Section icon={Download} title={t('settings_files')}>
      <div class="files">
        <button class="button" data-testid="export-people" disabled={busy} onClick={() => askExport()}><Icon of={FileSpreadsheet} />{t('export_people')}</button>
        <p class="small muted">{t('export_people_hint')}</p>
        <button class="button" data-testid="export-json" disabled={busy} onClick={() => void save(exportJson)}><Icon of={Braces} />{t('export_json')}</button>
        <p class="small muted">{t('export_json_hint')}</p>
        <a class="button" data-testid="to-playbook" href={to('playbook')}><Icon of={BookMarked} />{t('playbook')}</a>
        <p class="small muted">{t('playbook_settings')}</p>
        <ImportButton />
        <p class="small muted" id="import-hint">{t('import_hint')}</p>
      </div>
      <ImportPanel />
    </Section>
  );
}

function ImportButton(): VNode {
  const input = useRef<HTMLInputElement>(null);
  const { step } = importing.value;
  const busy = step === 'reading' || step === 'storing';
  return (
    <label class={`button file${busy ? ' off' : ''}`}>
      <Icon of={Upload} />{t('import_json')}
      <input ref={input} type="file" class="unseen" data-testid="import-json" accept=".json,application/json" aria-describedby="import-hint" disabled={busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // the same file may be picked again
          if (file) void planFile(file).then(() => { if (input.current) input.current.value = ''; });
        }} />
    </label>
  );
}

function ImportPanel(): VNode | null {
  const state = importing.value;
  const close = (): void => { importing.value = { step: 'none' }; };
  switch (state.step) {
    case 'none': return null;
    case 'reading': return <p class="import" role="status">{t('import_reading', state.file)}</p>;
    case 'failed':
      return (
        <div class="import banner bad" role="alert" data-testid="import-failed">
          <div class="stack tight"><strong dir="auto">{t('import_failed', state.file)}</strong><span>{state.reason}</span><button class="button" onClick={close}>{t('close')}</button></div>
        </div>
      );
    case 'storing':
      return <div class="import stack tight" role="status"><span>{t('import_storing', count(state.done), count(state.total))}</span><progress max={state.total} value={state.done} aria-label={t('import_json')} /></div>;
    case 'planned': {
      const work = rowsIn(state.plan.add) + rowsIn(state.plan.update) + Object.keys(state.plan.settings).length;
      return (
        <div class="import stack" data-testid="import-plan">
          <strong dir="auto">{t(work > 0 ? 'import_would' : 'import_nothing', state.file)}</strong>
          <Summary plan={state.plan} rejected={state.reading.rejected} />
          {state.reading.missing.length > 0 && <p class="banner warn small">{t('import_missing', state.reading.missing.map(({ table, promised, found }) => `${tableName(table)} ${count(found)}/${count(promised)}`).join(', '))}</p>}
          <div class="row wrap">
            {work > 0 && <button class="button primary" data-testid="import-apply" onClick={() => void storePlan()}>{t('import_apply')}</button>}
            <button class="button" onClick={close}>{t(work > 0 ? 'import_cancel' : 'close')}</button>
          </div>
        </div>
      );
    }
    case 'stored':
      return (
        <div class="import stack" role="status" data-testid="import-done">
          <strong dir="auto" class="good-text">{t('import_done', state.file)}</strong>
          <Summary plan={state.plan} rejected={state.rejected} />
          <div class="row wrap">
            <button class="button" onClick={() => { close(); void undoAction(state.changeId, t('import_label', state.file)); }}><Icon of={Undo2} />{t('import_undo')}</button>
            <button class="button quiet" onClick={close}>{t('close')}</button>
          </div>
        </div>
      );
  }
}

interface Refused {
  table: string;
  reason: string;
}

/** What was not taken: rows that are no rows, and those that hang on somebody who is nowhere. */
function refusedOf(plan: ImportPlan, rejected: RejectedRow[]): Refused[] {
  return [
    ...rejected.map(({ table, index, reason }) => ({ table, reason: index >= 0 ? t('import_reason_at', count(index + 1), reason) : reason })),
    ...plan.conflicts.filter(({ why, field }) => why === 'orphan' && field === '*').map(({ table }) => ({ table, reason: t('import_orphan') })),
  ];
}

/** New, updated, same and refused rows by table; the refused ones with their reasons, the book's own that stays. */
function Summary({ plan, rejected }: { plan: ImportPlan; rejected: RejectedRow[] }): VNode {
  const refused = refusedOf(plan, rejected);
  const refusedIn = (table: string): number => refused.filter((row) => row.table === table).length;
  const rows = SHOWN.filter((table) => plan.add[table].length + plan.update[table].length + plan.same[table] + refusedIn(table) > 0);
  const cell = (value: number, tone = ''): VNode => <td class={`number ${value > 0 ? tone : 'muted'}`}>{count(value)}</td>;
  const asides = plan.conflicts.filter(({ table, why }) => table !== 'settings' && why !== 'orphan');
  return (
    <>
      <table class="summary">
        <thead><tr><th scope="col"><span class="unseen">{t('import_table')}</span></th>{(['new', 'updated', 'same', 'refused'] as const).map((head) => <th key={head} scope="col">{t(`import_${head}` as MessageName)}</th>)}</tr></thead>
        <tbody>
          {rows.map((table) => <tr key={table}><th scope="row">{tableName(table)}</th>{cell(plan.add[table].length, 'good-text')}{cell(plan.update[table].length, 'strong')}{cell(plan.same[table])}{cell(refusedIn(table), 'bad-text')}</tr>)}
        </tbody>
      </table>
      {asides.length > 0 && <p class="small muted">{t('import_asides', count(asides.length))}</p>}
      {refused.length > 0 && (
        <details>
          <summary>{t('import_reasons', count(refused.length))}</summary>
          <ul class="small reasons-list">{refused.slice(0, 100).map(({ table, reason }, at) => <li key={at}><span class="muted">{tableName(table)}:</span> {reason}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function tableName(table: string): string {
  return t(`settings_table_${table.toLowerCase()}` as MessageName);
}
