import { Sparkle } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { fieldsOf, refresh } from '../../domain/capture.ts';
import type { Draft } from '../../domain/draft.ts';
import { PROSPECT_FIELDS, type Prospect, type ProspectField } from '../../domain/prospect.ts';
import type { Field } from '../../domain/provenance.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { changeProspect, settleSuggestion } from '../../storage/person.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { Icon } from './icon.tsx';

/** What a less trusted source says differently, one line each: taken or left by the rep, never by itself. */
export function Suggestions({ prospect }: { prospect: Prospect }): VNode | null {
  const offers = Object.entries(prospect.suggestions) as [ProspectField, Field][];
  if (offers.length === 0) return null;
  return (
    <section class="card offers" aria-label={t('suggestions')}>
      <h3>{t('suggestions')}</h3>
      {offers.map(([name, offer]) => (
        <Offer key={name} name={name} now={prospect.fields[name]} next={offer}
          onTake={() => void act(t('change_field', labelOf(name)), (change) => settleSuggestion(book, prospect.id, name, true, change))}
          onLeave={() => void act(t('change_left', labelOf(name)), (change) => settleSuggestion(book, prospect.id, name, false, change))} />
      ))}
    </section>
  );
}

/** What the page beside the panel says now and the book does not: one click brings it in. Differences to known values then wait as suggestions. */
export function PageDifferences({ prospect, draft }: { prospect: Prospect; draft: Draft }): VNode | null {
  const [left, setLeft] = useState('');
  const at = Date.now();
  const incoming = fieldsOf(draft, {}, PROSPECT_FIELDS, at);
  // numbers move on each visit: they are brought in with the rest, but are no reason to ask
  const next = refresh(prospect, incoming, draft.keys.filter((key) => !prospect.keys.includes(key)), at);
  const news = PROSPECT_FIELDS.filter((name) => name !== 'followers' && name !== 'connections' && name !== 'avatar'
    && (changed(prospect.fields[name], next.fields[name]) || changed(prospect.suggestions[name], next.suggestions[name])));
  const mark = news.map((name) => JSON.stringify(draft.fields[name as keyof Draft['fields']]?.value)).join();
  if (news.length === 0 || left === mark || draft.agrees === 'no') return null;
  return (
    <section class="banner" aria-label={t('page_news')}>
      <Icon of={Sparkle} />
      <div class="grow stack tight">
        <span>{t('page_news_text', news.map(labelOf).join(', '))}</span>
        <span class="row wrap">
          <button class="button" onClick={() => void act(t('change_refreshed', prospect.fields.name?.value ?? ''), (change) => changeProspect(book, prospect.id, change, (stored) => refresh(stored, incoming, [], change.at)))}>{t('bring_in')}</button>
          <button class="button quiet" onClick={() => setLeft(mark)}>{t('leave')}</button>
        </span>
      </div>
    </section>
  );
}

function Offer({ name, now, next, onTake, onLeave }: { name: ProspectField; now: Field | undefined; next: Field; onTake: () => void; onLeave: () => void }): VNode {
  return (
    <div class="offer">
      <div class="grow">
        <span class="small muted">{labelOf(name)}</span>
        {now && <p class="small old two-lines" dir="auto">{textOf(now)}</p>}
        <p class="two-lines" dir="auto">{textOf(next)} <span class="small muted">{t('says', next.source.name)}</span></p>
      </div>
      <button class="button" onClick={onTake}>{t('take')}</button>
      <button class="button quiet" onClick={onLeave}>{t('leave')}</button>
    </div>
  );
}

function changed(a: Field | undefined, b: Field | undefined): boolean {
  return JSON.stringify(a?.value) !== JSON.stringify(b?.value);
}

function textOf(field: Field): string {
  return Array.isArray(field.value) ? field.value.map((one) => (typeof one === 'string' ? one : [one.title, one.company].filter(Boolean).join(' · '))).join(', ') : String(field.value);
}

function labelOf(name: string): string {
  return t(`field_${name}` as MessageName);
}
