import { CircleHelp, FileText, ShieldOff } from 'lucide';
import type { VNode } from 'preact';
import { DELIMITERS } from '../../files/table/dialect.ts';
import { ENCODINGS } from '../../files/table/encoding.ts';
import { presets } from '../../files/preset/catalog.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { reread, setHolds, takeAsBarred, type TableImport } from '../state/table-import.ts';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

type Mapped = Extract<TableImport, { step: 'mapping' }>;
const DELIMITER_NAME = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

/** What was recognised of a file, all of it changeable; what is a guess says so. */
export function ImportReadAs({ opened, mapping, isRemembered, disabled }: Pick<Mapped, 'opened' | 'mapping' | 'isRemembered'> & { disabled: boolean }): VNode {
  const { format, sure, preamble } = opened;
  return (
    <Section icon={FileText} title={t('import_read_as')}>
      <fieldset class="plain read-as" disabled={disabled}>
        <Said label={t('import_preset')}>
          <select class="input" data-testid="import-preset" value={mapping.preset} onChange={(event) => void reread({ preset: event.currentTarget.value })}>
            {presets.map(({ name, label }) => <option key={name} value={name}>{name === 'generic' ? t('import_preset_generic') : label}</option>)}
          </select>
        </Said>
        <Said label={t('import_holds')}>
          <select class="input" data-testid="import-holds" value={mapping.holds} onChange={(event) => setHolds(event.currentTarget.value as 'people')}>
            {(['people', 'companies'] as const).map((one) => <option key={one} value={one}>{t(`import_holds_${one}`)}</option>)}
          </select>
        </Said>
        <Said label={t('import_encoding')} guess={!sure.encoding}>
          <select class="input" data-testid="import-encoding" value={format.encoding} onChange={(event) => void reread({ encoding: event.currentTarget.value as 'utf-8' })}>
            {ENCODINGS.map((one) => <option key={one} value={one}>{one.toUpperCase()}</option>)}
          </select>
        </Said>
        <Said label={t('import_delimiter')} guess={!sure.delimiter && mapping.names.length > 1}>
          <select class="input" data-testid="import-delimiter" value={format.delimiter} onChange={(event) => void reread({ delimiter: event.currentTarget.value as ',' })}>
            {DELIMITERS.map((one) => <option key={one} value={one}>{t(`import_delimiter_${DELIMITER_NAME[one]}` as MessageName)}</option>)}
          </select>
        </Said>
        <label class="row check"><input type="checkbox" data-testid="import-headed" checked={format.headed} onChange={(event) => void reread({ headed: event.currentTarget.checked })} /><span>{t('import_headed')}</span></label>
        <button type="button" class="button quiet as-barred" data-testid="import-as-barred" onClick={takeAsBarred}><Icon of={ShieldOff} />{t('import_as_barred')}</button>
      </fieldset>
      {(isRemembered || preamble > 0) && <p class="small muted">{[isRemembered ? t('import_remembered') : '', preamble > 0 ? t('import_preamble', preamble) : ''].filter(Boolean).join(' ')}</p>}
    </Section>
  );
}

function Said({ label, guess = false, children }: { label: string; guess?: boolean; children: VNode }): VNode {
  return (
    <label class="said">
      <span class="row"><span class="settings-label">{label}</span>{guess && <span class="chip warn" title={t('import_guess_hint')}><Icon of={CircleHelp} />{t('import_guess')}</span>}</span>
      {children}
    </label>
  );
}
