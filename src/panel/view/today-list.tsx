import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { SKIPPED, type QueueEntry, type QueueGroup } from '../../domain/queue.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { VirtualList } from '../part/virtual-list.tsx';
import { now, zone } from '../state/clock.ts';
import { currentKey, type Queue } from '../state/today.ts';
import { channelWord } from '../state/words.ts';
import { count } from './people-bar.tsx';

const ROW = 44;

type Line = { head: QueueGroup } | { entry: QueueEntry };

/** The whole queue, group by group; only what is in sight is drawn. */
export function TodayList({ queue, at }: { queue: Queue; at: number }): VNode {
  const { groups, order, table } = queue;
  const lines = useMemo(() => groups.flatMap((group): Line[] => [{ head: group }, ...group.entries.map((entry) => ({ entry }))]), [groups]);
  const current = order[at]?.key;
  return (
    <section class="today-list" aria-label={t('today_queue')}>
      <VirtualList items={lines} rowHeight={ROW} label={t('today_queue')} keyOf={(line) => ('head' in line ? `head ${line.head.name}` : line.entry.key)}
        render={(line) => ('head' in line ? <Head group={line.head} /> : <Row entry={line.entry} name={nameOf(queue, line.entry)} role={roleOf(table, line.entry)} current={line.entry.key === current} />)} />
    </section>
  );
}

function Head({ group: { name, entries } }: { group: QueueGroup }): VNode {
  return <h2 class="today-group"><span>{groupWord(name)}</span> <span class="muted number">{count(entries.length)}</span></h2>;
}

function Row({ entry, name, role, current }: { entry: QueueEntry; name: string; role: string; current: boolean }): VNode {
  return (
    <button type="button" class={`today-row${current ? ' current' : ''}`} data-testid="today-item" aria-current={current} tabIndex={-1} onClick={() => { currentKey.value = entry.key; document.querySelector('main')?.scrollTo({ top: 0 }); }}>
      <span class={`level p${entry.level}`}>{`P${entry.level}`}</span>
      <span class="today-who"><span class="strong one-line"><bdi>{name}</bdi></span><span class="small muted one-line"><bdi>{role}</bdi></span></span>
      <span class="small muted today-when">{formatWhen(entry.dueAt, now.value, zone(), uiLocale())}</span>
    </button>
  );
}

/** A group as the rep reads it. */
export function groupWord(name: string): string {
  if (name === SKIPPED) return t('today_group_skipped');
  if (name === '') return t('today_group_any');
  return /^P[1-4]$/.test(name) ? name : channelWord(name);
}

/** The name of whom an entry is about, from the columns. */
export function nameOf({ table }: Queue, { prospectId }: QueueEntry): string {
  const slot = table.slotOf.get(prospectId);
  return (slot !== undefined && table.texts.name.get(slot)) || t('no_name');
}

function roleOf(table: Queue['table'], { prospectId }: QueueEntry): string {
  const slot = table.slotOf.get(prospectId);
  if (slot === undefined) return '';
  const { title, headline, company } = table.texts;
  return [title.get(slot) || headline.get(slot), company.get(slot)].filter(Boolean).join(' · ');
}
