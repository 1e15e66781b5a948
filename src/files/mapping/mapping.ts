import type { Consent, LawfulBasis } from '../../domain/privacy.ts';
import type { TableFormat } from '../table/read.ts';
import { REASON_COLUMN } from '../table/refused.ts';
import type { DateOrder } from '../value/date.ts';
import type { Target } from './target.ts';

/** What is said of all rows of a file; where a column says it too, the column is right. '' and [] = nothing. */
export interface ImportOptions {
  kind: '' | 'lead' | 'prospect';
  tags: string[];
  lists: string[];
  leadSource: string;
  sourceDetail: string;
  campaign: string;
  /** '' = as the settings say. */
  lawful: LawfulBasis | '';
  lawfulNote: string;
  /** Did everybody in the file agree to be written to? `at` is epoch ms. */
  consent?: Consent | undefined;
}

/** How a file is read and what becomes of its columns. JSON: it goes to the worker, and is remembered by header. */
export interface ImportMapping {
  format: TableFormat;
  preset: string;
  /** Is each row a person, or a company without one? */
  holds: 'people' | 'companies';
  names: string[];
  targets: Target[];
  /** By column: how its dates are read. */
  orders: DateOrder[];
  options: ImportOptions;
}

/** Nothing said of all rows. */
export function noOptions(): ImportOptions {
  return { kind: '', tags: [], lists: [], leadSource: '', sourceDetail: '', campaign: '', lawful: '', lawfulNote: '' };
}

/** What a header is remembered by: its names in their order. A file of rows that were left out is the same one. */
export function signatureOf(names: readonly string[]): string {
  return JSON.stringify(names.filter((name) => name !== REASON_COLUMN).map((name) => name.toLowerCase()));
}
