import { Clipboard, Download, Scale, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LAWFUL_BASES, type Consent, type LawfulBasis } from '../../domain/privacy.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Field } from '../../domain/provenance.ts';
import { DEFAULT_PRIVACY, reviewDue } from '../../domain/retention.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { setConsent, setLawful } from '../../storage/lawful.ts';
import { readPrivacy } from '../../storage/privacy-setting.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { erase, giveReport } from '../state/privacy.ts';
import { go } from '../state/route.ts';
import { dateWord } from '../state/words.ts';
import { Icon } from './icon.tsx';
import { KeepForm } from './keep-form.tsx';
import { Section } from './section.tsx';
import { Segmented } from './segmented.tsx';
import '../style/privacy.css';

/** By what right somebody is in the book, what they agreed to, where each field came from, how long they are kept; what is held of them as a report; and erasing them. */
export function PrivacyCard({ prospect }: { prospect: Prospect }): VNode {
  const { id, lawful, consent } = prospect;
  const setting = useLive(() => readPrivacy(book), []) ?? DEFAULT_PRIVACY;
  const [keeping, setKeeping] = useState(false);
  const due = reviewDue(prospect, setting.keepMonths);
  const basis = (next: { basis?: LawfulBasis | ''; note?: string }): void => {
    const to = next.basis ?? lawful?.basis ?? setting.basis;
    void act(t('change_field', t('lawful_basis')), (change) => setLawful(book, id, to === '' ? null : { basis: to, note: next.note ?? lawful?.note ?? '' }, change));
  };
  const agreed = (next: Partial<Consent> & { none?: true }): void => void act(t('change_field', t('consent')), (change) => setConsent(book, id, next.none ? null : { state: next.state ?? consent?.state ?? 'given', source: next.source ?? consent?.source ?? '' }, change));
  return (
    <Section icon={Scale} title={t('privacy')}>
      <label class="row fact"><span class="small muted fact-name">{t('lawful_basis')}</span>
        <select class="input grow" data-testid="lawful-basis" value={lawful?.basis ?? ''} onChange={(event) => basis({ basis: event.currentTarget.value as LawfulBasis | '' })}>
          <option value="">{t('lawful_default', basisWord(setting.basis))}</option>
          {LAWFUL_BASES.map((one) => <option key={one} value={one}>{basisWord(one)}</option>)}
        </select>
      </label>
      {lawful && <TextFact label={t('lawful_note')} hint={t('lawful_note_hint')} testId="lawful-note" value={lawful.note} onChange={(note) => basis({ note })} />}
      <div class="row fact"><span class="small muted fact-name">{t('consent')}</span>
        <Segmented label={t('consent')} value={consent?.state ?? 'none'} options={[['none', t('consent_none')], ['given', t('consent_given')], ['withdrawn', t('consent_withdrawn')]]} onChange={(state) => agreed(state === 'none' ? { none: true } : { state })} />
      </div>
      {consent && <TextFact label={t('consent_source', dateWord(consent.at))} hint={t('consent_source_hint')} testId="consent-source" value={consent.source} onChange={(source) => agreed({ source })} />}
      <p class="small" data-testid="review-due">{t('collected_on', dateWord(prospect.createdAt))} {!Number.isFinite(due) ? t('review_never') : due <= now.value ? <strong class="warn-text">{t('review_is_due', dateWord(due))}</strong> : t('review_due_on', dateWord(due))}</p>
      {Number.isFinite(due) && (keeping ? <KeepForm ids={[id]} onDone={() => setKeeping(false)} /> : <button class="button quiet fit" data-testid="keep-open" onClick={() => setKeeping(true)}>{t('keep_longer')}</button>)}
      <details><summary>{t('sources_of_fields')}</summary><Sources prospect={prospect} /></details>
      <div class="row wrap">
        <button class="button" data-testid="report-copy" onClick={() => void giveReport(id, 'clipboard')}><Icon of={Clipboard} />{t('report_copy')}</button>
        <button class="button quiet" data-testid="report-md" onClick={() => void giveReport(id, 'md')}><Icon of={Download} />{t('report_file')}</button>
        <button class="button quiet" data-testid="report-json" onClick={() => void giveReport(id, 'json')}><Icon of={Download} />JSON</button>
      </div>
      <div class="row wrap"><button class="button danger" data-testid="erase" onClick={() => void erase([id]).then((done) => { if (done) go('people'); })}><Icon of={Trash2} />{t('erase_person')}</button></div>
      <p class="small muted">{t('erase_text', setting.undoMinutes)}</p>
    </Section>
  );
}

/** Where what is known came from, the fields of one source together. */
function Sources({ prospect }: { prospect: Prospect }): VNode {
  const bySource = new Map<string, { names: string[]; from: Field; at: number }>();
  for (const [name, field] of Object.entries(prospect.fields as Record<string, Field | undefined>)) {
    if (!field) continue;
    const { kind, name: source } = field.source;
    const one = bySource.get(`${kind} ${source}`) ?? { names: [], from: field, at: field.at };
    bySource.set(`${kind} ${source}`, { ...one, names: [...one.names, t(`field_${name}` as MessageName)], at: Math.min(one.at, field.at) });
  }
  return (
    <ul class="stack tight small">
      {[...bySource].map(([key, { names, from, at }]) => (
        <li key={key}><strong dir="auto">{t(`source_kind_${from.source.kind}` as MessageName)}{from.source.kind === 'hand' ? '' : `: ${from.source.name}`}</strong> <span class="muted">{t('since_date', dateWord(at))}</span><br /><span class="muted">{names.join(', ')}</span></li>
      ))}
    </ul>
  );
}

function TextFact({ label, hint, testId, value, onChange }: { label: string; hint: string; testId: string; value: string; onChange: (text: string) => void }): VNode {
  const [text, setText] = useState(value);
  const focused = useRef(false);
  useEffect(() => { if (!focused.current) setText(value); }, [value]);
  return (
    <label class="row fact"><span class="small muted fact-name">{label}</span>
      <input class="input grow" data-testid={testId} value={text} placeholder={hint} dir="auto" maxLength={500} autocomplete="off" onFocus={() => { focused.current = true; }} onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); event.currentTarget.blur(); } }}
        onBlur={() => { focused.current = false; if (text.replace(/\s+/g, ' ').trim() !== value) onChange(text); }} />
    </label>
  );
}

/** A lawful basis as the rep reads it. */
export function basisWord(basis: LawfulBasis): string {
  return t(`lawful_${basis.replaceAll('-', '_')}` as MessageName);
}
