import { MapPin, Timer } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FollowUp } from '../../domain/activity.ts';
import { t } from '../../platform/locale.ts';
import { setMeeting } from '../../storage/meeting.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { endOf, untilWord, USUAL_LENGTH, type MeetingWords } from '../state/meeting.ts';
import { Icon } from './icon.tsx';

const QUICK = ['15 min', '30 min', '45 min', '60 min', '90 min'];

/** How long a meeting is, or when it ends, and where: typed, with what was understood beside it. `start` is its beginning (epoch ms), undefined while that is not known. */
export function MeetingFields({ start, words, onWords }: { start: number | undefined; words: MeetingWords; onWords: (words: MeetingWords) => void }): VNode {
  const end = start === undefined ? undefined : endOf(words.length, start);
  return (
    <div class="meeting-fields" data-testid="meeting-fields">
      <label class="row small"><Icon of={Timer} /><span class="unseen">{t('meeting_length')}</span>
        <input class="input" list="meeting-lengths" data-testid="meeting-length" value={words.length} maxLength={80} autocomplete="off" spellcheck={false} placeholder={t('meeting_length')} title={t('meeting_length')} aria-invalid={end === null}
          onInput={(event) => onWords({ ...words, length: event.currentTarget.value })} />
        <datalist id="meeting-lengths">{QUICK.map((one) => <option key={one} value={one} />)}</datalist>
      </label>
      <label class="row small grow"><Icon of={MapPin} /><span class="unseen">{t('meeting_place')}</span>
        <input class="input grow" data-testid="meeting-place" dir="auto" value={words.place} maxLength={200} autocomplete="off" placeholder={t('meeting_place')} onInput={(event) => onWords({ ...words, place: event.currentTarget.value })} />
      </label>
      <span class={`small meeting-end ${end === null ? 'bad-text' : 'good-text'}`} aria-live="polite" data-testid="meeting-end">{end === null ? t('meeting_end_error') : end !== undefined && start !== undefined ? untilWord({ dueAt: start, endsAt: end }) : ''}</span>
    </div>
  );
}

/** End and place of a meeting that is planned already; Enter keeps them, Escape leaves them as they are. */
export function MeetingForm({ followUp, name, onClose }: { followUp: FollowUp; name: string; onClose: () => void }): VNode {
  const { id, dueAt, endsAt, place = '' } = followUp;
  const [words, setWords] = useState<MeetingWords>({ length: endsAt === undefined ? USUAL_LENGTH : `${Math.round((endsAt - dueAt) / 60_000)} min`, place });
  const end = endOf(words.length, dueAt);
  const keep = async (): Promise<void> => {
    if (end === null) return;
    if (await act(t('change_meeting', name), (change) => setMeeting(book, id, { ...(end === undefined ? {} : { endsAt: end }), place: words.place }, change))) onClose();
  };
  return (
    <form class="follow-up-more" aria-label={t('meeting_edit')} data-testid="meeting-form" onSubmit={(event) => { event.preventDefault(); void keep(); }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } }}>
      <MeetingFields start={dueAt} words={words} onWords={setWords} />
      <div class="row"><button class="button" disabled={end === null} data-testid="meeting-keep">{t('meeting_keep')} <kbd>↵</kbd></button><button type="button" class="button quiet" onClick={onClose}>{t('cancel')}</button></div>
    </form>
  );
}
