import { Signature } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Rep } from '../../domain/merge-field.ts';
import { modelState, type ModelState } from '../../platform/language-model.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { readDrafts, readRep, writeDrafts, writeRep } from '../../storage/rep.ts';
import { Section } from '../part/section.tsx';
import { book, useLive } from '../state/book.ts';

/** Who writes the messages, and whether a model on this machine may draft the personal line. */
export function WritingSection(): VNode {
  const rep = useLive(() => readRep(book), []);
  const drafts = useLive(() => readDrafts(book), []);
  const [model, setModel] = useState<ModelState | undefined>();
  useEffect(() => { void modelState(uiLocale().split('-')[0] ?? 'en').then(setModel); }, []);
  const keep = (part: Partial<Rep>): void => { if (rep) void writeRep(book, { ...rep, ...part }); };
  return (
    <Section icon={Signature} title={t('settings_writing')}>
      <fieldset class="plain stack" disabled={!rep}>
        <label class="row wrap"><span class="settings-label">{t('rep_name')}</span><input class="input grow" key={rep ? 1 : 0} defaultValue={rep?.name ?? ''} maxLength={120} dir="auto" autocomplete="name" data-testid="rep-name" onBlur={(event) => keep({ name: event.currentTarget.value })} /></label>
        <label class="row wrap"><span class="settings-label">{t('rep_company')}</span><input class="input grow" key={rep ? 1 : 0} defaultValue={rep?.company ?? ''} maxLength={120} dir="auto" autocomplete="organization" data-testid="rep-company" onBlur={(event) => keep({ company: event.currentTarget.value })} /></label>
        <label class="stack tight"><span>{t('rep_signature')}</span><textarea class="input" rows={3} key={rep ? 1 : 0} defaultValue={rep?.signature ?? ''} maxLength={2_000} dir="auto" data-testid="rep-signature" onBlur={(event) => keep({ signature: event.currentTarget.value })} /></label>
        <label class="row"><input type="checkbox" checked={drafts ?? false} disabled={model !== undefined && model === 'none' && !drafts} data-testid="drafts" onChange={(event) => void writeDrafts(book, event.currentTarget.checked)} />{t('drafts_setting')}</label>
        <p class="small muted">{t('drafts_hint')}{model === 'none' ? ` ${t('drafts_absent')}` : ''}</p>
      </fieldset>
    </Section>
  );
}
