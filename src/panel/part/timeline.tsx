import { ArrowDownLeft, ArrowUpRight, History, NotebookPen, PenLine } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AccountEvent } from '../../domain/account-timeline.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { to } from '../state/route.ts';
import { Icon } from './icon.tsx';

const FIRST = 12;

/** What happened at an account and to its people, newest first. */
export function Timeline({ events, names, self }: { events: readonly AccountEvent[]; names: ReadonlyMap<string, string>; self: string }): VNode {
  const [limit, setLimit] = useState(FIRST);
  const time = new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="card" aria-label={t('timeline')} data-testid="timeline">
      <header><Icon of={History} /><h2>{t('timeline')}</h2></header>
      {events.length === 0 && <p class="muted">{t('timeline_none')}</p>}
      <ol class="timeline">
        {events.slice(0, limit).map((event) => (
          <li key={`${event.id} ${event.subject}`} data-testid="event">
            <span class={`event-icon ${event.kind === 'touch' && event.touch.direction === 'in' ? 'good-text' : ''}`}><Icon of={event.kind === 'note' ? NotebookPen : event.kind === 'change' ? PenLine : event.touch.direction === 'in' ? ArrowDownLeft : ArrowUpRight} /></span>
            <div class="grow">
              <p class="two-lines" dir="auto">{textOf(event)}</p>
              <p class="small muted">{event.subject !== self && <><a dir="auto" href={to('person', event.subject)}>{names.get(event.subject) ?? t('no_name')}</a> · </>}<time dateTime={new Date(event.at).toISOString()}>{time.format(event.at)}</time>{event.kind === 'change' && event.by !== 'rep' && ` · ${event.by}`}</p>
            </div>
          </li>
        ))}
      </ol>
      {events.length > limit && <button class="button quiet" onClick={() => setLimit(limit + 40)}>{t('show_more', events.length - limit)}</button>}
    </section>
  );
}

const CHANNELS = new Set(['linkedin', 'email', 'call', 'meeting', 'x', 'website', 'webinar', 'event', 'form', 'other']);

function textOf(event: AccountEvent): string {
  if (event.kind === 'note') return event.note.text;
  if (event.kind === 'change') return event.label;
  const { channel, direction, outcome } = event.touch;
  const shown = CHANNELS.has(channel) ? t(`channel_${channel}` as MessageName) : channel;
  return t(direction === 'in' ? 'touch_in' : 'touch_out', shown) + (outcome ? `: ${outcome}` : '');
}
