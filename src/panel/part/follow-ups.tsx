import { AlarmClock, CalendarPlus, Check, MapPin, Repeat, Timer } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FollowUp } from '../../domain/activity.ts';
import { isMeeting, MEETING, withMeeting } from '../../domain/meeting.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { snoozes } from '../../domain/snooze.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { addFollowUp, settleFollowUp } from '../../storage/person.ts';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { saveCalendar } from '../state/calendar.ts';
import { now, zone } from '../state/clock.ts';
import { endOf, untilWord, USUAL_LENGTH } from '../state/meeting.ts';
import { week, type Plan } from '../state/plan.ts';
import { formatRecurrence } from '../state/repeat-words.ts';
import { channelWord, reasonWord } from '../state/words.ts';
import '../style/time.css';
import { FollowUpBox } from './follow-up-box.tsx';
import { Icon } from './icon.tsx';
import { MeetingForm } from './meeting-fields.tsx';

const NO_MEETING = { length: USUAL_LENGTH, place: '' };

/** The open follow-ups of a person, next first, with a box for one more. */
export function FollowUps({ prospect, name, followUps }: { prospect: Prospect; name: string; followUps: FollowUp[] }): VNode {
  const [words, setWords] = useState('');
  const [channel, setChannel] = useState('');
  const [meeting, setMeeting] = useState(NO_MEETING);
  const plan = ({ dueAt, words: typed, repeat }: Plan): void => {
    const when = formatWhen(dueAt, Date.now(), zone(), uiLocale());
    const endsAt = channel === MEETING ? endOf(meeting.length, dueAt) : undefined;
    if (endsAt === null) return;
    const followUp = { id: newId(), prospectId: prospect.id, dueAt, words: typed, zone: zone(), text: '', ...(repeat ? { repeat } : {}), ...(channel ? { channel } : {}) };
    const facts = { place: meeting.place, ...(endsAt === undefined ? {} : { endsAt }) };
    void act(t('change_follow_up', when, name), (change) => addFollowUp(book, channel === MEETING ? withMeeting(followUp, facts) : followUp, change)).then((done) => { if (done) { setWords(''); setChannel(''); setMeeting(NO_MEETING); } });
  };
  return (
    <div class="stack tight">
      <ul class="stack tight">
        {followUps.map((followUp) => <Line key={followUp.id} followUp={followUp} name={name} />)}
      </ul>
      {prospect.doNotContact ? <p class="small bad-text" data-testid="followup-barred" dir="auto">{t('follow_up_barred', reasonWord(prospect.doNotContact.reason))}</p> : <FollowUpBox value={words} onInput={setWords} onPlan={plan} prospect={prospect} channel={channel} onChannel={setChannel} meeting={meeting} onMeeting={setMeeting} />}
    </div>
  );
}

function Line({ followUp, name }: { followUp: FollowUp; name: string }): VNode {
  const [snoozing, setSnoozing] = useState(false);
  const [meeting, setMeeting] = useState(false);
  const { id, dueAt, text, channel, repeat, place } = followUp;
  const when = (at: number): string => formatWhen(at, now.value, zone(), uiLocale());
  return (
    <li class="stack tight" data-testid="follow-up">
      <div class="row follow-up">
        <span class={`chip${dueAt <= now.value ? ' warn' : ''}`}>{when(dueAt)}</span>
        <span class="small muted grow lines">
          {text && <span class="block one-line" dir="auto" title={text}>{text} </span>}
          {channel && <span>{channelWord(channel)} {untilWord(followUp)} </span>}
          {repeat && <span class="row inline" data-testid="repeat"><Icon of={Repeat} />{formatRecurrence(repeat)}</span>}
          {place && <span class="row inline" dir="auto"><Icon of={MapPin} />{place}</span>}
        </span>
        {isMeeting(followUp) && <button class="button quiet icon-only" aria-expanded={meeting} aria-label={t('meeting_edit')} title={t('meeting_edit')} data-testid="meeting-edit" onClick={() => setMeeting(!meeting)}><Icon of={Timer} /></button>}
        <button class="button quiet icon-only" aria-label={t('calendar_one', name)} title={t('calendar_one', name)} onClick={() => void saveCalendar([followUp])}><Icon of={CalendarPlus} /></button>
        <button class="button quiet icon-only" aria-expanded={snoozing} aria-label={t('snooze')} title={t('snooze')} onClick={() => setSnoozing(!snoozing)}><Icon of={AlarmClock} /></button>
        <button class="button quiet" title={t('done')} onClick={() => void act(t('change_done', name), (change) => settleFollowUp(book, id, 'done', change))}><Icon of={Check} /><span class="done-word">{t('done')}</span></button>
      </div>
      {meeting && <MeetingForm followUp={followUp} name={name} onClose={() => setMeeting(false)} />}
      {snoozing && (
        <div class="follow-up-more" role="group" aria-label={t('snooze')} onKeyDown={(event) => { if (event.key === 'Escape') setSnoozing(false); }}>
          {snoozes(Date.now(), zone(), week()).map((one) => (
            <button key={one.id} class="chip" onClick={() => { setSnoozing(false); void act(t('change_snoozed', name, when(one.dueAt)), (change) => settleFollowUp(book, id, { dueAt: one.dueAt }, change)); }}>
              {t(`snooze_${one.id}` as MessageName)}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
