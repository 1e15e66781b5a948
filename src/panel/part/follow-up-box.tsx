import { BellPlus, Repeat, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { MEETING } from '../../domain/meeting.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { CHANNELS } from '../../domain/qualification.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { DEFAULT_WINDOWS, isInWindow, windowOf } from '../../domain/sending-hours.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { readWindows } from '../../storage/time-setting.ts';
import { book, useLive } from '../state/book.ts';
import { zone } from '../state/clock.ts';
import type { MeetingWords } from '../state/meeting.ts';
import { usePersonZone } from '../state/person-zone.ts';
import { planOf, type Plan } from '../state/plan.ts';
import { formatRecurrence } from '../state/repeat-words.ts';
import { channelWord } from '../state/words.ts';
import { Icon } from './icon.tsx';
import { MeetingFields } from './meeting-fields.tsx';
import { timeIn } from './their-time.tsx';

const QUICK = ['tomorrow', 'in 3 days', 'next week', '2w'];

/**
 * One line in which a follow-up is typed in words, with what was understood shown while typing. Enter plans it. With `prospect` it says what time
 * that is there, and when nobody there is at work; with `onChannel` it asks how, and of a meeting how long and where.
 */
export function FollowUpBox({ value, onInput, onPlan, prospect, channel = '', onChannel, meeting, onMeeting }: {
  value: string; onInput: (words: string) => void; onPlan?: (plan: Plan) => void; prospect?: Prospect; channel?: string; onChannel?: (channel: string) => void; meeting?: MeetingWords; onMeeting?: (words: MeetingWords) => void;
}): VNode {
  const [touched, setTouched] = useState(false);
  const plan = planOf(value);
  const wrong = plan !== null && 'error' in plan;
  const submit = (): void => {
    setTouched(true);
    if (plan && 'dueAt' in plan) onPlan?.(plan);
  };
  return (
    <div class="follow-up-box stack tight">
      <label class="row">
        <Icon of={BellPlus} />
        <span class="unseen">{t('follow_up')}</span>
        <input
          class="input grow" data-testid="followup-input" value={value} placeholder={t('follow_up_placeholder')} autocomplete="off" spellcheck={false}
          aria-invalid={wrong && touched} aria-describedby="follow-up-preview"
          onInput={(event) => { setTouched(false); onInput(event.currentTarget.value); }}
          onBlur={() => setTouched(true)}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) { event.preventDefault(); submit(); } }}
        />
      </label>
      <div id="follow-up-preview" class="small follow-up-preview" data-testid="followup-preview" aria-live="polite">
        {plan === null
          ? <span class="row wrap">{QUICK.map((words) => <button key={words} type="button" class="chip" onClick={() => { const quick = planOf(words); onInput(words); if (quick && 'dueAt' in quick) onPlan?.(quick); }}>{words}</button>)}</span>
          : 'error' in plan
            ? <span class={touched ? 'bad-text' : 'muted'}>{plan.error}</span>
            : <Understood plan={plan} prospect={prospect} channel={channel} />}
      </div>
      {onChannel && plan !== null && !wrong && (
        <label class="row small"><span class="muted">{t('follow_up_channel')}</span>
          <select class="input short" data-testid="followup-channel" value={channel} onChange={(event) => onChannel(event.currentTarget.value)}
            onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); submit(); } }}>
            <option value="">{t('follow_up_channel_any')}</option>
            {CHANNELS.map((one) => <option key={one} value={one}>{channelWord(one)}</option>)}
          </select>
        </label>
      )}
      {channel === MEETING && meeting && onMeeting && plan !== null && (
        <div onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); submit(); } }}><MeetingFields start={'dueAt' in plan ? plan.dueAt : undefined} words={meeting} onWords={onMeeting} /></div>
      )}
    </div>
  );
}

function Understood({ plan: { dueAt, repeat }, prospect, channel }: { plan: Plan; prospect: Prospect | undefined; channel: string }): VNode {
  return (
    <>
      <span class="good-text">{formatWhen(dueAt, Date.now(), zone(), uiLocale())} · {new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'full', timeStyle: 'short', timeZone: zone() }).format(dueAt)}</span>
      {repeat && <span class="row" data-testid="followup-repeat"><Icon of={Repeat} />{formatRecurrence(repeat)}</span>}
      {prospect && <There dueAt={dueAt} prospect={prospect} channel={channel || prospect.preferredChannel || ''} />}
    </>
  );
}

/** What time it is there then. A time that the rep typed is never moved: it is said when it lies outside their hours. */
function There({ dueAt, prospect, channel }: { dueAt: number; prospect: Prospect; channel: string }): VNode | null {
  const known = usePersonZone(prospect);
  const windows = useLive(() => readWindows(book), []) ?? DEFAULT_WINDOWS;
  if (!known) return null;
  const inHours = isInWindow(dueAt, windowOf(windows, channel), known.zone);
  const sameClock = timeIn(known.zone, dueAt) === timeIn(zone(), dueAt);
  if (inHours && sameClock) return null;
  return <span class={`row ${inHours ? 'muted' : 'warn-text'}`} data-testid="followup-there">{!inHours && <Icon of={TriangleAlert} />}{t(inHours ? 'follow_up_there' : 'follow_up_there_off', timeIn(known.zone, dueAt))}</span>;
}
