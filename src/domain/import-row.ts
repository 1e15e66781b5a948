import type { AccountFields } from './account.ts';
import type { ProfileKey } from './identity.ts';
import type { Consent, Lawful } from './privacy.ts';
import type { Prospect, ProspectFields } from './prospect.ts';

/** Fields as plain values: source (the file) and time are added where they are stored. */
export type PlainFields<F> = { [N in keyof F]?: NonNullable<F[N]> extends { value: infer V } ? V : never };

/** A contact that a file tells of. `at` is epoch ms. */
export interface ImportTouch {
  channel: string;
  direction: 'in' | 'out';
  at: number;
  outcome?: string;
  note?: string;
}

/**
 * One row of a file as it is mapped: clean, bounded texts, nothing empty. `line` is the line of the file on which it begins (1 = the first).
 * `keys` are the identities of its profile addresses; those of its e-mail addresses are added where it is matched. `fields.company` and `account`
 * speak of one company; `accountKeys` are the identities of its addresses. What somebody who is in the book already has is never overwritten.
 */
export interface ImportRow {
  line: number;
  kind: 'lead' | 'prospect';
  fields: PlainFields<ProspectFields>;
  keys: ProfileKey[];
  account?: PlainFields<AccountFields>;
  accountKeys?: ProfileKey[];
  tags?: string[];
  /** Names of lists; one that is not there yet is made. */
  lists?: string[];
  note?: string;
  touches?: ImportTouch[];
  stage?: Prospect['stage'];
  leadSource?: string;
  sourceDetail?: string;
  campaign?: string;
  lawful?: Lawful;
  consent?: Consent;
  /** `at`: epoch ms, absent = now; `reason`: of DO_NOT_CONTACT_REASONS, or free text. */
  doNotContact?: { at?: number; reason: string };
  /** Fields of the rep's own, by name. */
  custom?: { [name: string]: string };
  /** Epoch ms; absent or ahead = now. */
  createdAt?: number;
  /** There is no person in this row: only its company is stored. */
  isCompany?: true;
  /** What its cells hold and nobody can read: the row is stored without. */
  lost?: LostValue[];
}

/** A value that stays out of the book, as it stands in the file (at most 100 characters), and the index of its column. */
export interface LostValue {
  column: number;
  text: string;
}

/** Why a row cannot be stored. */
export const REFUSALS = ['no-name', 'no-cells', 'too-many-cells', 'too-few-cells', 'too-long', 'unclosed-quote', 'bad-email', 'bad-date', 'other'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A row that cannot be stored; `detail` says more in the file's own words: the column, the value. */
export interface RefusedRow {
  line: number;
  refused: Refusal;
  detail?: string;
}

/** What a reader gives for each row of the file. */
export type ReadRow = ImportRow | RefusedRow;

/** What becomes of a row. `double`: the same person as one of an earlier line. */
export const IMPORT_RESULTS = ['new', 'update', 'same', 'double', 'suppressed', 'refused'] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

/** An example of a result to look at: the line, who it is, and what says more: the earlier line of the double, the id of who is in the book, the reason. */
export interface ImportExample {
  line: number;
  shown: string;
  firstLine?: number;
  prospectId?: string;
  /** Names of fields that are filled, and that are offered as suggestions. */
  filled?: string[];
  offered?: string[];
  refused?: Refusal;
  detail?: string;
}

/** How many rows became what, with the first few of each. */
export interface ImportCount {
  rows: number;
  results: { [R in ImportResult]: number };
  examples: { [R in ImportResult]: ImportExample[] };
  /** Companies and lists that are made. */
  accounts: number;
  lists: number;
  /** Every row that is not stored as it stands (refused, double, suppressed), in the order of the file. */
  left: { line: number; result: 'refused' | 'double' | 'suppressed'; refused?: Refusal; detail?: string; firstLine?: number }[];
  /** Every row that is stored, or was before, without some of its values; in the order of the file. */
  short: { line: number; lost: LostValue[] }[];
}

/** Is this a row that can be stored? */
export function isImportRow(row: ReadRow): row is ImportRow {
  return !('refused' in row);
}

/** Nothing counted yet. */
export function noCount(): ImportCount {
  const each = <T>(make: () => T): { [R in ImportResult]: T } => ({ new: make(), update: make(), same: make(), double: make(), suppressed: make(), refused: make() });
  return { rows: 0, results: each(() => 0), examples: each(() => []), accounts: 0, lists: 0, left: [], short: [] };
}
