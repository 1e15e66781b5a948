import type { PlanMeans } from '../domain/enrol.ts';
import type { Prospect } from '../domain/prospect.ts';
import { isZone } from '../domain/wall-time.ts';
import { DEFAULT_WINDOWS, type SendingWindows } from '../domain/sending-hours.ts';
import type { Book } from './database.ts';
import { readSetting } from './setting.ts';
import { readWeek } from './time-setting.ts';

/** How steps are planned for somebody: their zone by the rep's word, else the one given, by the windows and the days off that are set. Reads once, answers for many. */
export async function planMeans(book: Book): Promise<(prospect: Pick<Prospect, 'timeZone'> | undefined, zone: string) => PlanMeans> {
  const windows = await readSetting<SendingWindows>(book, 'windows', DEFAULT_WINDOWS);
  const { weekend } = await readWeek(book);
  return (prospect, zone) => ({ windows, off: { weekend }, zone: [prospect?.timeZone ?? '', zone].find(isZone) ?? 'UTC' });
}
