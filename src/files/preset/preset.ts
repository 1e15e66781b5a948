import type { LEAD_SOURCES } from '../../domain/qualification.ts';
import type { Target } from '../mapping/target.ts';

/**
 * How one tool writes its file of people or companies: one file in this folder that exports it as `preset`. Headers stand as `headerKey` has them (lower
 * case words, no accents or punctuation), other spellings of the same one behind a bar.
 */
export interface Preset {
  name: string;
  /** The tool and the file, as people call them. */
  label: string;
  /** Headers that only this file has together: all of them must be there. */
  marks: readonly string[];
  /** Headers of another tool's file: it is not this one when one is there. */
  without?: readonly string[];
  /** What each header becomes; one that is not here is guessed by its words. */
  columns: Readonly<Record<string, Target>>;
  holds?: 'companies';
  kind?: 'lead' | 'prospect';
  /** Where everybody in such a file comes from. */
  leadSource?: (typeof LEAD_SOURCES)[number];
}
