import { BANT_PARTS, BANT_STATES, type Bant, type BantPart, type BantState } from './qualification.ts';

/** What an answer gives of the 25 points that each part owns. Unknown is more than "no" and less than "partly": learning a no lowers, learning anything better raises. */
const POINTS: Record<BantState | 'unknown', number> = { no: 0, unknown: 10, partly: 15, yes: 25 };

/** What the four answers come to; `points` adds up to `score`. The arithmetic: docs/decisions/qualification.md. */
export interface BantScore {
  /** A whole number 0..100; 40 while nothing is known. */
  score: number;
  /** Share of the parts that are answered, whatever the answer: 0, 25, 50, 75 or 100. */
  completeness: number;
  /** How many of the four parts are answered. */
  known: number;
  points: Record<BantPart, number>;
  /** Parts worth asking about: not answered, or only partly. */
  gaps: BantPart[];
}

/** The answers alone; what a file or a later version says that is no answer is unknown. */
export function answersOf(bant: Bant | undefined): { [P in BantPart]?: BantState } {
  return Object.fromEntries(BANT_PARTS.flatMap((part) => {
    const state = bant?.[part]?.state;
    return state !== undefined && BANT_STATES.includes(state) ? [[part, state]] : [];
  }));
}

/** Scores what is known of budget, authority, need and timing. */
export function scoreBant(bant: Bant | undefined): BantScore {
  const answers = answersOf(bant);
  const points = Object.fromEntries(BANT_PARTS.map((part) => [part, POINTS[answers[part] ?? 'unknown']])) as Record<BantPart, number>;
  const known = Object.keys(answers).length;
  return {
    score: BANT_PARTS.reduce((sum, part) => sum + points[part], 0), points, known, completeness: known * 25,
    gaps: BANT_PARTS.filter((part) => answers[part] === undefined || answers[part] === 'partly'),
  };
}

/** Is an answer at least this good? no < partly < yes; unknown is at least nothing. */
export function isAtLeast(answer: BantState | undefined, wanted: BantState): boolean {
  return answer !== undefined && BANT_STATES.indexOf(answer) >= BANT_STATES.indexOf(wanted);
}
