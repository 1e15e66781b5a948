import { questionsOf } from './playbook.ts';

/** What can be asked of anybody: the set for a book without a starter, while no persona is known. */
export const GENERAL_QUESTIONS = questionsOf('general', {
  need: [
    'What made you look at this now, and not six months ago?',
    'How do you handle it today, and where does that break down?',
    'What does it cost you each month that it stays as it is?',
  ],
  authority: [
    'Who besides you has to be happy with this before it goes ahead?',
    'How did the last purchase of this kind get decided, step by step?',
  ],
  timing: [
    'Is there a date by which this has to work, and what happens if it slips?',
    'What has to happen on your side before you could start?',
  ],
  budget: [
    'Is money set aside for this, or would it have to come from somewhere else?',
    'What do you spend on the problem today, people’s time included?',
  ],
});
