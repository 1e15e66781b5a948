import { ListChecks } from 'lucide';
import type { VNode } from 'preact';
import { LAWFUL_BASES } from '../../domain/privacy.ts';
import { LEAD_SOURCES } from '../../domain/qualification.ts';
import type { ImportMapping } from '../../files/mapping/mapping.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { book, useLive } from '../state/book.ts';
import { setOptions } from '../state/table-import.ts';
import { leadSourceWord } from '../state/words.ts';
import { Choose } from './choose.tsx';
import { Section } from './section.tsx';
import { Segmented } from './segmented.tsx';
import { WordsInput } from './words-input.tsx';

/** What is said of all rows of the file; a column that says it of its own row is right. */
export function ImportOptionsCard({ mapping, disabled }: { mapping: ImportMapping; disabled: boolean }): VNode {
  const { options } = mapping;
  const lists = useLive(() => book.lists.toArray(), []) ?? [];
  const tags = <div class="said"><span class="settings-label">{t('tags')}</span><WordsInput words={options.tags} label={t('tags')} placeholder={t('tag_placeholder')} onChange={(next) => setOptions({ tags: next })} /></div>;
  if (mapping.holds === 'companies') {
    return (
      <Section icon={ListChecks} title={t('import_all_rows')}>
        <fieldset class="plain stack" disabled={disabled}>
          <div class="options">{tags}</div>
          <p class="small muted">{t('import_companies_only')}</p>
        </fieldset>
      </Section>
    );
  }
  return (
    <Section icon={ListChecks} title={t('import_all_rows')}>
      <fieldset class="plain stack" disabled={disabled}>
        <Segmented label={t('import_kind')} value={options.kind} onChange={(kind) => setOptions({ kind })} options={[['', t('import_kind_file')], ['lead', t('import_kind_lead')], ['prospect', t('import_kind_prospect')]]} />
        <div class="options">
          <div class="said"><span class="settings-label">{t('lists')}</span><Choose chosen={options.lists} options={lists.map(({ name }) => ({ value: name, name }))} label={t('lists')} placeholder={t('list_placeholder')} onChange={(next) => setOptions({ lists: next })} /></div>
          {tags}
          <label class="said"><span class="settings-label">{t('map_lead_source')}</span>
            <select class="input" data-testid="import-source" value={options.leadSource} onChange={(event) => setOptions({ leadSource: event.currentTarget.value })}>
              <option value="">{t('import_unsaid')}</option>
              {LEAD_SOURCES.map((source) => <option key={source} value={source}>{leadSourceWord(source)}</option>)}
            </select>
          </label>
          <TextOption name="sourceDetail" label={t('map_source_detail')} value={options.sourceDetail} />
          <TextOption name="campaign" label={t('map_campaign')} value={options.campaign} />
          <label class="said"><span class="settings-label">{t('import_lawful')}</span>
            <select class="input" data-testid="import-lawful" value={options.lawful} onChange={(event) => setOptions({ lawful: event.currentTarget.value as '' })}>
              <option value="">{t('import_lawful_usual')}</option>
              {LAWFUL_BASES.map((basis) => <option key={basis} value={basis}>{t(`lawful_${basis.replaceAll('-', '_')}` as MessageName)}</option>)}
            </select>
          </label>
          {options.lawful && <TextOption name="lawfulNote" label={t('import_lawful_note')} value={options.lawfulNote} />}
        </div>
        <label class="row check"><input type="checkbox" data-testid="import-consent" checked={options.consent !== undefined} onChange={(event) => setOptions({ consent: event.currentTarget.checked ? { state: 'given', at: Date.now(), source: '' } : undefined })} /><span>{t('import_consent')}</span></label>
        {options.consent && (
          <label class="said"><span class="settings-label">{t('import_consent_where')}</span>
            <input class="input" value={options.consent.source} placeholder={t('import_consent_placeholder')} maxLength={200} dir="auto" autocomplete="off" onInput={(event) => setOptions({ consent: { ...options.consent!, source: event.currentTarget.value } })} />
          </label>
        )}
      </fieldset>
    </Section>
  );
}

function TextOption({ name, label, value }: { name: 'sourceDetail' | 'campaign' | 'lawfulNote'; label: string; value: string }): VNode {
  return <label class="said"><span class="settings-label">{label}</span><input class="input" data-testid={`import-${name.toLowerCase()}`} value={value} maxLength={200} dir="auto" autocomplete="off" onInput={(event) => setOptions({ [name]: event.currentTarget.value })} /></label>;
}
