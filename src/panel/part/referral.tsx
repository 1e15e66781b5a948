import { Handshake, X } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { parseQuery } from '../../domain/people/search.ts';
import { slotsOf } from '../../domain/people/table.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { addFollowUp } from '../../storage/person.ts';
import { clearReferredBy, referredBy, setReferredBy } from '../../storage/referral.ts';
import { act } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { zone } from '../state/clock.ts';
import { nameOf } from '../state/decide.ts';
import { usePeople } from '../state/people.ts';
import { foundOf, searchPeople } from '../state/people-search.ts';
import { planOf } from '../state/plan.ts';
import { to } from '../state/route.ts';
import { contacting } from '../state/touch.ts';
import { Icon } from './icon.tsx';

const MOST = 6;

/** Who introduced somebody and whom they introduced; for a customer the ask for an introduction. */
export function Referral({ prospect }: { prospect: Prospect }): VNode | null {
  const { id, referredBy: by, stage } = prospect;
  const others = useLive(() => referredBy(book, id), [id]) ?? [];
  const asking = contacting.value?.id === id && contacting.value.what === 'referrer';
  const mayAsk = stage === 'won' && !prospect.doNotContact;
  if (!by && others.length === 0 && !asking && !mayAsk) return null;
  const name = nameOf(prospect);
  const ask = (): void => {
    const plan = planOf('morning');
    const dueAt = plan && 'dueAt' in plan ? plan.dueAt : Date.now();
    void act(t('change_referral_ask', name), (change) => addFollowUp(book, { id: newId(), prospectId: id, dueAt, words: '', zone: zone(), text: t('referral_ask_text', name) }, change));
  };
  return (
    <section class="card" aria-label={t('referral')} data-testid="referral">
      <header><Icon of={Handshake} /><h2 class="grow">{t('referral')}</h2></header>
      {by && (
        <p class="referral-line" data-testid="referred-by"><span class="small muted">{t('referral_by')}</span>{by.prospectId ? <a class="grow one-line" dir="auto" href={to('person', by.prospectId)}>{by.name}</a> : <span class="grow one-line" dir="auto">{by.name}</span>}
          <button class="button quiet icon-only" aria-label={t('referral_clear')} title={t('referral_clear')} onClick={() => void act(t('change_referrer_off', name), (change) => clearReferredBy(book, id, change))}><Icon of={X} /></button>
        </p>
      )}
      {others.length > 0 && <p class="small"><span class="muted">{t('referral_of')}</span> {others.map((one, at) => <span key={one.id}>{at > 0 && ', '}<a dir="auto" href={to('person', one.id)} data-testid="referred">{nameOf(one)}</a></span>)}</p>}
      {asking && <Referrer prospect={prospect} />}
      {mayAsk && <div class="row wrap"><button class="button" data-testid="referral-ask" onClick={ask}><Icon of={Handshake} />{t('referral_ask')}</button></div>}
    </section>
  );
}

/** Picks who introduced somebody: people of the book as the name is typed, or the name itself. */
function Referrer({ prospect }: { prospect: Prospect }): VNode {
  const people = usePeople();
  const [text, setText] = useState('');
  const close = (): void => { contacting.value = null; };
  const query = text.trim().length > 1 ? parseQuery(text) : null;
  const matches = people && query ? searchPeople(people.table, query) : undefined;
  const found = people && matches ? Array.from(foundOf(slotsOf(people.table), matches, true).subarray(0, MOST + 1), (slot) => ({ id: people.table.ids[slot]!, name: people.table.texts.name.get(slot), company: people.table.texts.company.get(slot) })).filter(({ id }) => id !== prospect.id).slice(0, MOST) : [];
  const keep = (name: string, prospectId?: string): void => {
    const plan = planOf('tomorrow');
    const thanks = { id: newId(), text: t('referral_thanks', name, nameOf(prospect)), dueAt: plan && 'dueAt' in plan ? plan.dueAt : Date.now(), zone: zone() };
    void act(t('change_referrer', nameOf(prospect), name), (change) => setReferredBy(book, prospect.id, { name, ...(prospectId ? { prospectId } : {}) }, thanks, change)).then((done) => { if (done) close(); });
  };
  return (
    <form class="stack tight" data-testid="referrer-form" onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }} onSubmit={(event) => { event.preventDefault(); if (text.trim()) keep(text); }}>
      <label class="labelled"><span class="small muted">{t('referral_who')}</span><input class="input" autofocus value={text} maxLength={200} dir="auto" autocomplete="off" data-testid="referrer-input" onInput={(event) => setText(event.currentTarget.value)} /></label>
      <ul class="row wrap">{found.map(({ id, name, company }) => <li key={id}><button type="button" class="chip" data-testid="referrer-offer" onClick={() => keep(name || t('no_name'), id)}><bdi>{name}</bdi>{company && <span class="muted"><bdi>{company}</bdi></span>}</button></li>)}</ul>
      <div class="row"><button class="button" disabled={!text.trim()}>{t('referral_keep')}</button><button type="button" class="button quiet" onClick={close}>{t('cancel')}</button></div>
    </form>
  );
}
