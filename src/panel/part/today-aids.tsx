import { CalendarPlus, Scale } from 'lucide';
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { type Load, type LoadItem, type LoadProposal, spreadLoad } from '../../domain/load.ts';
import { PRIORITIES } from '../../domain/qualification.ts';
import { addDays, instantsOf, isoDay, wallAt } from '../../domain/wall-time.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { countDue, followUpsDue } from '../../storage/due.ts';
import { moveFollowUps } from '../../storage/person.ts';
import { readLoad } from '../../storage/time-setting.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { saveCalendar } from '../state/calendar.ts';
import { now, zone } from '../state/clock.ts';
import { bindKeys } from '../state/key.ts';
import { usePeople } from '../state/people.ts';
import { week } from '../state/plan.ts';
import '../style/time.css';
import { Icon } from './icon.tsx';

/** Days ahead that are read: what is put off seldom goes farther. */
const AHEAD = 28;
/** More than this is no day to be spread but a book to be cleared up. */
const MOST = 3_000;

/** The day for which the rep said no to a proposal. */
const declined = signal('');

/** What helps with Today as a whole: a proposal when the day is too full, and the week as a calendar file. */
export function TodayAids(): VNode {
  const time = now.value;
  const day = isoDay(wallAt(time, zone()));
  const state = useLive(async () => ({ count: await countDue(book, dayEnd(time, 0)), load: await readLoad(book) }), [day, time]);
  const meant = state ? PRIORITIES.reduce((sum, one) => sum + state.load[one], 0) : Infinity;
  const week = async (): Promise<void> => saveCalendar((await followUpsDue(book, dayEnd(Date.now(), 6))).slice(0, MOST));
  return (
    <div class="stack tight">
      {state && state.count <= MOST && state.count > meant && declined.value !== day && <DayLoad load={state.load} day={day} />}
      <button class="button quiet week-calendar" data-testid="week-calendar" onClick={() => void week()}><Icon of={CalendarPlus} />{t('calendar_week')}</button>
    </div>
  );
}

function DayLoad({ load, day }: { load: Load; day: string }): VNode | null {
  const people = usePeople();
  const time = now.value;
  const open = useLive(() => followUpsDue(book, dayEnd(time, AHEAD)), [day]);
  const proposal = useMemo((): LoadProposal | undefined => {
    if (!people || !open) return undefined;
    const { table: { slotOf }, priority } = people;
    const items = open.map(({ id, dueAt, prospectId, endsAt, repeat }): LoadItem => {
      const slot = slotOf.get(prospectId);
      // who is not in the columns yet was written this moment
      const level = PRIORITIES[(slot === undefined ? 2 : priority[slot] || 4) - 1]!;
      return { id, dueAt, priority: level, ...(endsAt !== undefined || repeat?.unit === 'day' ? { fixed: true } : {}) };
    });
    return spreadLoad(items, time, zone(), load, week());
  }, [people, open, load, day]);
  const moves = proposal?.moves ?? [];
  const accept = (): void => void act(t('change_spread', moves.length), (change) => moveFollowUps(book, moves.map(({ id, dueAt }) => ({ id, dueAt })), change));
  useEffect(() => (moves.length > 0 ? bindKeys([{ key: 'B', label: t('key_spread'), run: accept }]) : undefined), [proposal]);
  if (!proposal || moves.length === 0) return null;
  const levels = PRIORITIES.flatMap((one) => { const count = moves.filter(({ priority }) => priority === one).length; return count > 0 ? [`${count} × ${one}`] : []; });
  const days = new Intl.DateTimeFormat(uiLocale(), { weekday: 'short', day: 'numeric', month: 'short' });
  return (
    <section class="banner accent" data-testid="day-load" aria-label={t('load_title')}>
      <Icon of={Scale} />
      <div class="grow stack tight">
        <strong>{t('load_over', proposal.total, proposal.meant)}</strong>
        <p class="small">{t('load_spread', levels.join(', '), days.formatRange(moves[0]!.dueAt, moves[moves.length - 1]!.dueAt))}</p>
        <div class="row wrap">
          <button class="button primary" data-testid="spread" onClick={accept}>{t('load_accept')} <kbd>B</kbd></button>
          <button class="button quiet" onClick={() => { declined.value = day; }}>{t('load_decline')}</button>
        </div>
      </div>
    </section>
  );
}

/** The last moment (epoch ms) of the rep's day so many days ahead. */
function dayEnd(at: number, days: number): number {
  const next = addDays(wallAt(at, zone()), days + 1);
  return instantsOf({ ...next, hour: 0, minute: 0 }, zone())[0] - 1;
}
