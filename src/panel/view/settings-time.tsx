import { CalendarClock } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { DEFAULT_LOAD } from '../../domain/load.ts';
import { PRIORITIES, type Priority } from '../../domain/qualification.ts';
import { DEFAULT_WINDOWS, windowOf, type SendingWindow } from '../../domain/sending-hours.ts';
import { daysOfWeek, MONDAY_WEEK, type Week, weekOf } from '../../domain/week.ts';
import { t } from '../../platform/locale.ts';
import { changeLoad, changeWindows, readLoad, readWeek, readWindows, writeWeek } from '../../storage/time-setting.ts';
import { Section } from '../part/section.tsx';
import { book, useLive } from '../state/book.ts';
import { weekdayWord } from '../state/repeat-words.ts';
import { channelWord } from '../state/words.ts';
import '../style/time.css';

/** Channels whose hours differ from the rest often enough to be asked for. */
const OWN = ['', 'email', 'linkedin', 'call', 'meeting'];
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** In which hours of their own day people are written to or called, by channel, and how much a day of the rep is meant to hold. */
export function TimeSection(): VNode {
  const stored = useLive(async () => ({ windows: await readWindows(book), load: await readLoad(book), week: await readWeek(book) }), []);
  const { windows, load, week } = stored ?? { windows: DEFAULT_WINDOWS, load: DEFAULT_LOAD, week: { ...MONDAY_WEEK, isUsual: true } };
  const set = (channel: string, window: SendingWindow | undefined): void => void changeWindows(book, (known) => {
    const { [channel]: _old, ...rest } = known;
    // one that has hours by default would have them again
    return window ? { ...rest, [channel]: window } : Object.hasOwn(DEFAULT_WINDOWS, channel) ? { ...rest, [channel]: windowOf(rest, '') } : rest;
  });
  return (
    <Section icon={CalendarClock} title={t('settings_time')}>
      <fieldset class="plain stack" disabled={!stored} data-testid="windows">
        <legend>{t('settings_windows')}</legend>
        <p class="small muted">{t('settings_windows_hint')}</p>
        {OWN.map((channel) => <WindowRow key={channel} channel={channel} days={daysOfWeek(week)} window={windowOf(windows, channel)} own={channel === '' || Object.hasOwn(windows, channel)} onChange={(window) => set(channel, window)} />)}
      </fieldset>
      <WeekRow week={week} disabled={!stored} />
      <fieldset class="plain stack tight" disabled={!stored} data-testid="load">
        <legend>{t('settings_load')}</legend>
        <p class="small muted">{t('settings_load_hint')}</p>
        <div class="row wrap">
          {PRIORITIES.map((one) => <LoadNumber key={one} priority={one} value={load[one]} />)}
        </div>
      </fieldset>
    </Section>
  );
}

function WeekRow({ week, disabled }: { week: Week & { isUsual: boolean }; disabled: boolean }): VNode {
  const usual = weekOf(new Intl.DateTimeFormat().resolvedOptions().locale);
  return (
    <fieldset class="plain stack tight" disabled={disabled} data-testid="week">
      <legend>{t('settings_week')}</legend>
      <p class="small muted">{t('settings_week_hint')}</p>
      <label class="row wrap"><span class="settings-label">{t('settings_week_first')}</span>
        <select class="input short" data-testid="week-first" value={week.isUsual ? '' : String(week.firstDay)} onChange={(event) => { const firstDay = Number(event.currentTarget.value); void writeWeek(book, firstDay ? { ...week, firstDay } : null); }}>
          <option value="">{t('settings_week_usual', weekdayWord(usual.firstDay, 'long'))}</option>
          {WEEK.map((day) => <option key={day} value={String(day)}>{weekdayWord(day, 'long')}</option>)}
        </select>
      </label>
      <div class="row wrap"><span class="settings-label">{t('settings_week_off')}</span>
        <div class="row days">
          {daysOfWeek(week).map((day) => {
            const off = week.weekend.includes(day);
            return <label key={day} class="day"><input type="checkbox" class="unseen" checked={off} disabled={!off && week.weekend.length === 6} aria-label={weekdayWord(day, 'long')} onChange={() => void writeWeek(book, { ...week, weekend: WEEK.filter((one) => (one === day ? !off : week.weekend.includes(one))) })} /><span>{weekdayWord(day, 'short')}</span></label>;
          })}
        </div>
      </div>
    </fieldset>
  );
}

/** What is typed stays until the box is left, whatever is stored meanwhile. */
function LoadNumber({ priority, value }: { priority: Priority; value: number }): VNode {
  const [typed, setTyped] = useState<string>();
  const leave = (): void => {
    const number = typed === undefined || typed === '' ? NaN : Number(typed);
    void (Number.isFinite(number) ? changeLoad(book, { [priority]: number }) : Promise.resolve()).then(() => setTyped(undefined));
  };
  return (
    <label class="row load-number"><span class={`level ${priority.toLowerCase()}`}>{priority}</span>
      <input class="input" type="number" min={0} max={500} step={1} value={typed ?? value} aria-label={t('settings_load_of', priority)}
        onInput={(event) => setTyped(event.currentTarget.value)} onBlur={leave} onKeyDown={(event) => { if (event.key === 'Enter') leave(); }} />
    </label>
  );
}

function WindowRow({ channel, days, window, own, onChange }: { channel: string; days: readonly number[]; window: SendingWindow; own: boolean; onChange: (window: SendingWindow | undefined) => void }): VNode {
  const name = channel === '' ? t('settings_window_all') : channelWord(channel);
  if (!own) {
    return <div class="row window"><span class="settings-label">{name}</span><span class="small muted grow">{t('settings_window_as_all')}</span><button class="button quiet" onClick={() => onChange(window)}>{t('settings_window_own')}</button></div>;
  }
  const time = (which: 'from' | 'to'): VNode => (
    <input class="input short" type="time" required value={window[which] === '24:00' ? '23:59' : window[which]} aria-label={t(which === 'from' ? 'settings_window_from' : 'settings_window_to', name)}
      onChange={(event) => { if (event.currentTarget.value) onChange({ ...window, [which]: event.currentTarget.value }); }} />
  );
  return (
    <div class="window stack tight" role="group" aria-label={name}>
      <div class="row wrap"><span class="settings-label window-name">{name}</span>{time('from')}<span class="muted" aria-hidden="true">–</span>{time('to')}
        {channel !== '' && <button class="button quiet end" onClick={() => onChange(undefined)}>{t('settings_window_drop')}</button>}</div>
      <div class="row days">
        {days.map((day) => {
          const on = window.days.includes(day);
          return (
            <label key={day} class="day"><input type="checkbox" class="unseen" checked={on} disabled={on && window.days.length === 1} aria-label={weekdayWord(day, 'long')}
              onChange={() => onChange({ ...window, days: WEEK.filter((one) => (one === day ? !on : window.days.includes(one))) })} /><span>{weekdayWord(day, 'short')}</span></label>
          );
        })}
      </div>
    </div>
  );
}
