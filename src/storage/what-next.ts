import type { FollowUp, Touch } from '../domain/activity.ts';
import type { Prospect } from '../domain/prospect.ts';
import { isLive } from '../domain/what-next.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

/** Somebody for whom nothing is planned any more; `closed` was the last of it. */
export interface LeftOver {
  prospect: Prospect;
  touches: Touch[];
  closed: FollowUp;
}

/** More entries than this are no act about one person. */
const MOST = 60;

/** Whom an action has left without anything planned: the one person whose last open follow-up it closed, when they are live and in no cadence that goes on. Undefined when there is none, or when it was about several. */
export function leftOver(book: Book, changeId: string): Promise<LeftOver | undefined> {
  return book.transaction('r', [book.history, book.prospects, book.followUps, book.touches, book.enrolments], async () => {
    const entries = await book.history.where('changeId').equals(changeId).limit(MOST + 1).toArray();
    const closings = entries.filter(({ entity, field, new: next }) => entity === 'followUp' && field === 'open' && next === 0);
    const [first] = closings;
    if (!first || entries.length > MOST || closings.some(({ subject }) => subject !== first.subject)) return undefined;
    const prospect = await book.prospects.get(first.subject);
    if (!prospect || !await isLeft(book, prospect.id)) return undefined;
    const closed = await book.followUps.get(first.id);
    return closed && { prospect, closed, touches: await book.touches.where('prospectId').equals(prospect.id).toArray() };
  });
}

/** Is somebody live, with nothing planned for them: no open follow-up, and no cadence that goes on or is on hold? */
export async function isLeft(book: Book, prospectId: string): Promise<boolean> {
  const [prospect, followUps, enrolments] = await Promise.all([book.prospects.get(prospectId), book.followUps.where('prospectId').equals(prospectId).toArray(), book.enrolments.where('prospectId').equals(prospectId).toArray()]);
  return prospect !== undefined && isLive(prospect) && !followUps.some(({ open }) => open === 1) && !enrolments.some(({ state }) => state !== 'stopped');
}

const KEY = 'ask-what-next';

/** Is the rep asked what comes next? */
export async function readAskNext(book: Book): Promise<boolean> {
  return await readSetting<unknown>(book, KEY, true) !== false;
}

export function writeAskNext(book: Book, asks: boolean): Promise<void> {
  return writeSetting(book, KEY, asks);
}
