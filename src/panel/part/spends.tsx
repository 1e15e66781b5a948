import { ClipboardPaste, Coins, Plus, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { DEFAULT_DEAL } from '../../domain/deal.ts';
import { leadCosts, type LeadCost } from '../../domain/lead-cost.ts';
import { LEAD_SOURCES } from '../../domain/qualification.ts';
import type { Spend } from '../../domain/spend.ts';
import { instantsOf } from '../../domain/wall-time.ts';
import { readSpends } from '../../files/spend-csv.ts';
import { t } from '../../platform/locale.ts';
import { readDeal } from '../../storage/deal.ts';
import { putSpends, removeSpend } from '../../storage/spend.ts';
import { act } from '../state/act.ts';
import { amountShown } from '../state/amount.ts';
import { book, newId, useLive } from '../state/book.ts';
import { zone } from '../state/clock.ts';
import { usePeople } from '../state/people.ts';
import { toast } from '../state/toast.ts';
import { leadSourceWord } from '../state/words.ts';
import { count } from '../view/people-bar.tsx';
import { Amount } from './amount.tsx';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

/** Money spent on sources, to be edited in place; what each source and each spend costs a lead. */
export function Spends(): VNode {
  const spends = useLive(() => book.spends.toArray().then((rows) => rows.toSorted((a, b) => (a.from < b.from ? 1 : -1) || b.createdAt - a.createdAt)), []);
  const { currency } = useLive(() => readDeal(book), []) ?? DEFAULT_DEAL;
  const people = usePeople();
  const [pasting, setPasting] = useState(false);
  const costs = useMemo(() => (spends?.length && people ? leadCosts(spends, people.table, (day) => startOf(day)) : undefined), [spends, people]);
  const add = (): void => {
    const last = spends?.[0];
    const today = new Date().toISOString().slice(0, 7);
    void act(t('spend_added'), (change) => putSpends(book, [{ id: newId(), source: last?.source ?? 'paid ad', amount: 0, from: `${today}-01`, to: new Date().toISOString().slice(0, 10), note: '' }], change));
  };
  return (
    <Section icon={Coins} title={t('spend_title')}>
      <p class="small muted">{t('spend_hint')}</p>
      {costs && costs.bySource.size > 0 && (
        <table class="summary" data-testid="spend-sums">
          <thead><tr><th scope="col"><span class="unseen">{t('map_lead_source')}</span></th><th scope="col">{t('spend_spent')}</th><th scope="col" title={t('spend_leads_hint')}>{t('spend_leads')}</th><th scope="col" title={t('spend_per_lead_hint')}>{t('spend_per_lead')}</th></tr></thead>
          <tbody>{[...costs.bySource].map(([source, cost]) => <tr key={source}><th scope="row">{leadSourceWord(source)}</th><td class="number">{amountShown(cost.spent, currency)}</td><td class="number">{count(cost.leads)}</td><td class="number strong">{perLead(cost, currency)}</td></tr>)}</tbody>
        </table>
      )}
      <ul class="spends">{spends?.map((spend) => <SpendRow key={spend.id} spend={spend} currency={currency} cost={costs?.bySpend.get(spend.id)} />)}</ul>
      <div class="row wrap">
        <button class="button" data-testid="spend-add" onClick={add}><Icon of={Plus} />{t('spend_add')}</button>
        <button class="button quiet" data-testid="spend-paste" aria-expanded={pasting} onClick={() => setPasting(!pasting)}><Icon of={ClipboardPaste} />{t('spend_paste')}</button>
      </div>
      {pasting && <Paste onDone={() => setPasting(false)} />}
    </Section>
  );
}

function SpendRow({ spend, currency, cost }: { spend: Spend; currency: string; cost: LeadCost | undefined }): VNode {
  const name = leadSourceWord(spend.source);
  const put = (part: Partial<Spend>): void => {
    const next = { ...spend, ...part };
    if (next.to < next.from) Object.assign(next, part.from ? { to: next.from } : { from: next.to });
    void act(t('spend_changed', leadSourceWord(next.source)), (change) => putSpends(book, [next], change));
  };
  return (
    <li class="spend" data-testid="spend">
      <label class="said"><span class="small muted">{t('map_lead_source')}</span>
        <select class="input" value={spend.source} onChange={(event) => put({ source: event.currentTarget.value })}>{[...new Set([...LEAD_SOURCES, spend.source])].map((source) => <option key={source} value={source}>{leadSourceWord(source)}</option>)}</select>
      </label>
      <label class="said"><span class="small muted">{t('map_campaign')}</span><input class="input" value={spend.campaign ?? ''} maxLength={200} dir="auto" autocomplete="off" placeholder={t('spend_any_campaign')} onChange={(event) => { const { campaign: _old, ...rest } = spend; const campaign = event.currentTarget.value.trim(); void act(t('spend_changed', name), (change) => putSpends(book, [{ ...rest, ...(campaign ? { campaign } : {}) }], change)); }} /></label>
      <label class="said"><span class="small muted">{t('spend_from')}</span><input type="date" class="input" value={spend.from} required onChange={(event) => { if (event.currentTarget.value) put({ from: event.currentTarget.value }); }} /></label>
      <label class="said"><span class="small muted">{t('spend_to')}</span><input type="date" class="input" value={spend.to} required onChange={(event) => { if (event.currentTarget.value) put({ to: event.currentTarget.value }); }} /></label>
      <Amount label={t('spend_amount')} testId="spend-amount" value={spend.amount || undefined} currency={currency} onChange={(amount) => put({ amount: amount ?? 0 })} />
      <span class="small muted spend-cost">{cost ? (cost.leads > 0 ? t('spend_cost', count(cost.leads), perLead(cost, currency)) : t('spend_cost_none')) : ''}</span>
      <button class="button quiet icon-only" aria-label={t('spend_remove', name)} title={t('spend_remove', name)} onClick={() => void act(t('spend_removed', name), (change) => removeSpend(book, spend.id, change))}><Icon of={Trash2} /></button>
    </li>
  );
}

function Paste({ onDone }: { onDone: () => void }): VNode {
  const [text, setText] = useState('');
  const { spends, refused } = useMemo(() => readSpends(text, newId), [text]);
  const keep = async (): Promise<void> => {
    if (await act(t('spend_pasted', spends.length), (change) => putSpends(book, spends, change))) onDone();
    if (refused.length > 0) toast(t('spend_refused', refused.slice(0, 20).join(', ')), { bad: true });
  };
  return (
    <div class="stack tight">
      <textarea class="input" data-testid="spend-text" value={text} rows={5} maxLength={200_000} placeholder={t('spend_paste_placeholder')} aria-label={t('spend_paste')} onInput={(event) => setText(event.currentTarget.value)} />
      {text.trim() !== '' && <p class="small" role="status">{t('spend_found', spends.length, refused.length)}</p>}
      <button class="button primary" data-testid="spend-keep" disabled={spends.length === 0} onClick={() => void keep()}>{t('spend_keep')}</button>
    </div>
  );
}

function perLead({ perLead: cost }: LeadCost, currency: string): string {
  return cost === undefined ? '–' : amountShown(Math.round(cost * 100) / 100, currency);
}

/** When a day begins where the rep is. */
function startOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return instantsOf({ year, month, day: date, hour: 0, minute: 0 }, zone())[0];
}
