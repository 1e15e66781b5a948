import { Scale } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { type Load, type LoadItem, type LoadProposal, spreadLoad } from '../../domain/load.ts';
import { PRIORITIES } from '../../domain/qualification.ts';
import { addDays, instantsOf, isoDay, wallAt } from '../../domain/wall-time.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { followUpsBetween, followUpsDue } from '../../storage/due.ts';
import { moveFollowUps } from '../../storage/person.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { now, zone } from '../state/clock.ts';
import { useKeys } from '../state/key.ts';
import { usePeople } from '../state/people.ts';
import { week } from '../state/plan.ts';
import { Icon } from './icon.tsx';

/** Days ahead that are read: what is put off seldom goes farther. */
const AHEAD = 28;

/**
 * What a day that is too full would give to the days after it, by one key; nothing when it holds what it is meant to. `day` is the midnight (epoch
 * ms) of a day ahead; undefined = today with all that is overdue.
 */
export function DayLoad({ load, day, onDecline }: { load: Load; day?: number; onDecline: () => void }): VNode | null {
  const people = usePeople();
  const time = now.value;
  const at = day ?? time;
  const iso = isoDay(wallAt(at, zone()));
  const open = useLive(() => (day === undefined ? followUpsDue(book, dayEnd(at, AHEAD)) : followUpsBetween(book, day - 1, dayEnd(at, AHEAD))), [iso]);
  const proposal = useMemo((): LoadProposal | undefined => {
    if (!people || !open) return undefined;
    const { table: { slotOf }, priority } = people;
    const items = open.map(({ id, dueAt, prospectId, endsAt, repeat }): LoadItem => {
      const slot = slotOf.get(prospectId);
      // who is not in the columns yet was written this moment
      const level = PRIORITIES[(slot === undefined ? 2 : priority[slot] || 4) - 1]!;
      return { id, dueAt, priority: level, ...(endsAt !== undefined || repeat?.unit === 'day' ? { fixed: true } : {}) };
    });
    return spreadLoad(items, at, zone(), load, week());
  }, [people, open, load, iso]);
  const moves = proposal?.moves ?? [];
  const accept = (): void => void act(t('change_spread', moves.length), (change) => moveFollowUps(book, moves.map(({ id, dueAt }) => ({ id, dueAt })), change));
  const doing = useRef(accept);
  doing.current = accept;
  const offered = moves.length > 0;
  useKeys(() => (offered ? [{ key: 'B', label: t('key_spread'), run: () => doing.current() }] : undefined), [offered]);
  if (!proposal || !offered) return null;
  const levels = PRIORITIES.flatMap((one) => { const count = moves.filter(({ priority }) => priority === one).length; return count > 0 ? [`${count} × ${one}`] : []; });
  const days = new Intl.DateTimeFormat(uiLocale(), { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone() });
  const named = new Intl.DateTimeFormat(uiLocale(), { weekday: 'long', timeZone: zone() });
  return (
    <section class="banner accent" data-testid="day-load" aria-label={t('load_title')}>
      <Icon of={Scale} />
      <div class="grow stack tight">
        <strong>{day === undefined ? t('load_over', proposal.total, proposal.meant) : t('load_over_day', named.format(day), proposal.total, proposal.meant)}</strong>
        <p class="small">{t('load_spread', levels.join(', '), days.formatRange(moves[0]!.dueAt, moves[moves.length - 1]!.dueAt))}</p>
        <div class="row wrap">
          <button class="button primary" data-testid="spread" onClick={accept}>{t('load_accept')} <kbd>B</kbd></button>
          <button class="button quiet" onClick={onDecline}>{t('load_decline')}</button>
        </div>
      </div>
    </section>
  );
}

/** The last moment (epoch ms) of the rep's day so many days after the one of `at`. */
export function dayEnd(at: number, days: number): number {
  const next = addDays(wallAt(at, zone()), days + 1);
  return instantsOf({ ...next, hour: 0, minute: 0 }, zone())[0] - 1;
}
