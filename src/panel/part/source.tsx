import { Signpost } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Prospect } from '../../domain/prospect.ts';
import { LEAD_SOURCES } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { setFact } from '../../storage/prospect-fact.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { dateWord, leadSourceWord } from '../state/words.ts';
import { Section } from './section.tsx';

/** Where a lead came from: one of a fixed list, so that sources can be compared, with detail and campaign as free text. */
export function SourceCard({ prospect }: { prospect: Prospect }): VNode {
  const { leadSource: source = '', lead } = prospect;
  const known = (LEAD_SOURCES as readonly string[]).includes(source);
  return (
    <Section icon={Signpost} title={t('source_card')}>
      <label class="row fact"><span class="small muted fact-name">{t('lead_source')}</span>
        <select class="input grow" data-testid="lead-source" value={source} onChange={(event) => { const next = event.currentTarget.value; void act(t('change_field', t('lead_source')), (change) => setFact(book, prospect.id, 'leadSource', next, change)); }}>
          <option value="">{t('lead_source_none')}</option>
          {source && !known && <option value={source}>{source}</option>}
          {LEAD_SOURCES.map((one) => <option key={one} value={one}>{leadSourceWord(one)}</option>)}
        </select>
      </label>
      <Fact id={prospect.id} name="sourceDetail" label={t('source_detail')} hint={t('source_detail_hint')} value={prospect.sourceDetail ?? ''} />
      <Fact id={prospect.id} name="campaign" label={t('campaign')} hint={t('campaign_hint')} value={prospect.campaign ?? ''} />
      {lead?.state === 'accepted' && <p class="small muted">{t('lead_accepted', dateWord(lead.at))}</p>}
    </Section>
  );
}

function Fact({ id, name, label, hint, value }: { id: string; name: 'sourceDetail' | 'campaign'; label: string; hint: string; value: string }): VNode {
  const [text, setText] = useState(value);
  const focused = useRef(false);
  useEffect(() => { if (!focused.current) setText(value); }, [value]);
  return (
    <label class="row fact"><span class="small muted fact-name">{label}</span>
      <input class="input grow" data-testid={name} value={text} placeholder={hint} dir="auto" maxLength={300} autocomplete="off" spellcheck={false}
        onFocus={() => { focused.current = true; }} onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); event.currentTarget.blur(); } }}
        onBlur={() => { focused.current = false; if (text.replace(/\s+/g, ' ').trim() !== value) void act(t('change_field', label), (change) => setFact(book, id, name, text, change)); }} />
    </label>
  );
}
