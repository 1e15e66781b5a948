import { AlarmClock, Check, CircleOff, ExternalLink, MapPin, MessageSquareText, SkipForward } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FollowUp } from '../../domain/activity.ts';
import { after, type QueueEntry } from '../../domain/queue.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { openAddress } from '../../platform/tabs.ts';
import { readFocus, type FocusRows } from '../../storage/morning.ts';
import { Avatar } from '../part/avatar.tsx';
import { FitMark } from '../part/fit.tsx';
import { Icon } from '../part/icon.tsx';
import { SnoozeChoice } from '../part/snooze-choice.tsx';
import { TouchPad } from '../part/touch-pad.tsx';
import { book, useLive } from '../state/book.ts';
import { now, zone } from '../state/clock.ts';
import { useKeys } from '../state/key.ts';
import { untilWord } from '../state/meeting.ts';
import { go, to } from '../state/route.ts';
import { done, drop, skipOver, snooze } from '../state/today-act.ts';
import { logAndSettle } from '../state/today-log.ts';
import type { Queue } from '../state/today.ts';
import type { TouchExtra } from '../state/touch.ts';
import { channelWord, reasonWord } from '../state/words.ts';
import { TodayFacts } from './today-facts.tsx';
import { nameOf } from './today-list.tsx';
import { TodayMessage } from './today-message.tsx';

/** One person, big: who it is, why now, what was last, the message filled in, and all that can be done by one key each. */
export function TodayFocus({ entry, queue }: { entry: QueueEntry; queue: Queue }): VNode {
  const rows = useRows(entry, queue);
  const [wish, setAsked] = useState<'snooze' | 'log' | null>(null);
  const { order } = queue;
  const name = nameOf(queue, entry);
  const followUp = rows?.followUp;
  const stop = rows?.prospect?.doNotContact;
  const mayLog = !stop && (rows === undefined || rows.prospect !== undefined);
  const asked = wish === 'log' && !mayLog ? null : wish;
  const profile = rows?.prospect?.fields.profiles?.value[0];
  const open = (): void => { if (profile) void openAddress(profile); };
  const finish = (): void => void (stop ? drop : done)(entry, order, name);
  const skipThis = (): void => skipOver(entry, order, name);
  useKeys(() => [
    { key: 'o', label: t('key_open'), run: open },
    ...(mayLog ? [{ key: 'l', label: t('key_log'), run: () => setAsked('log') }] : []),
    { key: 'd', label: stop ? t('key_drop') : t('key_done'), run: finish },
    { key: 'z', label: t('key_snooze'), run: () => setAsked('snooze') },
    { key: 's', label: t('key_skip'), run: skipThis },
    { key: 'Enter', label: t('key_record'), run: () => enter(entry.prospectId) },
  ], [entry.key, order, name, stop, profile, mayLog]);
  // until the pad is there a number must not lead to another place
  useKeys(() => (asked === 'log' ? [...'123456789'].map((key) => ({ key, label: t('today_log'), run: () => undefined })) : undefined), [asked]);

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
        {followUp?.endsAt !== undefined && <span class="chip" data-testid="today-until">{untilWord(followUp)}</span>}
        {followUp?.place && <span class="chip" dir="auto" data-testid="today-place"><Icon of={MapPin} />{followUp.place}</span>}
        {entry.skippedAt !== undefined && <span class="chip accent">{t('today_group_skipped')}</span>}
      </div>
      {followUp?.text && <p class="today-task" dir="auto">{followUp.text}</p>}
      {stop && <p class="banner bad" role="alert" data-testid="today-stop"><Icon of={CircleOff} /><span dir="auto">{stop.reason ? t('today_stop_reason', reasonWord(stop.reason)) : t('today_stop')}</span></p>}
      {rows && <TodayFacts rows={rows} />}
      {rows?.prospect && followUp && !stop && <TodayMessage key={entry.key} prospect={rows.prospect} followUp={followUp} channel={entry.channel} isQuiet={asked !== null} onSent={(channel, extra) => logAndSettle(entry, order, name, { channel, direction: 'out', outcome: 'sent', ...extra }).then(() => true)} />}
      {asked === 'snooze' && <SnoozeChoice onChoose={(dueAt) => void snooze(entry, order, name, dueAt)} onClose={() => setAsked(null)} />}
      {asked === 'log' && rows?.prospect && !stop && (
        <TouchPad prospect={rows.prospect} {...(entry.channel ? { channel: entry.channel } : {})} extra={belongsTo(followUp)} onClose={() => setAsked(null)}
          record={async (_who, channel, direction, outcome, extra) => {
            await logAndSettle(entry, order, name, { channel, direction, outcome, ...extra });
            return true;
          }} />
      )}
      {asked === null && (
        <div class="row wrap today-moves">
          <Do icon={stop ? CircleOff : Check} name={t(stop ? 'today_drop' : 'done')} letter="D" first run={finish} />
          {mayLog && <Do icon={MessageSquareText} name={t('today_log')} letter="L" run={() => setAsked('log')} />}
          <Do icon={AlarmClock} name={t('snooze')} letter="Z" run={() => setAsked('snooze')} />
          <Do icon={SkipForward} name={t('today_skip')} letter="S" run={skipThis} />
          {profile && <Do icon={ExternalLink} name={t('open_profile')} letter="O" run={open} />}
        </div>
      )}
    </article>
  );
}

/** Rows read ahead, by follow-up: the next one stands there with all that is known as soon as it is the rep's turn. */
const ahead = new Map<string, FocusRows | undefined>();

function useRows({ key, followUpId, prospectId }: QueueEntry, { order }: Queue): FocusRows | undefined {
  const rows = useLive(() => readFocus(book, { followUpId, prospectId }), [followUpId, prospectId]);
  useEffect(() => {
    if (!rows) return;
    const next = after(order, key, new Set());
    ahead.clear();
    ahead.set(followUpId, rows);
    if (next) void readFocus(book, next).then((read) => ahead.set(next.followUpId, read), report);
  }, [rows, order]);
  return rows ?? ahead.get(followUpId);
}

/** What a touch by this follow-up belongs to. */
function belongsTo(followUp: FollowUp | undefined): TouchExtra {
  const { templateId, enrolmentId, stepId } = followUp ?? {};
  return { ...(templateId ? { templateId } : {}), ...(enrolmentId ? { enrolmentId } : {}), ...(stepId ? { stepId } : {}) };
}

function Role({ rows }: { rows: FocusRows | undefined }): VNode {
  const fields = rows?.prospect?.fields;
  return <p class="small muted two-lines today-role" dir="auto">{[fields?.title?.value ?? fields?.headline?.value, rows?.account?.fields.name?.value ?? fields?.company?.value].filter(Boolean).join(' · ')}</p>;
}

function Do({ icon, name, letter, first = false, run }: { icon: IconNode; name: string; letter: string; first?: boolean; run: () => void }): VNode {
  return <button type="button" class={`button${first ? '' : ' quiet'}`} aria-keyshortcuts={letter.toLowerCase()} title={`${name} (${letter})`} aria-label={name} onClick={run}><Icon of={icon} />{name}<kbd aria-hidden="true">{letter}</kbd></button>;
}

/** A button or link that has the focus is pressed; anywhere else Enter opens the record. */
function enter(prospectId: string): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('button, a')) activeElement.click();
  else go('person', prospectId);
}
