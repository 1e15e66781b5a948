import type { ImportCount, ReadRow } from './import-row.ts';

/**
 * How a file becomes rows: `open` looks at its beginning (what was recognised, columns, samples), `rows` reads it from the start as often as it is
 * asked, some hundred rows at a time. Neither holds the whole file. `Wish` is what the rep changed of what was recognised (JSON), `Opened` what
 * the screen shows, `Mapping` what each column becomes with the options for all rows (JSON). Both throw an Error whose message may be shown.
 */
export interface RowReader<Wish, Opened, Mapping> {
  open(file: File, wish: Wish | undefined): Promise<Opened>;
  /** `onBytes` hears how much of the file has been read. */
  rows(file: File, mapping: Mapping, onBytes: (bytes: number) => void): AsyncIterable<readonly ReadRow[]>;
}

/** The Web Lock that is held while an import is counted, stored or taken back: a record that says `storing` while nobody holds it was left in the middle. */
export const IMPORT_LOCK = 'paydirt import';

/** Who imports: one change for all of it, so that one undo takes it back. `at` is epoch ms; `bytes` is how big the file is. */
export interface ImportOrder {
  id: string;
  at: number;
  by: string;
  label: string;
  file: string;
  bytes?: number;
  preset: string;
}

/** How far it is. `pace` is rows a second, lately; `left` seconds to go by that pace, absent while unknown. */
export interface ImportProgress {
  done: number;
  rows: number;
  pace: number;
  left?: number;
}

/** How work on a file ended: `stored` (all of it), `stopped` (by the rep; what is stored stays), or `full` (no room on the disk: what is stored stays, whole). */
export type ImportEnd = 'stored' | 'stopped' | 'full';

/** What an undo of an import did: how many people went, how many fields of others went back, and whom it left because something was done with them since (the first 100 ids and how many). */
export interface ImportUndone {
  removed: number;
  restored: number;
  kept: { count: number; ids: string[] };
  isWhole: boolean;
}

/** What the panel asks of the worker; `job` names the answers to it. One job at a time; `cancel` ends the one that runs. */
export type ToImporter<Wish, Mapping> = { job: number } & (
  | { ask: 'open'; file: File; wish?: Wish }
  | { ask: 'count'; file: File; mapping: Mapping }
  | { ask: 'store'; file: File; mapping: Mapping; order: ImportOrder; rows: number }
  | { ask: 'undo'; id: string; at: number; label: string }
  | { ask: 'cancel' });

/** What the worker answers: any number of `progress`, then one of the others. */
export type FromImporter<Opened> = { job: number } & (
  | { said: 'opened'; opened: Opened }
  | { said: 'progress'; progress: ImportProgress }
  | { said: 'counted'; count: ImportCount; isWhole: boolean }
  | { said: 'ended'; end: ImportEnd; count: ImportCount }
  | { said: 'undone'; undone: ImportUndone }
  | { said: 'failed'; message: string; kind: 'unreadable' | 'busy' | 'full' | 'bug' });
