import type { Registration } from '../domain/sync/connection.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

const KEY = 'crm-registrations';

/** What the CRM at this origin knows us by; undefined when nothing was kept. */
export async function readRegistration(book: Book, origin: string): Promise<Registration | undefined> {
  return (await readSetting<{ [origin: string]: Registration }>(book, KEY, {}))[origin];
}

/** Keeps what a CRM knows us by, in place of what was kept for its origin; undefined = forgets it. It stays on this machine. */
export function keepRegistration(book: Book, origin: string, registration: Registration | undefined): Promise<void> {
  return book.transaction('rw', book.settings, async () => {
    const { [origin]: _before, ...others } = await readSetting<{ [origin: string]: Registration }>(book, KEY, {});
    await writeSetting(book, KEY, registration === undefined ? others : { ...others, [origin]: registration });
  });
}
