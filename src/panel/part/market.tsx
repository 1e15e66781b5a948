import { CircleHelp } from 'lucide';
import type { VNode } from 'preact';
import { t, uiLocale } from '../../platform/locale.ts';
import { AmountInput } from './amount-input.tsx';
import { Icon } from './icon.tsx';

/** Total addressable market: the rep's own number of people who would fit, and which share of them is in the book. `captured` undefined = still being counted; `definition` says who counts as captured. */
export function Market({ captured, total, definition, onChange }: { captured: number | undefined; total: number | undefined; definition: string; onChange: (total: number | undefined) => void }): VNode {
  const explained = `${t('market_definition')} ${definition}`;
  const share = shareOf(captured, total);
  return (
    <div class="market" role="group" aria-label={t('market')} title={explained}>
      <div class="row wrap">
        <span class="market-name">{t('market')} <span class="market-help" tabIndex={0} role="img" aria-label={explained}><Icon of={CircleHelp} /></span></span>
        <span class="row grow">
          <span class="number strong" data-testid="market-captured">{captured === undefined ? '…' : new Intl.NumberFormat(uiLocale()).format(captured)}</span>
          <span class="muted">{t('market_of')}</span>
          <AmountInput value={total} label={t('market_total')} placeholder={t('market_unknown')} testId="market-total" onChange={onChange} />
        </span>
        <strong class="number" data-testid="market-coverage">{share === undefined ? '–' : percent(share)}</strong>
      </div>
      <MarketBar captured={captured} total={total} />
    </div>
  );
}

/** The captured share as a bar; nothing while it is not known. */
export function MarketBar({ captured, total }: { captured: number | undefined; total: number | undefined }): VNode | null {
  const share = shareOf(captured, total);
  if (share === undefined) return null;
  return <span class="market-bar" aria-hidden="true"><span style={{ width: `${Math.min(100, 100 * share)}%` }} /></span>;
}

/** Captured of total, 0..1 and beyond when the number was too small; undefined while either is unknown. */
export function shareOf(captured: number | undefined, total: number | undefined): number | undefined {
  return captured === undefined || !total ? undefined : captured / total;
}

/** A share as the rep reads it: small ones keep two digits. */
export function percent(share: number): string {
  return new Intl.NumberFormat(uiLocale(), { style: 'percent', ...(share < 0.1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 }) }).format(share);
}
