import { BookMarked, Braces, Download, FileSpreadsheet, Upload } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { askExport, exportJson } from '../state/export.ts';
import { to } from '../state/route.ts';

/** The book as files: a spreadsheet or the whole of it out; the way in is a place of its own. */
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
        <a class="button" href={to('import')} data-testid="import-link"><Icon of={Upload} />{t('import_link')}</a>
        <p class="small muted">{t('import_hint')}</p>
      </div>
    </Section>
  );
}
