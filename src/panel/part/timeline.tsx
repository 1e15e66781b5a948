import { ArrowDownLeft, ArrowUpRight, CalendarClock, History, NotebookPen, PenLine } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { AccountEvent } from '../../domain/account-timeline.ts';
import { meaningOf } from '../../domain/touch.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { untilWord } from '../state/meeting.ts';
import { to } from '../state/route.ts';
import { channelWord, outcomeWord } from '../state/words.ts';
import { Icon } from './icon.tsx';
import { Segmented } from './segmented.tsx';
import { VirtualList } from './virtual-list.tsx';
import '../style/touch.css';

/** Heights are fixed, so that thousands of events cost no more than the few in sight. */
const ROW = 62;
/** So few are drawn as they are. */
const PLAIN = 40;

const SHOW = ['all', 'touches', 'notes', 'meetings', 'changes'] as const;
type Show = (typeof SHOW)[number];

function isShown(event: AccountEvent, show: Show): boolean {
  switch (show) {
    case 'all': return true;
    case 'touches': return event.kind === 'touch';
    case 'notes': return event.kind === 'note';
    case 'meetings': return event.kind === 'meeting' || event.kind === 'touch' && (event.touch.channel === 'meeting' || meaningOf(event.touch) === 'meeting');
    case 'changes': return event.kind === 'change';
  }
}

/** What happened at an account and to its people, newest first. */
export function Timeline({ events, names, self }: { events: readonly AccountEvent[]; names: ReadonlyMap<string, string>; self: string }): VNode {
  const [show, setShow] = useState<Show>('all');
  const time = new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  const shown = useMemo(() => events.filter((event) => isShown(event, show)), [events, show]);
  return (
    <section class="card" aria-label={t('timeline')} data-testid="timeline">
      <header><Icon of={History} /><h2>{t('timeline')}</h2></header>
      {events.length > 0 && <div class="scroll-x"><Segmented label={t('timeline_show')} value={show} onChange={setShow} options={SHOW.map((one) => [one, t(`timeline_${one}`)] as const)} /></div>}
      {shown.length === 0 && <p class="muted">{t('timeline_none')}</p>}
      {shown.length <= PLAIN
        ? <ol class="timeline">{shown.map((event) => <li key={`${event.id} ${event.subject}`} data-testid="event"><EventLine event={event} names={names} self={self} time={time} /></li>)}</ol>
        : (
          <div class="timeline-scroll" tabIndex={0} role="group" aria-label={t('timeline')}>
            <VirtualList items={shown} rowHeight={ROW} label={t('timeline')} keyOf={(event) => `${event.id} ${event.subject}`} render={(event) => <div class="timeline-row" data-testid="event"><EventLine event={event} names={names} self={self} time={time} /></div>} />
          </div>
        )}
    </section>
  );
}

function EventLine({ event, names, self, time }: { event: AccountEvent; names: ReadonlyMap<string, string>; self: string; time: Intl.DateTimeFormat }): VNode {
  return (
    <>
      <span class={`event-icon ${event.kind === 'touch' && event.touch.direction === 'in' ? 'good-text' : ''}`}><Icon of={iconOf(event)} /></span>
      <div class="grow">
        <p class="two-lines" dir="auto" title={textOf(event)}>{textOf(event)}</p>
        <p class="small muted one-line">{event.subject !== self && <><a dir="auto" href={to('person', event.subject)}>{names.get(event.subject) ?? t('no_name')}</a> · </>}<time dateTime={new Date(event.at).toISOString()}>{time.format(event.at)}</time>{event.kind === 'change' && event.by !== 'rep' && ` · ${event.by}`}</p>
      </div>
    </>
  );
}

function iconOf(event: AccountEvent): IconNode {
  if (event.kind === 'note') return NotebookPen;
  if (event.kind === 'change') return PenLine;
  if (event.kind === 'meeting') return CalendarClock;
  return event.touch.direction === 'in' ? ArrowDownLeft : ArrowUpRight;
}

function textOf(event: AccountEvent): string {
  if (event.kind === 'note') return event.note.text;
  if (event.kind === 'change') return event.label;
  if (event.kind === 'meeting') {
    const { open, text, place } = event.meeting;
    return [t(open === 1 ? 'timeline_meeting_planned' : 'timeline_meeting'), untilWord(event.meeting), place, text].filter(Boolean).join(' · ');
  }
  const { channel, direction, outcome, note } = event.touch;
  return t(direction === 'in' ? 'touch_in' : 'touch_out', channelWord(channel)) + (outcome ? `: ${outcomeWord(outcome)}` : '') + (note ? `. ${note}` : '');
}
