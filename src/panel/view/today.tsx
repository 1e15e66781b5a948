import { AlarmClock, Check, CircleCheckBig, ExternalLink } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FollowUp } from '../../domain/activity.ts';
import { byWorth } from '../../domain/queue.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { snoozes } from '../../domain/snooze.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { openAddress } from '../../platform/tabs.ts';
import { followUpsDue, nextDueAfter } from '../../storage/due.ts';
import { settleFollowUp } from '../../storage/person.ts';
import { Avatar } from '../part/avatar.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { FitMark } from '../part/fit.tsx';
import { Icon } from '../part/icon.tsx';
import { TodayAids } from '../part/today-aids.tsx';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { now, zone } from '../state/clock.ts';
import { bindKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';

interface Item {
  followUp: FollowUp;
  prospect: Prospect | undefined;
}

/** The morning's queue: what is due, the most worthwhile first; done, snooze and open without the mouse. */
export function TodayView(): VNode {
  const time = now.value;
  const state = useLive(async () => {
    const due = await followUpsDue(book, time);
    const people = await book.prospects.bulkGet(due.map(({ prospectId }) => prospectId));
    const items = byWorth(due.map((followUp, at) => ({ followUp, prospect: people[at] })), time);
    return { items, next: await nextDueAfter(book, time) };
  }, [time]);
  const [at, setAt] = useState(0);
  const [snoozing, setSnoozing] = useState('');
  const items = state?.items ?? [];
  const current = Math.min(at, items.length - 1);

  useEffect(() => bindKeys([
    { key: 'j', label: t('key_next'), run: () => move(1) },
    { key: 'ArrowDown', label: t('key_next'), run: () => move(1) },
    { key: 'k', label: t('key_previous'), run: () => move(-1) },
    { key: 'ArrowUp', label: t('key_previous'), run: () => move(-1) },
    { key: 'd', label: t('key_done'), run: () => items[current] && done(items[current]) },
    { key: 'z', label: t('key_snooze'), run: () => items[current] && setSnoozing(items[current].followUp.id) },
    { key: 'o', label: t('key_open'), run: () => items[current] && open(items[current]) },
    { key: 'Enter', label: t('key_record'), run: () => items[current] && go('person', items[current].followUp.prospectId) },
  ]), [items, current]);
  const move = (by: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, current + by));
    setAt(next);
    document.querySelectorAll('[data-testid=today-item]')[next]?.scrollIntoView({ block: 'nearest' });
  };

  if (!state) return <Skeleton />;
  if (items.length === 0) {
    return <Empty icon={CircleCheckBig} title={t('today_clear_title')} text={state.next ? t('today_next', formatWhen(state.next, time, zone(), uiLocale())) : t('today_clear_text')} />;
  }
  return (
    <div class="stack">
      <header class="view-head"><h1>{t('today')}</h1><span class="muted number">{items.length === 1 ? t('today_one') : t('today_count', items.length)}</span></header>
      <TodayAids />
      <ul class="stack tight queue">
        {items.map((item, index) => (
          <QueueItem key={item.followUp.id} item={item} current={index === current} snoozing={snoozing === item.followUp.id}
            onFocus={() => setAt(index)} onSnoozing={(yes) => setSnoozing(yes ? item.followUp.id : '')} />
        ))}
      </ul>
    </div>
  );
}

function QueueItem({ item, current, snoozing, onFocus, onSnoozing }: { item: Item; current: boolean; snoozing: boolean; onFocus: () => void; onSnoozing: (yes: boolean) => void }): VNode {
  const { followUp, prospect } = item;
  const name = nameOf(item);
  return (
    <li class={`card queue-item${current ? ' current' : ''}`} data-testid="today-item" aria-current={current} onFocusCapture={onFocus}>
      <div class="row">
        <Avatar name={name} size={36} />
        <div class="grow">
          <div class="row"><a class="strong one-line" dir="auto" href={to('person', followUp.prospectId)}>{name}</a>{prospect?.fit && <FitMark fit={prospect.fit.fit} coverage={prospect.fit.coverage} />}</div>
          <p class="small muted one-line" dir="auto">{[prospect?.fields.title?.value ?? prospect?.fields.headline?.value, prospect?.fields.company?.value].filter(Boolean).join(' · ')}</p>
        </div>
        <span class="chip warn">{formatWhen(followUp.dueAt, now.value, zone(), uiLocale())}</span>
      </div>
      {followUp.text && <p dir="auto">{followUp.text}</p>}
      {snoozing
        ? (
          <div class="row wrap" role="group" aria-label={t('snooze')} onKeyDown={(event) => { if (event.key === 'Escape') onSnoozing(false); }}>
            {snoozes(Date.now(), zone()).map(({ id, dueAt }, index) => (
              <button key={id} class="chip" ref={(button) => { if (index === 0 && button && !button.parentElement?.contains(document.activeElement)) button.focus(); }}
                onClick={() => { onSnoozing(false); void act(t('change_snoozed', name, formatWhen(dueAt, Date.now(), zone(), uiLocale())), (change) => settleFollowUp(book, followUp.id, { dueAt }, change)); }}>
                {t(`snooze_${id}` as MessageName)}
              </button>
            ))}
          </div>
        )
        : (
          <div class="row wrap">
            <button class="button" onClick={() => done(item)}><Icon of={Check} />{t('done')}</button>
            <button class="button quiet" onClick={() => onSnoozing(true)}><Icon of={AlarmClock} />{t('snooze')}</button>
            {profileOf(item) && <button class="button quiet end" onClick={() => open(item)}><Icon of={ExternalLink} />{t('open_profile')}</button>}
          </div>
        )}
    </li>
  );
}

function done(item: Item): void {
  void act(t('change_done', nameOf(item)), (change) => settleFollowUp(book, item.followUp.id, 'done', change));
}

function open(item: Item): void {
  const profile = profileOf(item);
  if (profile) void openAddress(profile);
}

function profileOf({ prospect }: Item): string | undefined {
  return prospect?.fields.profiles?.value[0];
}

function nameOf({ prospect }: Item): string {
  return prospect?.fields.name?.value ?? t('no_name');
}
