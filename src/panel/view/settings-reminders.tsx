import { Bell } from 'lucide';
import type { VNode } from 'preact';
import type { QuietHours } from '../../domain/doorbell.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { readSetting, writeSetting } from '../../storage/setting.ts';
import { readAskNext, writeAskNext } from '../../storage/what-next.ts';
import { Section } from '../part/section.tsx';
import { book, nudge, useLive } from '../state/book.ts';

const QUIET: QuietHours = { from: 20, to: 8 };
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When reminders may ring, and what a day without a time means. */
export function RemindersSection(): VNode {
  const stored = useLive(async () => ({ quiet: await readSetting(book, 'quiet', QUIET), morning: await readSetting(book, 'morning', '09:00'), asks: await readAskNext(book) }), []);
  const { quiet, morning, asks } = stored ?? { quiet: QUIET, morning: '09:00', asks: true };
  const set = async (key: string, value: unknown): Promise<void> => {
    await writeSetting(book, key, value);
    nudge();
  };
  return (
    <Section icon={Bell} title={t('settings_reminders')}>
      <fieldset class="plain stack tight" disabled={!stored}>
        <legend>{t('settings_quiet')}</legend>
        <div class="row wrap">
          <HourSelect label={t('settings_quiet_from')} value={quiet.from} onChange={(from) => set('quiet', { ...quiet, from })} />
          <HourSelect label={t('settings_quiet_to')} value={quiet.to} onChange={(to) => set('quiet', { ...quiet, to })} />
        </div>
        <p class="small muted">{quiet.from === quiet.to ? t('settings_quiet_never') : t('settings_quiet_hint')}</p>
      </fieldset>
      <div class="stack tight">
        <label class="row wrap"><span class="settings-label">{t('settings_morning')}</span>
          <input class="input short" type="time" required value={morning} disabled={!stored} onChange={(event) => { if (event.currentTarget.value) void set('morning', event.currentTarget.value); }} />
        </label>
        <p class="small muted">{t('settings_morning_hint')}</p>
      </div>
      <label class="row"><input type="checkbox" checked={asks} disabled={!stored} data-testid="ask-next" onChange={(event) => void writeAskNext(book, event.currentTarget.checked)} />{t('settings_ask_next')}</label>
    </Section>
  );
}

function HourSelect({ label, value, onChange }: { label: string; value: number; onChange: (hour: number) => Promise<void> }): VNode {
  return (
    <label class="row"><span class="settings-label">{label}</span>
      <select class="input short" value={String(value)} onChange={(event) => void onChange(Number(event.currentTarget.value))}>
        {HOURS.map((hour) => <option key={hour} value={String(hour)}>{new Intl.DateTimeFormat(uiLocale(), { timeStyle: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 1, hour))}</option>)}
      </select>
    </label>
  );
}
