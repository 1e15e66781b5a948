import type { EntryNeeds } from '../../domain/entry.ts';
import type { Column } from '../csv.ts';
import type { Entry } from '../format.ts';

/** Why somebody is not in a file: nothing may be sent to them, or what the tool cannot do without is not known. */
export const LEFT_OUT = ['no-contact', 'no-email', 'no-reach', 'no-name', 'no-company'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** An entry as a file for another tool says it. `email` and `phone` are the best that have not bounced; absent is not known. */
export interface ExportRow {
  readonly entry: Entry;
  /** The name as it is written. */
  readonly name: string;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly company?: string | undefined;
  /** The company's own domain. */
  readonly domain?: string | undefined;
  /** The one country that the location names, as ISO code. */
  readonly country?: string | undefined;
  readonly linkedin?: string | undefined;
}

/** How one tool wants its file: one file in this folder that exports it as `preset`. Column names are the tool's own and stay untranslated. */
export interface ExportPreset {
  name: string;
  /** The tool and what the file is there, as people call them. */
  label: string;
  /** Is the file made to send something to the people in it? Who is not to be contacted is left out then. */
  sending: boolean;
  /** `companies`: one row a company, however many people work there. */
  holds: 'people' | 'companies';
  /** Starts with a byte order mark: for spreadsheets; importers of other tools would take it for part of the first name. */
  bom?: true;
  needs: EntryNeeds;
  /** Why the tool could do nothing with this row; undefined = it can. */
  lacks(row: ExportRow): LeftOut | undefined;
  columns: readonly Column<ExportRow>[];
}
