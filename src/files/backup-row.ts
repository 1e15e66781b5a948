import * as v from 'valibot';
import type { BookTable } from '../domain/book.ts';
import { ASIDE_TABLES, type AsideTables } from './backup-write.ts';
import { BOOK_TABLES, checkRow } from './book-schema.ts';
import { tidy } from './untrusted.ts';

/** A table that a backup can hold. */
export type BackupTable = BookTable | keyof AsideTables;

export const BACKUP_TABLES: readonly BackupTable[] = [...BOOK_TABLES, ...ASIDE_TABLES];

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const many = v.pipe(v.number(), v.finite());
const SCHEMA: { [T in keyof AsideTables]: v.GenericSchema } = {
  imports: v.looseObject({ id: text, file: v.string(), preset: v.string(), at: time, state: v.picklist(['storing', 'stored', 'stopped', 'undone']), rows: many, done: many, added: many, updated: many, same: many, refused: many }),
};

/** Is this the name of a table that is restored? What a later version added is passed over. */
export function isBackupTable(name: string): name is BackupTable {
  return (BACKUP_TABLES as readonly string[]).includes(name);
}

/** The row when it is one of this table, without names that must not become properties; null when it is none. */
export function checkedRow(table: BackupTable, row: unknown): object | null {
  const kept = tidy(row);
  if (!kept.ok) return null;
  if (Object.hasOwn(SCHEMA, table)) return v.is(SCHEMA[table as keyof AsideTables], kept.value) ? kept.value as object : null;
  const checked = checkRow(table as BookTable, kept.value);
  return 'row' in checked ? checked.row : null;
}
