import { Coins } from 'lucide';
import type { VNode } from 'preact';
import { DEFAULT_DEAL } from '../../domain/deal.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { readDeal, writeDeal } from '../../storage/deal.ts';
import { Amount } from '../part/amount.tsx';
import { Section } from '../part/section.tsx';
import { book, useLive } from '../state/book.ts';

/** The ones that most people look for stand first. */
const COMMON = ['USD', 'EUR', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'JPY', 'CNY', 'INR', 'BRL', 'MXN', 'AED', 'SAR', 'ZAR', 'SGD'];

/** The currency of deals, and what an ordinary one is worth: by it the value of every other is measured. */
export function DealSection(): VNode {
  const stored = useLive(() => readDeal(book), []);
  const deal = stored ?? DEFAULT_DEAL;
  const rest = Intl.supportedValuesOf('currency').filter((code) => !COMMON.includes(code));
  const names = new Intl.DisplayNames(uiLocale(), { type: 'currency' });
  const option = (code: string): VNode => <option key={code} value={code}>{`${code} · ${names.of(code) ?? code}`}</option>;
  return (
    <Section icon={Coins} title={t('settings_deal')}>
      <fieldset class="plain stack" disabled={!stored}>
        <label class="row wrap"><span class="settings-label">{t('settings_currency')}</span>
          <select class="input short" data-testid="currency" value={deal.currency} onChange={(event) => void writeDeal(book, { ...deal, currency: event.currentTarget.value })}>
            {COMMON.map(option)}
            <hr />
            {[...new Set([...rest, ...(COMMON.includes(deal.currency) ? [] : [deal.currency])])].map(option)}
          </select>
        </label>
        <Amount label={t('settings_typical')} testId="typical-deal" value={deal.typical} currency={deal.currency} onChange={(typical) => void writeDeal(book, { currency: deal.currency, ...(typical ? { typical } : {}) })} />
        <p class="small muted">{t('settings_typical_hint')}</p>
      </fieldset>
    </Section>
  );
}
