/** An import of a file: what it did, and how far it came. `id` is its change id: one undo takes all of it back. Times are epoch ms. */
export interface ImportRecord {
  id: string;
  file: string;
  /** How big the file is; older records and those of a book file do not say. */
  bytes?: number;
  /** The preset that read it; 'book' = a book file. */
  preset: string;
  at: number;
  endedAt?: number;
  /** `storing` without anybody at work on it: the panel or the browser went away in the middle. */
  state: 'storing' | 'stored' | 'stopped' | 'undone';
  /** Rows in the file, and how many of them are dealt with. */
  rows: number;
  done: number;
  added: number;
  updated: number;
  same: number;
  refused: number;
}
