import { ArrowLeft, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { ACCOUNT_FIELDS, type AccountField } from '../../domain/account.ts';
import type { FieldValue, Source } from '../../domain/provenance.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { readAccount, setAccountField } from '../../storage/account.ts';
import { Avatar } from '../part/avatar.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { FieldRow } from '../part/field.tsx';
import { FitMark } from '../part/fit.tsx';
import { HistoryCard } from '../part/history.tsx';
import { Icon } from '../part/icon.tsx';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';

const ALWAYS: ReadonlySet<string> = new Set<AccountField>(['name', 'domain', 'industry', 'size', 'location']);
const HIDDEN: ReadonlySet<string> = new Set<AccountField>(['avatar', 'followers', 'employees']);

/** An account's own page in the book. */
export function AccountView({ id }: { id: string }): VNode {
  return (
    <div class="stack">
      <a class="row small back" href={to('accounts')}><Icon of={ArrowLeft} />{t('accounts')}</a>
      <AccountCard key={id} id={id} wide />
    </div>
  );
}

/** An account: who works there, what is known of it, what happened. */
export function AccountCard({ id, wide = false }: { id: string; wide?: boolean }): VNode {
  const view = useLive(async () => ({ found: await readAccount(book, id) }), [id]);
  if (!view) return <Skeleton />;
  if (!view.found) return <Empty icon={TriangleAlert} title={t('account_gone_title')} text={t('account_gone_text')} />;
  const { account, people, history } = view.found;
  const name = account.fields.name?.value ?? t('no_name');
  const fields = account.fields as Record<string, { value: FieldValue; source: Source; at: number } | undefined>;
  return (
    <article class={`person${wide ? ' wide' : ''}`}>
      <div class="person-main stack">
        <header class="person-head">
          <Avatar name={name} size={56} square />
          <div class="grow stack tight">
            <h1 dir="auto" class="two-lines">{name}</h1>
            <p class="small muted one-line" dir="auto">{[account.fields.domain?.value, account.fields.industry?.value].filter(Boolean).join(' · ')}</p>
            <span class="row wrap"><span class="chip good" data-testid="known">{t('account_known')}</span>{!wide && <a class="small" href={to('account', id)}>{t('open_record')}</a>}</span>
          </div>
        </header>
        <section class="card" aria-label={t('people')}>
          <header><h2>{t('people')}</h2><span class="muted number">{people.length}</span></header>
          {people.length === 0 && <p class="muted">{t('account_no_people')}</p>}
          <ul class="stack tight">
            {people.map((person) => (
              <li key={person.id} class="row">
                <Avatar name={person.fields.name?.value ?? ''} size={28} />
                <span class="grow"><a class="one-line block" dir="auto" href={to('person', person.id)}>{person.fields.name?.value ?? t('no_name')}</a><span class="small muted one-line block" dir="auto">{person.fields.title?.value ?? person.fields.headline?.value ?? ''}</span></span>
                <FitMark fit={person.fit?.fit ?? -1} coverage={person.fit?.coverage ?? 0} />
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div class="person-side stack">
        <section class="card fields" aria-label={t('fields')}>
          {ACCOUNT_FIELDS.filter((field) => !HIDDEN.has(field) && (ALWAYS.has(field) || fields[field])).map((field) => (
            <FieldRow key={field} name={field} value={fields[field]?.value} source={fields[field]?.source} {...(fields[field] ? { at: fields[field].at } : {})}
              onChange={(value) => void act(t('change_field', t(`field_${field}` as MessageName)), (change) => setAccountField(book, id, field, value, change))} />
          ))}
        </section>
        <HistoryCard entries={history} open={wide} />
      </div>
    </article>
  );
}
