import { ExternalLink, MessageCircle, MessageCircleReply, UserSearch, UsersRound } from 'lucide';
import type { VNode } from 'preact';
import { coverageOf, roleHint, searchAddress, titlesFor, type Seat, type WantedTitle } from '../../domain/committee.ts';
import type { Touch } from '../../domain/activity.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { COMMITTEE_ROLES } from '../../domain/qualification.ts';
import type { Department } from '../../domain/title.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { openAddress } from '../../platform/tabs.ts';
import { to } from '../state/route.ts';
import { hintText, roleName, toggleRole } from './committee-role.tsx';
import { Icon } from './icon.tsx';

/** In which directions somebody was reached. */
export function reachOf(id: string, touches: readonly Touch[]): { out: boolean; in: boolean } {
  const mine = touches.filter(({ prospectId }) => prospectId === id);
  return { out: mine.some(({ direction }) => direction === 'out'), in: mine.some(({ direction }) => direction === 'in') };
}

/** Has somebody answered, or been written to; in one sign. */
export function ReachMark({ reach }: { reach: { out: boolean; in: boolean } }): VNode | null {
  if (!reach.out && !reach.in) return null;
  const said = t(reach.in ? 'reach_answered' : 'reach_touched');
  return <span class={`reach${reach.in ? ' good-text' : ' muted'}`} title={said}><Icon of={reach.in ? MessageCircleReply : MessageCircle} /><span class="unseen">{said}</span></span>;
}

/** The buying committee of an account: all five parts, who has them, and what to look for where nobody does. */
export function CommitteeCard({ company, people, touches, buys }: { company: string; people: readonly Prospect[]; touches: readonly Touch[]; buys: readonly Department[] }): VNode {
  const byId = new Map(people.map((person) => [person.id, person]));
  const coverage = coverageOf(people.map((person) => {
    const hint = person.committee ? null : roleHint(person.fields.title?.value, person.fields.headline?.value, buys);
    return { id: person.id, ...(person.committee ? { role: person.committee } : {}), ...(hint ? { hint: hint.role } : {}), ...reachOf(person.id, touches) };
  }));
  return (
    <section class="card committee" aria-label={t('committee')} data-testid="committee">
      <header><Icon of={UsersRound} /><h2>{t('committee')}</h2><span class={`chip end number ${coverage.filled === COMMITTEE_ROLES.length ? 'good' : ''}`} data-testid="coverage">{t('committee_coverage', coverage.filled, COMMITTEE_ROLES.length)}</span></header>
      <div class="seats-bar" aria-hidden="true">{coverage.seats.map(({ role, members, reached }) => <span key={role} class={members.length === 0 ? '' : reached > 0 ? 'reached' : 'filled'} />)}</div>
      <p class="small muted">{people.length === 0 ? t('account_no_people') : t('committee_reached', coverage.reached, people.length, coverage.answered)}</p>
      <ul class="seats">{coverage.seats.map((seat) => <SeatRow key={seat.role} seat={seat} byId={byId} touches={touches} company={company} buys={buys} />)}</ul>
    </section>
  );
}

function SeatRow({ seat: { role, members, candidates }, byId, touches, company, buys }: { seat: Seat; byId: Map<string, Prospect>; touches: readonly Touch[]; company: string; buys: readonly Department[] }): VNode {
  const isGap = members.length === 0;
  return (
    <li class={`seat${isGap ? ' gap' : ''}`} data-testid={`seat-${role}`}>
      <h3>{roleName(role)}</h3>
      <div class="stack tight">
        {members.map((id) => {
          const person = byId.get(id)!;
          return <span key={id} class="row"><a class="one-line" dir="auto" href={to('person', id)}>{person.fields.name?.value ?? t('no_name')}</a><span class="small muted one-line grow" dir="auto">{person.fields.title?.value ?? ''}</span><ReachMark reach={reachOf(id, touches)} /></span>;
        })}
        {isGap && <span class="warn-text">{t(`committee_gap_${role.replace('-', '_')}` as MessageName)}</span>}
        {isGap && candidates.slice(0, 3).map((id) => <Candidate key={id} person={byId.get(id)!} buys={buys} />)}
        {isGap && candidates.length === 0 && (
          <span class="row wrap small"><span class="muted"><Icon of={UserSearch} /> {t('committee_look_for')}</span>
            {titlesFor(role, buys).map((wanted) => {
              const title = titleName(wanted);
              return <button key={title} class="chip" title={t('committee_search_hint')} aria-label={t('committee_search', title, company)} onClick={() => void openAddress(searchAddress(company, title))}>{title}<Icon of={ExternalLink} /></button>;
            })}
          </span>
        )}
      </div>
    </li>
  );
}

function Candidate({ person, buys }: { person: Prospect; buys: readonly Department[] }): VNode | null {
  const hint = roleHint(person.fields.title?.value, person.fields.headline?.value, buys);
  return hint && (
    <span class="row small candidate">
      <span class="grow two-lines" dir="auto"><a href={to('person', person.id)}>{person.fields.name?.value ?? t('no_name')}</a> <span class="muted">{hintText(hint)}</span></span>
      <button class="button quiet" aria-label={t('committee_take', person.fields.name?.value ?? t('no_name'), roleName(hint.role))} onClick={() => void toggleRole(person, hint.role)}>{t('take')}</button>
    </span>
  );
}

function titleName({ seniority, department }: WantedTitle): string {
  const of = department && t(`department_${department.replace('-', '_')}` as MessageName);
  if (!seniority) return of ?? '';
  return of ? t(`wanted_${seniority}` as MessageName, of) : t(`seniority_${seniority.replace('-', '_')}` as MessageName);
}
