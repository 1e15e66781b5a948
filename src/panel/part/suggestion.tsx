import { Sparkle } from 'lucide';
import type { VNode } from 'preact';
import type { Draft } from '../../domain/draft.ts';
import type { Prospect, ProspectField } from '../../domain/prospect.ts';
import { sameValue, type Field } from '../../domain/provenance.ts';
import { differencesOf, type Difference } from '../../domain/visit.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { settleDifferences, settleSuggestion } from '../../storage/person.ts';
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

/** What the page beside the panel says and the book does not: each taken or left by the rep; what the book lacks comes in at one click. */
export function PageDifferences({ prospect, draft }: { prospect: Prospect; draft: Draft }): VNode | null {
  const offered = (name: ProspectField, next: Field): boolean => sameValue(prospect.suggestions[name]?.value, next.value);
  const news = differencesOf(prospect, draft, Date.now()).filter(({ field, next }) => !offered(field, next));
  if (news.length === 0) return null;
  const fresh = news.filter(({ now }) => !now);
  const settle = (some: Difference[], take: boolean): void => {
    const label = t(take ? 'change_field' : 'change_left', some.map(({ field }) => labelOf(field)).join(', '));
    void act(label, (change) => settleDifferences(book, prospect.id, some, take, change));
  };
  return (
    <section class="card offers" aria-label={t('page_news')}>
      <header><Icon of={Sparkle} /><h3 class="grow">{t('page_news')}</h3>
        {fresh.length > 1 && <button class="button" onClick={() => settle(fresh, true)}>{t('take_new', fresh.length)}</button>}
      </header>
      {news.map((one) => <Offer key={one.field} name={one.field} now={one.now} next={one.next} onTake={() => settle([one], true)} onLeave={() => settle([one], false)} />)}
    </section>
  );
}

/** One field that somebody says differently. */
export function Offer({ name, now, next, onTake, onLeave }: { name: string; now: Field | undefined; next: Field; onTake: () => void; onLeave: () => void }): VNode {
  return (
    <div class="offer" data-testid="suggestion">
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

function textOf(field: Field): string {
  return Array.isArray(field.value) ? field.value.map((one) => (typeof one === 'string' ? one : [one.title, one.company].filter(Boolean).join(' · '))).join(', ') : String(field.value);
}

/** What a field is called. */
export function labelOf(name: string): string {
  return t(`field_${name}` as MessageName);
}
