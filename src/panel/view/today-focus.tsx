import { AlarmClock, Check, CircleOff, ExternalLink, MessageSquareText, SkipForward } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { QueueEntry } from '../../domain/queue.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { openAddress } from '../../platform/tabs.ts';
import { logAndSettle } from '../state/today-log.ts';
import { readFocus, type FocusRows } from '../../storage/morning.ts';
import { Avatar } from '../part/avatar.tsx';
import { FitMark } from '../part/fit.tsx';
import { Icon } from '../part/icon.tsx';
import { LogPad } from '../part/log-pad.tsx';
import { SnoozeChoice } from '../part/snooze-choice.tsx';
import { book, useLive } from '../state/book.ts';
import { now, zone } from '../state/clock.ts';
import { bindKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';
import { done, drop, skipOver, snooze } from '../state/today-act.ts';
import type { Queue } from '../state/today.ts';
import { channelWord } from '../state/words.ts';
import { TodayFacts } from './today-facts.tsx';
import { nameOf } from './today-list.tsx';
import { TodayMessage } from './today-message.tsx';

/** One person, big: who it is, why now, what was last, the message filled in, and all that can be done by one key each. */
export function TodayFocus({ entry, queue }: { entry: QueueEntry; queue: Queue }): VNode {
  const rows = useLive(() => readFocus(book, entry.followUpId), [entry.followUpId]);
  const [asked, setAsked] = useState<'snooze' | 'log' | null>(null);
  const { order } = queue;
  const name = nameOf(queue, entry);
  const followUp = queue.followUps.get(entry.followUpId);
  const stop = rows?.prospect?.doNotContact;
  const profile = rows?.prospect?.fields.profiles?.value[0];
  const open = (): void => { if (profile) void openAddress(profile); };
  const finish = (): void => void (stop ? drop : done)(entry, order, name);
  const skipThis = (): void => skipOver(entry, order, name);
  useLayoutEffect(() => bindKeys([
    { key: 'o', label: t('key_open'), run: open },
    ...(stop || !rows?.prospect ? [] : [{ key: 'l', label: t('key_log'), run: () => setAsked('log') }]),
    { key: 'd', label: stop ? t('key_drop') : t('key_done'), run: finish },
    { key: 'z', label: t('key_snooze'), run: () => setAsked('snooze') },
    { key: 's', label: t('key_skip'), run: skipThis },
    { key: 'Enter', label: t('key_record'), run: () => enter(entry.prospectId) },
  ]), [entry.key, order, name, stop, profile, rows === undefined]);

  return (
    <article class="card today-focus" data-testid="today-focus" aria-label={name}>
      <div class="row">
        <Avatar name={name} size={48} />
        <div class="grow">
          <div class="row"><h2 class="one-line"><a dir="auto" class="today-name" href={to('person', entry.prospectId)}>{name}</a></h2>{rows?.prospect?.fit && <FitMark fit={rows.prospect.fit.fit} coverage={rows.prospect.fit.coverage} />}</div>
          <Role rows={rows} />
        </div>
        <span class={`level p${entry.level}`} title={t('priority')}>{`P${entry.level}`}</span>
      </div>
      <div class="row wrap today-chips">
        <span class="chip warn">{formatWhen(entry.dueAt, now.value, zone(), uiLocale())}</span>
        {entry.channel && <span class="chip">{channelWord(entry.channel)}</span>}
        {entry.skippedAt !== undefined && <span class="chip accent">{t('today_group_skipped')}</span>}
      </div>
      {followUp?.text && <p class="today-task" dir="auto">{followUp.text}</p>}
      {stop && <p class="banner bad" role="alert" data-testid="today-stop"><Icon of={CircleOff} /><span dir="auto">{stop.reason ? t('today_stop_reason', stop.reason) : t('today_stop')}</span></p>}
      {rows && <TodayFacts rows={rows} />}
      {rows?.prospect && followUp && !stop && <TodayMessage key={entry.key} prospect={rows.prospect} followUp={followUp} isQuiet={asked !== null} onSent={(channel, extra) => logAndSettle(entry, order, name, { channel, direction: 'out', outcome: 'sent', ...extra }).then(() => true)} />}
      {asked === 'snooze' && <SnoozeChoice onChoose={(dueAt) => void snooze(entry, order, name, dueAt)} onClose={() => setAsked(null)} />}
      {asked === 'log' && rows?.prospect && !stop && <LogPad entry={entry} order={order} name={name} {...(followUp ? { followUp } : {})} onClose={() => setAsked(null)} />}
      {asked === null && (
        <div class="row wrap today-moves">
          <Do icon={stop ? CircleOff : Check} name={t(stop ? 'today_drop' : 'done')} letter="D" first run={finish} />
          {!stop && rows?.prospect && <Do icon={MessageSquareText} name={t('today_log')} letter="L" run={() => setAsked('log')} />}
          <Do icon={AlarmClock} name={t('snooze')} letter="Z" run={() => setAsked('snooze')} />
          <Do icon={SkipForward} name={t('today_skip')} letter="S" run={skipThis} />
          {profile && <Do icon={ExternalLink} name={t('open_profile')} letter="O" run={open} />}
        </div>
      )}
    </article>
  );
}

function Role({ rows }: { rows: FocusRows | undefined }): VNode {
  const fields = rows?.prospect?.fields;
  return <p class="small muted two-lines today-role" dir="auto">{[fields?.title?.value ?? fields?.headline?.value, rows?.account?.fields.name?.value ?? fields?.company?.value].filter(Boolean).join(' · ')}</p>;
}

function Do({ icon, name, letter, first = false, run }: { icon: IconNode; name: string; letter: string; first?: boolean; run: () => void }): VNode {
  return <button type="button" class={`button${first ? ' primary' : ' quiet'}`} aria-keyshortcuts={letter.toLowerCase()} title={`${name} (${letter})`} aria-label={name} onClick={run}><Icon of={icon} />{name}<kbd aria-hidden="true">{letter}</kbd></button>;
}

/** A button or link that has the focus is pressed; anywhere else Enter opens the record. */
function enter(prospectId: string): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('button, a')) activeElement.click();
  else go('person', prospectId);
}
