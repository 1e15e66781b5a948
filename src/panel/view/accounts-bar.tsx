import { Copy, Search, X } from 'lucide';
import type { VNode } from 'preact';
import { ACCOUNT_ORDERS, type AccountFilter, type AccountOrder } from '../../domain/account-row.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { Icon } from '../part/icon.tsx';
import { suspects } from '../state/accounts.ts';
import { useKeys } from '../state/key.ts';
import { countPairs } from './account-pairs.tsx';
import { count } from './people-bar.tsx';

const TIERS = ['', 'target', '1', '2', '3', 'none'] as const;

/** Search, targets, order and "may be the same" above the accounts. */
export function AccountsBar({ filter, order, shown, all, onFilter, onOrder }: {
  filter: AccountFilter; order: AccountOrder; shown: number; all: number; onFilter: (part: Partial<AccountFilter>) => void; onOrder: (order: AccountOrder) => void;
}): VNode {
  const pairs = countPairs(suspects.value);
  useKeys(() => [
    { key: '/', label: t('people_key_search'), run: () => document.querySelector<HTMLInputElement>('[data-testid=accounts-search]')?.select() },
    { key: 'd', label: t('key_alike'), run: () => onFilter({ alike: !filter.alike }) },
  ], [filter.alike]);
  return (
    <header class="people-bar accounts-bar">
      <div class="row count-line">
        <h1>{t('accounts')}</h1>
        <span class="grow one-line muted number" role="status" data-testid="accounts-count">{shown < all ? t('accounts_count_some', count(shown), count(all)) : all === 1 ? t('accounts_count_one') : t('accounts_count', count(all))}</span>
        {(pairs > 0 || filter.alike) && (
          <button class={`chip${filter.alike ? ' accent' : ''}`} aria-pressed={filter.alike} data-testid="accounts-alike" onClick={() => onFilter({ alike: !filter.alike })}><Icon of={filter.alike ? X : Copy} />{t('same_count', count(pairs))}</button>
        )}
      </div>
      <div class="search">
        <Icon of={Search} />
        <input type="search" class="input" data-testid="accounts-search" value={filter.text} placeholder={t('accounts_search')} aria-label={t('accounts_search')} aria-keyshortcuts="/" dir="auto" maxLength={200} autocomplete="off" spellcheck={false}
          onInput={(event) => onFilter({ text: event.currentTarget.value })} />
        {filter.text ? <button class="button quiet icon-only clear" aria-label={t('people_clear_search')} onClick={() => onFilter({ text: '' })}><Icon of={X} /></button> : <kbd aria-hidden="true">/</kbd>}
      </div>
      <div class="row">
        <select class={`input grow${filter.tier ? ' set' : ''}`} aria-label={t('tier')} data-testid="accounts-tier" value={filter.tier} onChange={(event) => onFilter({ tier: event.currentTarget.value as AccountFilter['tier'] })}>
          {TIERS.map((tier) => <option key={tier} value={tier}>{tier === '1' || tier === '2' || tier === '3' ? t('tier_only', tier) : t(`tier_filter_${tier || 'any'}` as MessageName)}</option>)}
        </select>
        <select class="input grow" aria-label={t('people_sort')} data-testid="accounts-sort" value={order} disabled={filter.alike} onChange={(event) => onOrder(event.currentTarget.value as AccountOrder)}>
          {ACCOUNT_ORDERS.map((one) => <option key={one} value={one}>{t(`accounts_by_${one}` as MessageName)}</option>)}
        </select>
      </div>
    </header>
  );
}
