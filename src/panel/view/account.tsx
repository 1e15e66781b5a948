import { ArrowLeft, Download, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { ACCOUNT_FIELDS, type Account, type AccountField } from '../../domain/account.ts';
import type { Field, FieldValue, Source } from '../../domain/provenance.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readAccount, setAccountField, settleAccountSuggestion } from '../../storage/account.ts';
import { setTier } from '../../storage/committee.ts';
import { AccountNumbers } from '../part/account-numbers.tsx';
import { AccountPeople } from '../part/account-people.tsx';
import { Avatar } from '../part/avatar.tsx';
import { CommitteeCard } from '../part/committee.tsx';
import { CustomFields } from '../part/custom-fields.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { FieldRow } from '../part/field.tsx';
import { HistoryCard } from '../part/history.tsx';
import { Icon } from '../part/icon.tsx';
import { notSameCompany, SameCompany, sameCompany } from '../part/same-company.tsx';
import { Segmented } from '../part/segmented.tsx';
import { labelOf, Offer } from '../part/suggestion.tsx';
import { Timeline } from '../part/timeline.tsx';
import { suspects, useAccounts } from '../state/accounts.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { askExport } from '../state/export.ts';
import { useKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';
import '../style/account.css';

const ALWAYS: ReadonlySet<string> = new Set<AccountField>(['name', 'domain', 'industry', 'size', 'revenue', 'model', 'technologies', 'location']);
const HIDDEN: ReadonlySet<string> = new Set<AccountField>(['avatar', 'followers', 'employees']);
const TIERS = ['', '1', '2', '3'] as const;

/** An account's own page in the book. */
export function AccountView({ id }: { id: string }): VNode {
  return (
    <div class="stack">
      <a class="row small back" href={to('accounts')}><Icon of={ArrowLeft} />{t('accounts')}</a>
      <AccountCard key={id} id={id} wide />
    </div>
  );
}

/** An account: its committee and people, what they come to, what is known of it, what happened. */
export function AccountCard({ id, wide = false }: { id: string; wide?: boolean }): VNode {
  const view = useLive(async () => ({ found: await readAccount(book, id) }), [id]);
  if (!view) return <Skeleton />;
  if (!view.found) return <Empty icon={TriangleAlert} title={t('account_gone_title')} text={t('account_gone_text')} />;
  const { account, people, total, touches, followUps, timeline, history, buys } = view.found;
  const name = account.fields.name?.value ?? t('no_name');
  return (
    <article class={`person${wide ? ' wide' : ''}`}>
      <div class="person-main stack">
        <Head account={account} name={name} wide={wide} />
        <MaybeSame id={id} name={name} wide={wide} />
        <Offers account={account} />
        <CommitteeCard company={account.fields.name?.value ?? ''} people={people} touches={touches} buys={buys} />
        <AccountPeople people={people} total={total} touches={touches} />
        <AccountNumbers people={people} touches={touches} followUps={followUps} />
      </div>
      <div class="person-side stack">
        <Fields account={account} />
        <CustomFields kind="account" id={id} custom={account.custom} />
        <Timeline events={timeline} self={id} names={new Map(people.map((person) => [person.id, person.fields.name?.value ?? t('no_name')]))} />
        <HistoryCard entries={history} open={false} />
        {wide && total > 0 && <button class="button" data-testid="export-people" onClick={() => void exportPeople(id, name).catch(report)}><Icon of={Download} />{t('export_people')}</button>}
      </div>
    </article>
  );
}

/** All of them: the page shows only so many. */
async function exportPeople(id: string, name: string): Promise<void> {
  askExport({ of: { ids: await book.prospects.where('accountId').equals(id).primaryKeys(), name } });
}

function Head({ account: { id, fields, tier }, name, wide }: { account: Account; name: string; wide: boolean }): VNode {
  return (
    <header class="person-head">
      <Avatar name={name} size={56} square />
      <div class="grow stack tight">
        <h1 dir="auto" class="two-lines" title={name}>{name}</h1>
        <p class="small muted one-line" dir="auto">{[fields.domain?.value, fields.industry?.value].filter(Boolean).join(' · ')}</p>
        <div class="row wrap"><span class="chip good" data-testid="known">{t('account_known')}</span>{!wide && <a class="small" href={to('account', id)}>{t('open_record')}</a>}</div>
        <div class="tier">
          <span class="small muted">{t('tier')}</span>
          <Segmented label={t('tier')} value={TIERS[tier ?? 0]!} options={TIERS.map((one) => [one, one ? t('tier_short', one) : t('tier_none')] as const)}
            onChange={(value) => void act(value ? t('change_tier', name, value) : t('change_tier_off', name), (change) => setTier(book, id, value ? Number(value) as 1 | 2 | 3 : undefined, change))} />
        </div>
      </div>
    </header>
  );
}

/** Accounts that may be this company; the first is answered by one key as well. */
function MaybeSame({ id, name, wide }: { id: string; name: string; wide: boolean }): VNode | null {
  const accounts = useAccounts();
  const alike = suspects.value?.get(id) ?? [];
  const names = new Map(accounts?.rows.filter((row) => alike.some((one) => one.id === row.id)).map((row) => [row.id, row.name]));
  const kept = (other: string): void => { if (wide && other !== id) go('account', other); };
  const first = alike[0]?.id;
  useKeys(() => {
    if (first === undefined) return undefined;
    const other = { id: first, name: names.get(first) ?? '' };
    return [
      { key: 'y', label: t('key_same'), run: () => void sameCompany({ id, name }, other).then((stayed) => { if (stayed) kept(stayed); }) },
      { key: 'x', label: t('key_not_same'), run: () => void notSameCompany({ id, name }, other) },
    ];
  }, [first, names.get(first ?? ''), name]);
  if (alike.length === 0) return null;
  return (
    <section class="card offers" aria-label={t('same_title')}>
      {alike.map((one) => <SameCompany key={one.id} own={{ id, name }} other={{ id: one.id, name: names.get(one.id) ?? '' }} alike={one} onKept={kept} />)}
    </section>
  );
}

/** What a less trusted source says differently of the company. */
function Offers({ account }: { account: Account }): VNode | null {
  const offers = Object.entries(account.suggestions) as [AccountField, Field][];
  if (offers.length === 0) return null;
  const settle = (name: AccountField, take: boolean): void => void act(t(take ? 'change_field' : 'change_left', labelOf(name)), (change) => settleAccountSuggestion(book, account.id, name, take, change));
  return (
    <section class="card offers" aria-label={t('suggestions')}>
      <h3>{t('suggestions')}</h3>
      {offers.map(([name, offer]) => <Offer key={name} name={name} now={account.fields[name]} next={offer} onTake={() => settle(name, true)} onLeave={() => settle(name, false)} />)}
    </section>
  );
}

function Fields({ account }: { account: Account }): VNode {
  const fields = account.fields as Record<string, { value: FieldValue; source: Source; at: number } | undefined>;
  return (
    <section class="card fields" aria-label={t('fields')}>
      {ACCOUNT_FIELDS.filter((field) => !HIDDEN.has(field) && (ALWAYS.has(field) || fields[field])).map((field) => (
        <FieldRow key={field} name={field} value={fields[field]?.value} source={fields[field]?.source} {...(fields[field] ? { at: fields[field].at } : {})}
          onChange={(value) => void act(t('change_field', t(`field_${field}` as MessageName)), (change) => setAccountField(book, account.id, field, value, change))} />
      ))}
    </section>
  );
}
