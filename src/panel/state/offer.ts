import { readSetting, writeSetting } from '../../storage/setting.ts';
import { book } from './book.ts';

/** Offers of a cadence to which the rep has said no: "person cadence". */
const KEY = 'declinedCadences';
/** As many are remembered; an older one may be offered again. */
const MOST = 2_000;

/** Has the rep said no to this cadence for this person? Another priority with another cadence is another offer. */
export async function isDeclined(prospectId: string, cadenceId: string): Promise<boolean> {
  return (await readDeclined()).includes(`${prospectId} ${cadenceId}`);
}

/** Remembers a no. */
export function decline(prospectId: string, cadenceId: string): Promise<void> {
  const one = `${prospectId} ${cadenceId}`;
  return book.transaction('rw', book.settings, async () => writeSetting(book, KEY, [...(await readDeclined()).filter((each) => each !== one), one].slice(-MOST)));
}

async function readDeclined(): Promise<string[]> {
  const stored = await readSetting<unknown>(book, KEY, []);
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}
