import { Building2 } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { listAccounts } from '../../storage/account.ts';
import { Avatar } from '../part/avatar.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { VirtualList } from '../part/virtual-list.tsx';
import { book, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';

/** All accounts, by name, with the number of their people. */
export function AccountsView(): VNode {
  const accounts = useLive(() => listAccounts(book), []);
  const [words, setWords] = useState('');
  if (!accounts) return <Skeleton />;
  if (accounts.length === 0) return <Empty icon={Building2} title={t('accounts_none_title')} text={t('accounts_none_text')} />;
  const wanted = fold(words);
  const shown = accounts.filter(({ name, domain, industry }) => fold(`${name} ${domain} ${industry}`).includes(wanted));
  return (
    <div class="stack list-view">
      <header class="view-head"><h1>{t('accounts')}</h1><span class="muted number">{accounts.length}</span></header>
      <input class="input" type="search" value={words} placeholder={t('accounts_search')} aria-label={t('accounts_search')} onInput={(event) => setWords(event.currentTarget.value)} />
      <VirtualList items={shown} rowHeight={52} label={t('accounts')} keyOf={({ id }) => id} render={({ id, name, domain, industry, location, people }) => (
        <a class="row account-row" href={to('account', id)} data-testid="account-row">
          <Avatar name={name} size={32} square />
          <span class="grow"><span class="strong one-line block" dir="auto">{name || t('no_name')}</span><span class="small muted one-line block" dir="auto">{[domain, industry, location].filter(Boolean).join(' · ')}</span></span>
          <span class="small muted number">{people === 1 ? t('person_one') : t('person_count', people)}</span>
        </a>
      )} />
    </div>
  );
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
