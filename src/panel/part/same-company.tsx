import { GitMerge } from 'lucide';
import type { VNode } from 'preact';
import type { Alike } from '../../domain/account-alike.ts';
import type { AccountRow } from '../../domain/account-row.ts';
import type { MatchReason } from '../../domain/company-match.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { mergeSameAccounts, setNotSame } from '../../storage/account-merge.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { to } from '../state/route.ts';
import { Icon } from './icon.tsx';

type Named = Pick<AccountRow, 'id' | 'name'>;

/** Makes one account of two, and says so with an undo. Answers the id of the one that stayed. */
export async function sameCompany(one: Named, other: Named): Promise<string | undefined> {
  let kept: string | undefined;
  const done = await act(t('change_same_company', one.name || t('no_name'), other.name || t('no_name')), async (change) => { kept = await mergeSameAccounts(book, one.id, other.id, change); });
  return done ? kept : undefined;
}

/** Keeps that two accounts are two companies; it is not asked again. */
export function notSameCompany(one: Named, other: Named): Promise<boolean> {
  return act(t('change_not_same', one.name || t('no_name'), other.name || t('no_name')), (change) => setNotSame(book, one.id, other.id, change));
}

/** Why two accounts may be one company, as a sentence. */
export function becauseOf(reasons: readonly MatchReason[]): string {
  return reasons.map(({ code, a, b }) => t(`match_${code.replaceAll('-', '_')}` as MessageName, a, b)).join(', ');
}

/** How sure that is, in a word. */
export function SureMark({ sure }: { sure: number }): VNode {
  return <span class={`chip ${sure >= 0.85 ? 'good' : ''}`}>{t(sure >= 0.85 ? 'match_likely' : 'match_possible')}</span>;
}

/** Another account that this one may be the same company as, with the reason; the rep says which. */
export function SameCompany({ own, other, alike, onKept, both = false }: { own: Named; other: Named; alike: Alike; onKept?: (id: string) => void; /** Names the account itself as well. */ both?: boolean }): VNode {
  return (
    <div class="same-company" data-testid="same-company">
      <div class="grow">
        {both && <p class="row"><a class="strong one-line" dir="auto" href={to('account', own.id)}>{own.name || t('no_name')}</a><SureMark sure={alike.sure} /></p>}
        <p class={both ? 'one-line' : ''}>{!both && <SureMark sure={alike.sure} />} {t(both ? 'same_may_be' : 'same_maybe')} <a class="strong" dir="auto" href={to('account', other.id)}>{other.name || t('no_name')}</a></p>
        <p class="small muted" dir="auto">{t('same_because', becauseOf(alike.reasons))}</p>
      </div>
      <span class="row wrap">
        <button class="button" data-testid="same-yes" onClick={() => void sameCompany(own, other).then((id) => { if (id) onKept?.(id); })}><Icon of={GitMerge} />{t('same_yes')}</button>
        <button class="button quiet" data-testid="same-no" onClick={() => void notSameCompany(own, other)}>{t('same_no')}</button>
      </span>
    </div>
  );
}
