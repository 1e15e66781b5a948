import type { ImportRecord } from '../domain/import-record.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

const MOST = 40;
const KEY = 'importMappings';

/** What the rep made of the columns of files with one header. `mapping` is as it was put: who reads it checks it. */
export interface RememberedMapping {
  signature: string;
  mapping: unknown;
}

/** What was made of this header last time; undefined when it is new. */
export async function recallMapping(book: Book, signature: string): Promise<unknown> {
  return (await remembered(book)).find((one) => one.signature === signature)?.mapping;
}

/** Remembers what was made of a header; the forty last ones are kept. */
export async function rememberMapping(book: Book, signature: string, mapping: unknown): Promise<void> {
  const others = (await remembered(book)).filter((one) => one.signature !== signature);
  await writeSetting(book, KEY, [{ signature, mapping }, ...others].slice(0, MOST));
}

/** The import of this very file (by name, size and preset) that was cut off or stopped, the last one of several; with its id and time the import goes on, and one undo takes all of it back. */
export async function unfinishedImport(book: Book, { file, bytes, preset }: Required<Pick<ImportRecord, 'file' | 'bytes' | 'preset'>>): Promise<Pick<ImportRecord, 'id' | 'at'> | undefined> {
  const same = await book.imports.filter((one) => (one.state === 'storing' || one.state === 'stopped') && one.file === file && one.bytes === bytes && one.preset === preset).toArray();
  return same.toSorted((a, b) => b.at - a.at)[0];
}

async function remembered(book: Book): Promise<RememberedMapping[]> {
  const rows = await readSetting<unknown>(book, KEY, []);
  return Array.isArray(rows) ? rows as RememberedMapping[] : [];
}
