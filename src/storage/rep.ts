import type { Rep } from '../domain/merge-field.ts';
import { plainLine, plainText } from '../domain/plain-text.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

const KEY = 'rep';
const DRAFTS = 'draftLines';

/** Who writes the messages; what was never said is ''. */
export async function readRep(book: Book): Promise<Rep> {
  return tidy(await readSetting<Partial<Rep>>(book, KEY, {}));
}

export function writeRep(book: Book, rep: Rep): Promise<void> {
  return writeSetting(book, KEY, tidy(rep));
}

/** May a model on this machine draft the personal line? Off until the rep says so. */
export async function readDrafts(book: Book): Promise<boolean> {
  return await readSetting<unknown>(book, DRAFTS, false) === true;
}

export function writeDrafts(book: Book, on: boolean): Promise<void> {
  return writeSetting(book, DRAFTS, on);
}

function tidy(rep: Partial<Rep>): Rep {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { name: plainLine(text(rep.name), 120), company: plainLine(text(rep.company), 120), signature: plainText(text(rep.signature), 2_000) };
}
