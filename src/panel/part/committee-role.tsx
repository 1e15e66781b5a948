import { UsersRound } from 'lucide';
import type { VNode } from 'preact';
import { roleHint, type RoleHint } from '../../domain/committee.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { COMMITTEE_ROLES, type CommitteeRole } from '../../domain/qualification.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { buyingDepartments, setCommittee } from '../../storage/committee.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import '../style/account.css';
import { Section } from './section.tsx';

/** The key of each part of the committee; pressed again it takes the part away. */
export const ROLE_KEYS: Record<CommitteeRole, string> = { 'decision-maker': 'D', champion: 'C', influencer: 'I', gatekeeper: 'G', user: 'U' };

export function roleName(role: CommitteeRole): string {
  return t(`committee_${role.replace('-', '_')}` as MessageName);
}

/** Why a title speaks for a part, with the title. */
export function hintText({ reason, evidence }: RoleHint): string {
  return t(`committee_why_${reason.replace('-', '_')}` as MessageName, evidence);
}

/** Sets a part, or takes it away when it is the one that is set. */
export function toggleRole({ id, committee, fields }: Prospect, role: CommitteeRole): Promise<boolean> {
  const name = fields.name?.value ?? t('no_name');
  const next = committee === role ? undefined : role;
  return act(next ? t('change_committee', name, roleName(next)) : t('change_committee_off', name), (change) => setCommittee(book, id, next, change));
}

/** Somebody's part in the buying committee: by a click or one key; what the title suggests is offered, never set by itself. */
export function CommitteeRoleCard({ prospect }: { prospect: Prospect }): VNode {
  const buys = useLive(() => buyingDepartments(book), []);
  useKeys(() => COMMITTEE_ROLES.map((role) => ({ key: ROLE_KEYS[role], label: t('key_committee', roleName(role)), run: () => void toggleRole(prospect, role) })), [prospect]);
  const hint = prospect.committee || !buys ? null : roleHint(prospect.fields.title?.value, prospect.fields.headline?.value, buys);
  return (
    <Section icon={UsersRound} title={t('committee')}>
      <div class="row wrap roles" role="group" aria-label={t('committee')}>
        {COMMITTEE_ROLES.map((role) => (
          <button key={role} class={`chip${prospect.committee === role ? ' accent' : ''}`} aria-pressed={prospect.committee === role} aria-keyshortcuts={`Shift+${ROLE_KEYS[role]}`} data-testid={`role-${role}`} onClick={() => void toggleRole(prospect, role)}>
            {roleName(role)}<kbd aria-hidden="true">{ROLE_KEYS[role]}</kbd>
          </button>
        ))}
      </div>
      {hint && (
        <p class="row small" data-testid="role-hint">
          <span class="grow muted" dir="auto">{t('committee_hint', roleName(hint.role), hintText(hint))}</span>
          <button class="button quiet" onClick={() => void toggleRole(prospect, hint.role)}>{t('take')}</button>
        </p>
      )}
    </Section>
  );
}
