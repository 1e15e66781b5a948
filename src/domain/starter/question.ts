import type { DiscoveryQuestion } from '../persona.ts';

/** What can be asked of anybody: the set that is used while no persona is known. */
export const GENERAL_QUESTIONS: readonly DiscoveryQuestion[] = [
  { id: 'general-need-1', part: 'need', text: 'What made you look at this now, and not six months ago?' },
  { id: 'general-need-2', part: 'need', text: 'How do you handle it today, and where does that break down?' },
  { id: 'general-need-3', part: 'need', text: 'What does it cost you each month that it stays as it is?' },
  { id: 'general-authority-1', part: 'authority', text: 'Who besides you has to be happy with this before it goes ahead?' },
  { id: 'general-authority-2', part: 'authority', text: 'How did the last purchase of this kind get decided, step by step?' },
  { id: 'general-timing-1', part: 'timing', text: 'Is there a date by which this has to work, and what happens if it slips?' },
  { id: 'general-timing-2', part: 'timing', text: 'What has to happen on your side before you could start?' },
  { id: 'general-budget-1', part: 'budget', text: 'Is money set aside for this, or would it have to come from somewhere else?' },
  { id: 'general-budget-2', part: 'budget', text: 'What do you spend on the problem today, people’s time included?' },
];
