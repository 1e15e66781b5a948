import { CalendarClock } from 'lucide';
import type { VNode } from 'preact';
import { DEFAULT_LOAD } from '../../domain/load.ts';
import { PRIORITIES } from '../../domain/qualification.ts';
import { DEFAULT_WINDOWS, windowOf, type SendingWindow } from '../../domain/sending-hours.ts';
import { t } from '../../platform/locale.ts';
import { readLoad, readWindows, writeLoad, writeWindows } from '../../storage/time-setting.ts';
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
  const stored = useLive(async () => ({ windows: await readWindows(book), load: await readLoad(book) }), []);
  const { windows, load } = stored ?? { windows: DEFAULT_WINDOWS, load: DEFAULT_LOAD };
  const set = (channel: string, window: SendingWindow | undefined): void => {
    const { [channel]: _old, ...rest } = windows;
    // one that has hours by default keeps its place with those of all
    void writeWindows(book, window ? { ...rest, [channel]: window } : Object.hasOwn(DEFAULT_WINDOWS, channel) ? { ...rest, [channel]: windowOf(rest, '') } : rest);
  };
  return (
    <Section icon={CalendarClock} title={t('settings_time')}>
      <fieldset class="plain stack" disabled={!stored} data-testid="windows">
        <legend>{t('settings_windows')}</legend>
        <p class="small muted">{t('settings_windows_hint')}</p>
        {OWN.map((channel) => <WindowRow key={channel} channel={channel} window={windowOf(windows, channel)} own={channel === '' || Object.hasOwn(windows, channel)} onChange={(window) => set(channel, window)} />)}
      </fieldset>
      <fieldset class="plain stack tight" disabled={!stored} data-testid="load">
        <legend>{t('settings_load')}</legend>
        <p class="small muted">{t('settings_load_hint')}</p>
        <div class="row wrap">
          {PRIORITIES.map((one) => (
            <label key={one} class="row load-number"><span class={`level ${one.toLowerCase()}`}>{one}</span>
              <input class="input" type="number" min={0} max={500} step={1} value={load[one]} aria-label={t('settings_load_of', one)}
                onChange={(event) => { const number = event.currentTarget.valueAsNumber; if (Number.isFinite(number)) void writeLoad(book, { ...load, [one]: number }); }} />
            </label>
          ))}
        </div>
      </fieldset>
    </Section>
  );
}

function WindowRow({ channel, window, own, onChange }: { channel: string; window: SendingWindow; own: boolean; onChange: (window: SendingWindow | undefined) => void }): VNode {
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
        {WEEK.map((day) => {
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
