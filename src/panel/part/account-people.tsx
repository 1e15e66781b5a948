import { Users } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Touch } from '../../domain/activity.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { COMMITTEE_ROLES, type CommitteeRole } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { setCommittee } from '../../storage/committee.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import { Avatar } from './avatar.tsx';
import { ROLE_KEYS, roleName, toggleRole } from './committee-role.tsx';
import { reachOf, ReachMark } from './committee.tsx';
import { DoNotContactMark } from './do-not-contact.tsx';
import { FitMark } from './fit.tsx';
import { Icon } from './icon.tsx';

const FIRST = 12;

/** Who works there, best fit first: their part in the committee by a menu, or for the one that is focused by one key. */
export function AccountPeople({ people, total, touches }: { people: readonly Prospect[]; total: number; touches: readonly Touch[] }): VNode {
  const [limit, setLimit] = useState(FIRST);
  const list = useRef<HTMLUListElement>(null);
  const shown = people.slice(0, limit);
  const now = useRef(shown);
  now.current = shown;
  useKeys(() => {
    const links = (): HTMLElement[] => [...list.current?.querySelectorAll<HTMLElement>('a') ?? []];
    const at = (): number => links().findIndex((one) => one.closest('li')!.contains(document.activeElement));
    const move = (by: number): void => links()[Math.max(0, Math.min(at() + by, links().length - 1))]?.focus();
    return [
      { key: 'j', label: t('people_key_next'), run: () => move(1) },
      { key: 'k', label: t('people_key_previous'), run: () => move(-1) },
      ...COMMITTEE_ROLES.map((role) => ({
        key: ROLE_KEYS[role], label: t('key_committee_focused', roleName(role)),
        run: () => { const person = now.current[at()]; if (person) void toggleRole(person, role); },
      })),
    ];
  }, []);
  return (
    <section class="card" aria-label={t('people')}>
      <header><Icon of={Users} /><h2>{t('people')}</h2><span class="muted number">{total}</span></header>
      {people.length === 0 && <p class="muted">{t('account_no_people')}</p>}
      <ul class="stack tight" ref={list}>
        {shown.map((person) => (
          <li key={person.id} class="row account-person" data-testid="account-person">
            <Avatar name={person.fields.name?.value ?? ''} size={28} />
            <span class="grow"><a class="one-line block" dir="auto" href={to('person', person.id)}>{person.fields.name?.value ?? t('no_name')}</a><span class="small muted one-line block" dir="auto">{person.fields.title?.value ?? person.fields.headline?.value ?? ''}</span></span>
            <DoNotContactMark of={person} />
            <ReachMark reach={reachOf(person.id, touches)} />
            <RoleMenu person={person} />
            <FitMark fit={person.fit?.fit ?? -1} coverage={person.fit?.coverage ?? 0} />
          </li>
        ))}
      </ul>
      {people.length > limit && <button class="button quiet" onClick={() => setLimit(limit + 30)}>{t('show_more', people.length - limit)}</button>}
      {total > people.length && limit >= people.length && <p class="small muted">{t('account_people_some', people.length, total)}</p>}
    </section>
  );
}

function RoleMenu({ person }: { person: Prospect }): VNode {
  const name = person.fields.name?.value ?? t('no_name');
  return (
    <select class={`input role-menu${person.committee ? ' set' : ''}`} aria-label={t('committee_of', name)} value={person.committee ?? ''} data-testid="role-menu" onChange={(event) => {
      const role = (event.currentTarget.value || undefined) as CommitteeRole | undefined;
      void act(role ? t('change_committee', name, roleName(role)) : t('change_committee_off', name), (change) => setCommittee(book, person.id, role, change));
    }}>
      <option value="">{t('committee_none')}</option>
      {COMMITTEE_ROLES.map((role) => <option key={role} value={role}>{roleName(role)}</option>)}
    </select>
  );
}
