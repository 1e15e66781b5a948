import { Check } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FollowUp } from '../../domain/activity.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { addFollowUp, settleFollowUp } from '../../storage/person.ts';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { now, zone } from '../state/clock.ts';
import type { Plan } from '../state/plan.ts';
import { FollowUpBox } from './follow-up-box.tsx';
import { Icon } from './icon.tsx';

/** The open follow-ups of a person, next first, with a box for one more. */
export function FollowUps({ prospectId, name, followUps }: { prospectId: string; name: string; followUps: FollowUp[] }): VNode {
  const [words, setWords] = useState('');
  const plan = ({ dueAt, words: typed }: Plan): void => {
    const when = formatWhen(dueAt, Date.now(), zone(), uiLocale());
    void act(t('change_follow_up', when, name), (change) => addFollowUp(book, { id: newId(), prospectId, dueAt, words: typed, zone: zone(), text: '' }, change))
      .then((done) => { if (done) setWords(''); });
  };
  return (
    <div class="stack tight">
      <ul class="stack tight">
        {followUps.map((followUp) => (
          <li key={followUp.id} class="row">
            <span class={`chip${followUp.dueAt <= now.value ? ' warn' : ''}`}>{formatWhen(followUp.dueAt, now.value, zone(), uiLocale())}</span>
            <span class="small muted grow one-line">{followUp.text}</span>
            <button class="button quiet" onClick={() => void act(t('change_done', name), (change) => settleFollowUp(book, followUp.id, 'done', change))}><Icon of={Check} />{t('done')}</button>
          </li>
        ))}
      </ul>
      <FollowUpBox value={words} onInput={setWords} onPlan={plan} />
    </div>
  );
}
