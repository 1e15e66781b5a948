import { Ban, Download, Upload } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIST_LIMITS, readContactList } from '../../domain/contact-list.ts';
import { DO_NOT_CONTACT_REASONS, type DoNotContactReason } from '../../domain/do-not-contact.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { keyOf } from '../../sites/addresses.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { applyPlan, exportBarred, listing, planListFile, planText } from '../state/contact-list.ts';
import { reasonWord } from '../state/words.ts';
import { count } from './people-bar.tsx';

/** A do-not-contact list in and out: pasted or from a file, shown before it is taken in, taken back in one go. */
export function PrivacyList(): VNode {
  const [text, setText] = useState('');
  const [why, setWhy] = useState<DoNotContactReason>('asked-not-to');
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => () => { if (listing.value.step !== 'storing') listing.value = { step: 'none' }; }, []);
  const read = (from: string): void => void planText(readContactList(from, keyOf)).catch(report);
  return (
    <Section icon={Ban} title={t('list_title')}>
      <p>{t('list_text')}</p>
      <form class="stack tight" onSubmit={(event) => { event.preventDefault(); read(text); }}>
        <textarea class="input mono" rows={5} data-testid="list-text" value={text} spellcheck={false} autocomplete="off" aria-label={t('list_label')} placeholder={t('list_hint')} onInput={(event) => { setText(event.currentTarget.value); listing.value = { step: 'none' }; }} />
        <div class="row wrap">
          <button class={`button${listing.value.step === 'planned' ? '' : ' primary'}`} data-testid="list-check" disabled={text.trim() === '' || listing.value.step === 'reading'}>{t('list_check')}</button>
          <label class="button file"><Icon of={Upload} />{t('list_file')}
            <input ref={file} type="file" class="unseen" data-testid="list-file" accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={(event) => {
              const picked = event.currentTarget.files?.[0];
              if (picked) void planListFile(picked).catch(report).then(() => { if (file.current) file.current.value = ''; });
            }} />
          </label>
        </div>
      </form>
      <Plan why={why} onWhy={setWhy} onDone={() => setText('')} />
      <div class="row wrap"><button class="button" data-testid="list-export" onClick={() => void exportBarred().catch(report)}><Icon of={Download} />{t('list_export')}</button></div>
      <p class="small muted">{t('list_export_text')}</p>
    </Section>
  );
}

function Plan({ why, onWhy, onDone }: { why: DoNotContactReason; onWhy: (why: DoNotContactReason) => void; onDone: () => void }): VNode | null {
  const state = listing.value;
  if (state.step === 'none') return null;
  if (state.step === 'failed') return <p class="banner bad" role="alert">{state.reason}</p>;
  if (state.step === 'reading') return <p class="muted" aria-live="polite">{t('list_reading', count(state.done))}</p>;
  const { plan, list } = state;
  const total = plan.people.length + plan.strangers.length;
  const line = (label: string, value: number, testId: string): VNode => <div><dt>{label}</dt><dd class="number" data-testid={testId}>{count(value)}</dd></div>;
  return (
    <div class="stack tight" data-testid="list-plan">
      <p class="small muted">{t('list_understood', count(list.counts.emails), count(list.counts.domains), count(list.counts.profiles), count(list.counts.phones))}</p>
      <dl class="counts">
        {line(t('list_people'), plan.people.length, 'list-people')}{line(t('list_already'), plan.already, 'list-already')}{line(t('list_strangers'), plan.strangers.length, 'list-strangers')}{line(t('list_known'), plan.known, 'list-known')}{line(t('list_unread'), list.unread, 'list-unread')}
      </dl>
      {list.lines.length > 0 && <details><summary>{t('list_unread_show')}</summary><ul class="small mono reasons-list">{list.lines.slice(0, 200).map(({ line: number, text }) => <li key={number} dir="auto">{number}: {text}</li>)}</ul></details>}
      {list.identities.length >= LIST_LIMITS.identities && <p class="small warn-text">{t('list_cut', count(LIST_LIMITS.identities))}</p>}
      {state.step === 'storing' ? <label class="small">{t('list_storing', count(state.done), count(total))}<progress max={total} value={state.done} /></label> : total > 0 && (
        <div class="row wrap">
          <label class="row"><span class="small muted nowrap">{t('list_why')}</span><select class="input" data-testid="list-why" value={why} onChange={(event) => onWhy(event.currentTarget.value as DoNotContactReason)}>{DO_NOT_CONTACT_REASONS.map((one) => <option key={one} value={one}>{reasonWord(one)}</option>)}</select></label>
          <button class="button primary" data-testid="list-apply" onClick={() => void applyPlan(why).then((done) => { if (done) onDone(); })}>{t('list_apply', count(total))}</button>
        </div>
      )}
      {state.step === 'planned' && total === 0 && <p>{t('list_nothing')}</p>}
    </div>
  );
}
