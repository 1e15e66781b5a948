import type { Case } from './bench.ts';
import { CHILD } from './child.ts';
import { CREATE } from './create.ts';
import { DELETION } from './deletion.ts';
import { FAILURE } from './failure.ts';
import { IDENTITY } from './identity.ts';
import { PULL } from './pull.ts';
import { TEXT } from './text.ts';
import { UPDATE } from './update.ts';

/** Everything that a connector has to stand, by theme. */
export const THEMES: readonly { theme: string; cases: readonly Case[] }[] = [
  { theme: 'Connecting and trouble', cases: FAILURE },
  { theme: 'Creating', cases: CREATE },
  { theme: 'Who is who', cases: IDENTITY },
  { theme: 'Editing', cases: UPDATE },
  { theme: 'Deleting and merging', cases: DELETION },
  { theme: 'Taking in', cases: PULL },
  { theme: 'Notes and follow-ups', cases: CHILD },
  { theme: 'Texts', cases: TEXT },
];

export const CASES: readonly Case[] = THEMES.flatMap(({ cases }) => cases);
