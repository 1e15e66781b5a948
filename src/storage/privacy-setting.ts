import { DEFAULT_PRIVACY, privacyOf, type PrivacySetting } from '../domain/retention.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

const KEY = 'privacy';

/** How long people are kept, by what right, and how long an erasure can be taken back. */
export async function readPrivacy(book: Book): Promise<PrivacySetting> {
  return privacyOf(await readSetting<unknown>(book, KEY, DEFAULT_PRIVACY));
}

/** Sets some of it; the rest stays as it is stored at this moment. */
export function changePrivacy(book: Book, part: Partial<PrivacySetting>): Promise<void> {
  return book.transaction('rw', book.settings, async () => writeSetting(book, KEY, privacyOf({ ...await readPrivacy(book), ...part })));
}

/** For how long an erasure can be taken back, ms. */
export async function erasePatience(book: Book): Promise<number> {
  return (await readPrivacy(book)).undoMinutes * 60_000;
}
