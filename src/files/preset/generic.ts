import type { Preset } from './preset.ts';

/** Any table at all: its columns are guessed by their words. */
export const preset: Preset = { name: 'generic', label: 'Any table', marks: [], columns: {} };
