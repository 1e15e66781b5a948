import { CalendarClock, CircleCheckBig, Inbox } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import { INBOX_GROUPS, type InboxGroup } from '../../domain/inbox.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { openAddress } from '../../platform/tabs.ts';
import { countInbox, readInbox, type InboxItem } from '../../storage/inbox.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { book, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { accept, asking, back, followSignals, leave, wait, type Asked } from '../state/decide.ts';
import { useKeys, type KeyBinding } from '../state/key.ts';
import { go } from '../state/route.ts';
import { toasts } from '../state/toast.ts';
import { InboxCard } from './inbox-card.tsx';
import '../style/flow.css';

/** The most that is drawn; the next ones follow as these are decided. */
const SHOWN = 100;
const ICON: Record<InboxGroup, IconNode> = { signals: CircleCheckBig, leads: CircleCheckBig, back: CalendarClock };

/** The group that was open last: coming back from a person it is open again. */
const group = signal<InboxGroup>('signals');

/** What waits for the rep: reasons to act, leads to decide on, and who comes back; each dealt with by one key. */
export function InboxView(): VNode {
  const time = now.value;
  const count = useLive(() => countInbox(book, time), [time]);
  const state = useLive(async () => ({ of: group.value, items: await readInbox(book, group.value, SHOWN) }), [group.value]);
  const [at, setAt] = useState(0);
  const items = state?.of === group.value ? state.items : undefined;
  const current = Math.max(0, Math.min(at, (items?.length ?? 0) - 1));
  const item = items?.[current];
  const move = (by: number): void => {
    const next = Math.max(0, Math.min((items?.length ?? 0) - 1, current + by));
    setAt(next);
    document.querySelectorAll('[data-testid=inbox-item]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const turn = (by: number): void => {
    const next = (INBOX_GROUPS.indexOf(group.value) + by + INBOX_GROUPS.length) % INBOX_GROUPS.length;
    group.value = INBOX_GROUPS[next]!;
    asking.value = null;
    setAt(0);
  };

  // the first group that has something, when the rep comes here and the open one is empty
  useEffect(() => {
    if (count && count[group.value] === 0) group.value = INBOX_GROUPS.find((one) => count[one] > 0) ?? group.value;
  }, [count !== undefined]);
  useEffect(() => () => { asking.value = null; }, []);
  // as soon as it is drawn: a key pressed right after must not mean who stood there before
  useKeys(() => [
    { key: 'j', label: t('key_next'), run: () => move(1) },
    { key: 'ArrowDown', label: t('key_next'), run: () => move(1) },
    { key: 'k', label: t('key_previous'), run: () => move(-1) },
    { key: 'ArrowUp', label: t('key_previous'), run: () => move(-1) },
    { key: 'ArrowRight', label: t('key_inbox_groups'), run: () => turn(1) },
    { key: 'ArrowLeft', label: t('key_inbox_groups_back'), run: () => turn(-1) },
    ...keysOf(group.value, item),
    { key: 'o', label: t('key_open'), run: () => open(item) },
    { key: 'Enter', label: t('key_record'), run: () => enter(item) },
    { key: 'u', label: t('key_undo'), run: () => toasts.value.at(-1)?.action?.run() },
  ], [items, current, group.value]);

  return (
    <div class="stack inbox">
      <header class="view-head"><h1>{t('inbox')}</h1></header>
      <div class="tabs" role="tablist" aria-label={t('inbox_groups')}>
        {INBOX_GROUPS.map((one) => (
          <button key={one} role="tab" id={`tab-${one}`} data-testid={`inbox-${one}`} aria-selected={one === group.value} aria-controls="inbox-list" tabIndex={one === group.value ? 0 : -1} onClick={() => { group.value = one; asking.value = null; setAt(0); }}>
            {t(`inbox_${one}` as MessageName)} <span class="number muted" data-testid={`inbox-count-${one}`}>{count?.[one] ?? ''}</span>
          </button>
        ))}
      </div>
      <div id="inbox-list" role="tabpanel" aria-labelledby={`tab-${group.value}`}>
        {!items || !count ? <Skeleton /> : items.length === 0 ? <Clear all={count.signals + count.leads + count.back === 0} /> : (
          <ul class="stack tight queue">
            {items.map((one, index) => <InboxCard key={one.prospect.id} group={group.value} item={one} current={index === current} onFocus={() => setAt(index)} />)}
          </ul>
        )}
        {items && count && items.length > 0 && count[group.value] > items.length && <p class="small muted row inbox-more"><Icon of={Inbox} />{t('inbox_more', items.length, count[group.value])}</p>}
      </div>
    </div>
  );
}

/** What the keys do with the person the rep is at, group by group. */
function keysOf(of: InboxGroup, item: InboxItem | undefined): KeyBinding[] {
  const on = (run: (prospect: InboxItem['prospect']) => unknown) => () => void (item && run(item.prospect));
  const ask = (what: Asked): (() => void) => on(({ id }) => { asking.value = { id, what }; });
  switch (of) {
    case 'signals': return [
      { key: 'f', label: t('key_inbox_follow'), run: on((prospect) => followSignals(prospect, 'morning')) },
      { key: 't', label: t('key_inbox_today'), run: on((prospect) => followSignals(prospect, 'now')) },
      { key: 'x', label: t('key_inbox_leave'), run: on((prospect) => leave(prospect)) },
    ];
    case 'leads': return [
      { key: 'a', label: t('key_accept'), run: on(accept) },
      { key: 'x', label: t('key_reject'), run: ask('reject') },
      { key: 'z', label: t('key_not_now'), run: ask('not-now') },
    ];
    case 'back': return [
      { key: 'w', label: t('key_back'), run: on(back) },
      { key: 'z', label: t('key_date'), run: ask('not-now') },
      { key: 'x', label: t('key_disqualify'), run: ask('disqualify') },
      { key: 'l', label: t('key_wait_on'), run: on((prospect) => prospect.aside?.rescoreAt !== undefined && prospect.aside.resumeAt !== undefined && wait(prospect)) },
    ];
  }
}

/** A button or link that has the focus is pressed; on a tab and anywhere else Enter opens the record. */
function enter(item: InboxItem | undefined): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('button:not([role=tab]), a')) activeElement.click();
  else if (item) go('person', item.prospect.id);
}

function open(item: InboxItem | undefined): void {
  const address = item && (item.prospect.fields.profiles?.value[0]);
  if (address) void openAddress(address);
}

function Clear({ all }: { all: boolean }): VNode {
  const name = `inbox_${group.value}_clear`;
  return all
    ? <Empty icon={CircleCheckBig} title={t('inbox_all_clear')} text={t('inbox_all_clear_text')} />
    : <Empty icon={ICON[group.value]} title={t(name as MessageName)} text={t(`${name}_text` as MessageName)} />;
}
