import type { DiscoveryQuestion, Persona } from './persona.ts';
import { BANT_STATES, type Bant, type BantPart } from './qualification.ts';

/** In which order a first talk asks: a person without a need has no budget for it either, and asking for money first ends the talk. */
export const ASKING_ORDER: readonly BantPart[] = ['need', 'authority', 'timing', 'budget'];

/**
 * The questions worth asking next: those whose part of BANT is unknown or only partly known, in the order need, authority, timing, budget,
 * each part's as they are written. The persona's questions are asked; `general` ones for a part that it has none for, or without a persona.
 */
export function nextQuestions(bant: Bant | undefined, persona: Persona | undefined, general: readonly DiscoveryQuestion[]): DiscoveryQuestion[] {
  return ASKING_ORDER.filter((part) => isOpen(bant, part)).flatMap((part) => {
    const own = questionsFor(persona?.questions ?? [], part);
    return own.length > 0 ? own : questionsFor(general, part);
  });
}

function isOpen(bant: Bant | undefined, part: BantPart): boolean {
  const state = bant?.[part]?.state;
  return state === undefined || state === 'partly' || !BANT_STATES.includes(state);
}

function questionsFor(questions: readonly DiscoveryQuestion[], wanted: BantPart): DiscoveryQuestion[] {
  return questions.filter(({ part, text }) => part === wanted && text.trim() !== '');
}
