import { BellPlus, CalendarClock, Check, CircleOff, ExternalLink, Eye, Undo2, X } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { wayBack } from '../../domain/aside.ts';
import type { InboxGroup } from '../../domain/inbox.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { openSignals } from '../../domain/signal.ts';
import { t } from '../../platform/locale.ts';
import { openAddress } from '../../platform/tabs.ts';
import type { InboxItem } from '../../storage/inbox.ts';
import { AsideForm } from '../part/aside-form.tsx';
import { Gain } from '../part/aside-banner.tsx';
import { Avatar } from '../part/avatar.tsx';
import { DoNotContactMark } from '../part/do-not-contact.tsx';
import { FitMark } from '../part/fit.tsx';
import { Icon } from '../part/icon.tsx';
import { WhyNow } from '../part/why-now.tsx';
import { now } from '../state/clock.ts';
import { accept, asking, back, followSignals, leave, nameOf, wait } from '../state/decide.ts';
import { to } from '../state/route.ts';
import { dateWord, leadSourceWord, reasonWord, stageWord } from '../state/words.ts';

/** Somebody who waits in the inbox: who it is, why they wait, and what can be done about it. */
export function InboxCard({ group, item, current, onFocus }: { group: InboxGroup; item: InboxItem; current: boolean; onFocus: () => void }): VNode {
  const { prospect } = item;
  const name = nameOf(prospect);
  const profile = prospect.fields.profiles?.value[0];
  const asked = asking.value?.id === prospect.id ? asking.value.what : undefined;
  return (
    <li class={`card queue-item${current ? ' current' : ''}`} data-testid="inbox-item" aria-current={current} onFocusCapture={onFocus} onClick={onFocus}>
      <div class="row">
        <Avatar name={name} size={36} />
        <div class="grow">
          <div class="row"><a class="strong one-line" dir="auto" href={to('person', prospect.id)}>{name}</a><DoNotContactMark of={prospect} />{prospect.fit && <FitMark fit={prospect.fit.fit} coverage={prospect.fit.coverage} />}</div>
          <p class="small muted one-line" dir="auto">{[prospect.fields.title?.value ?? prospect.fields.headline?.value, prospect.fields.company?.value].filter(Boolean).join(' · ')}</p>
        </div>
        {profile && <button class="button quiet icon-only" aria-label={t('open_profile')} title={`${t('open_profile')} (O)`} onClick={() => void openAddress(profile)}><Icon of={ExternalLink} /></button>}
      </div>
      {group === 'signals' && openSignals(prospect).slice(0, 4).map((signal) => <WhyNow key={signal.id} signal={signal} />)}
      {group === 'leads' && <Came prospect={prospect} at={item.at} />}
      {group === 'back' && <Waits item={item} />}
      {asked ? <AsideForm key={asked} prospect={prospect} what={asked} /> : <Moves group={group} prospect={prospect} />}
    </li>
  );
}

function Moves({ group, prospect }: { group: InboxGroup; prospect: Prospect }): VNode {
  const { id, aside } = prospect;
  return (
    <div class="row wrap inbox-moves">
      {group === 'signals' && <>
        <Do icon={BellPlus} name={t('signal_act')} letter="F" first run={() => void followSignals(prospect, 'morning')} />
        <Do icon={X} name={t('signal_leave')} letter="X" run={() => void leave(prospect)} />
      </>}
      {group === 'leads' && <>
        <Do icon={Check} name={t('lead_accept')} letter="A" first run={() => void accept(prospect)} />
        <Do icon={X} name={t('lead_reject')} letter="X" run={() => { asking.value = { id, what: 'reject' }; }} />
        <Do icon={CalendarClock} name={t('not_now')} letter="Z" run={() => { asking.value = { id, what: 'not-now' }; }} />
      </>}
      {group === 'back' && <>
        <Do icon={Undo2} name={t('bring_back')} hint={t('aside_bring_back', stageWord(wayBack(prospect)))} letter="W" first run={() => void back(prospect)} />
        {aside?.rescoreAt !== undefined && aside.resumeAt !== undefined && aside.rescoreAt <= now.value && <Do icon={Eye} name={t('inbox_wait_on')} letter="L" run={() => void wait(prospect)} />}
        <Do icon={CalendarClock} name={t('key_date')} letter="Z" run={() => { asking.value = { id, what: 'not-now' }; }} />
        <Do icon={CircleOff} name={t('disqualify')} letter="X" run={() => { asking.value = { id, what: 'disqualify' }; }} />
      </>}
    </div>
  );
}

function Do({ icon, name, hint = name, letter, first = false, run }: { icon: IconNode; name: string; hint?: string; letter: string; first?: boolean; run: () => void }): VNode {
  return <button class={`button${first ? '' : ' quiet'}`} title={`${hint} (${letter})`} aria-keyshortcuts={letter.toLowerCase()} onClick={run}><Icon of={icon} />{name}</button>;
}

function Came({ prospect, at }: { prospect: Prospect; at: number }): VNode {
  const from = [prospect.leadSource && leadSourceWord(prospect.leadSource), prospect.sourceDetail, prospect.campaign].filter(Boolean).join(' · ');
  return <p class="small" dir="auto">{t('inbox_came', dateWord(at))}{from && ` · ${t('inbox_from', from)}`}</p>;
}

function BackChip({ item: { prospect: { aside }, at } }: { item: InboxItem }): VNode {
  if (aside?.resumeAt === undefined) return <span class="chip bad">{t('inbox_no_date')}</span>;
  const look = at < aside.resumeAt;
  return at <= now.value
    ? <span class="chip warn">{t(look ? 'inbox_due_look' : 'inbox_due_back')}</span>
    : <span class="chip">{look ? t('inbox_look', dateWord(at)) : t('inbox_comes_back')}</span>;
}

function Waits({ item }: { item: InboxItem }): VNode {
  const { prospect } = item;
  const { aside } = prospect;
  if (!aside) return <p class="small">{t('inbox_no_date_text')}</p>;
  return (
    <>
      <p class="row wrap small"><BackChip item={item} /><span dir="auto">{[aside.reason !== 'other' && reasonWord(aside.reason), aside.note, aside.resumeAt !== undefined && t(aside.resumeAt <= now.value ? 'aside_was_due' : 'aside_back_on', dateWord(aside.resumeAt))].filter(Boolean).join(' · ')}</span></p>
      <Gain prospect={prospect} />
    </>
  );
}
