import { signal } from '@preact/signals';
import { Building2, SearchX } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { accountsByName, filterAccounts, NOBODY, sortAccounts, type AccountFilter, type AccountOrder, type AccountRow, type RollUp } from '../../domain/account-row.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { VirtualList, type Cursor } from '../part/virtual-list.tsx';
import { accountText, suspects, useAccounts } from '../state/accounts.ts';
import { useKeys } from '../state/key.ts';
import '../style/people.css';
import '../style/account.css';
import { AccountLine } from './account-line.tsx';
import { AccountPairs } from './account-pairs.tsx';
import { AccountsBar } from './accounts-bar.tsx';

/** What the rep was looking at: coming back finds it as it was left. */
const NO_FILTER: AccountFilter = { text: '', tier: '', alike: false };
const filter = signal<AccountFilter>(NO_FILTER);
const order = signal<AccountOrder>('name');

/** All accounts: found by typing, narrowed to targets, sorted by people, fit or gaps; and those that may be one company. */
export function AccountsView(): VNode {
  const accounts = useAccounts();
  const collate = useMemo(() => new Intl.Collator(uiLocale(), { numeric: true }).compare, []);
  const wanted = filter.value;
  const rollUpOf = (id: string): RollUp => accounts?.rollUps.get(id) ?? NOBODY;
  const byName = useMemo(() => (accounts ? accountsByName(accounts.rows, collate) : []), [accounts?.rows]);
  const sorted = useMemo(() => sortAccounts(byName, order.value, rollUpOf), [byName, order.value === 'name' || order.value === 'tier' ? null : accounts?.rollUps, order.value]);
  const shown = useMemo(() => filterAccounts(sorted, { ...wanted, alike: false }, () => true, accountText), [sorted, wanted]);
  const set = (part: Partial<AccountFilter>): void => { filter.value = { ...filter.value, ...part }; };

  if (!accounts) return <Skeleton lines={9} />;
  if (accounts.rows.length === 0) return <Empty icon={Building2} title={t('accounts_none_title')} text={t('accounts_none_text')} />;
  return (
    <section class="people accounts" aria-label={t('accounts')}>
      <AccountsBar filter={wanted} order={order.value} shown={shown.length} all={accounts.rows.length} onFilter={set} onOrder={(next) => { order.value = next; }} />
      {wanted.alike ? <AccountPairs rows={shown} suspects={suspects.value} /> : shown.length === 0 ? (
        <Empty icon={SearchX} title={t('accounts_no_match_title')} text={t('accounts_no_match_text')}><button class="button" onClick={() => { filter.value = NO_FILTER; }}>{t('people_clear')}</button></Empty>
      ) : <Lines rows={shown} rollUpOf={rollUpOf} />}
    </section>
  );
}

function Lines({ rows, rollUpOf }: { rows: readonly AccountRow[]; rollUpOf: (id: string) => RollUp }): VNode {
  const [cursor, setCursor] = useState<Cursor>({ index: 0, focus: 0 });
  const at = Math.max(0, Math.min(cursor.index, rows.length - 1));
  const now = useRef({ at, last: 0 });
  now.current = { at, last: rows.length - 1 };
  useKeys(() => {
    const move = (next: number): void => setCursor(({ focus }) => ({ index: Math.max(0, Math.min(next, now.current.last)), focus: focus + 1 }));
    const by = (): number => Number(!!document.activeElement?.closest('.virtual'));
    return [
      { key: 'j', label: t('people_key_next'), run: () => move(now.current.at + by()) },
      { key: 'ArrowDown', label: t('people_key_next'), run: () => move(now.current.at + by()) },
      { key: 'k', label: t('people_key_previous'), run: () => move(now.current.at - 1) },
      { key: 'ArrowUp', label: t('people_key_previous'), run: () => move(now.current.at - 1) },
      { key: 'Home', label: t('people_key_first'), run: () => move(0) },
      { key: 'End', label: t('people_key_last'), run: () => move(now.current.last) },
    ];
  }, []);
  return (
    <VirtualList items={rows} rowHeight={60} label={t('accounts')} keyOf={({ id }) => id} cursor={{ index: at, focus: cursor.focus }} inset={() => document.querySelector<HTMLElement>('.people-bar')?.offsetHeight ?? 0}
      render={(row, isCursor, index) => <AccountLine row={row} all={rollUpOf(row.id)} isCursor={isCursor} isAlike={suspects.value?.has(row.id) ?? false} onFocus={() => { if (index !== at) setCursor({ index, focus: 0 }); }} />} />
  );
}
