import { Copy } from 'lucide';
import type { VNode } from 'preact';
import { gapsOf, type AccountRow, type RollUp } from '../../domain/account-row.ts';
import { COMMITTEE_ROLES } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { Avatar } from '../part/avatar.tsx';
import { roleName } from '../part/committee-role.tsx';
import { FitMark } from '../part/fit.tsx';
import { Icon } from '../part/icon.tsx';
import { to } from '../state/route.ts';

/** One account in the list, a link to its page. */
export function AccountLine({ row: { id, name, domain, industry, location, tier }, all, isCursor, isAlike, onFocus }: { row: AccountRow; all: RollUp; isCursor: boolean; isAlike: boolean; onFocus: () => void }): VNode {
  return (
    <a class="account-line" href={to('account', id)} tabIndex={isCursor ? 0 : -1} data-testid="account-row" onFocus={onFocus}>
      <Avatar name={name} size={36} square />
      <span class="row who"><span class="name one-line"><bdi>{name || t('no_name')}</bdi></span>{tier > 0 && <span class="chip accent">{t('tier_short', tier)}</span>}{isAlike && <span class="warn-text" title={t('same_title')}><Icon of={Copy} /><span class="unseen">{t('same_title')}</span></span>}</span>
      <span class="small muted one-line about"><bdi>{[domain, industry, location].filter(Boolean).join(' · ')}</bdi></span>
      {all.people > 0 && <Seats all={all} />}
      <span class="small muted number count">{all.people === 1 ? t('person_one') : t('person_count', all.people)}</span>
      <FitMark fit={all.bestFit} />
    </a>
  );
}

/** The parts of the committee as five dots. */
function Seats({ all }: { all: RollUp }): VNode {
  const missing = COMMITTEE_ROLES.filter((role) => !all.roles.has(role));
  const said = gapsOf(all) === 0 ? t('committee_whole') : t('committee_missing', missing.map(roleName).join(', '));
  return <span class="seat-dots" role="img" aria-label={said} title={said}>{COMMITTEE_ROLES.map((role) => <i key={role} class={all.roles.has(role) ? 'on' : ''} />)}</span>;
}
