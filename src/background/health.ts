import { isoDay, wallAt } from '../domain/wall-time.ts';
import type { PageSeen } from '../messages/contract.ts';
import { sessionGet, sessionSet } from '../platform/session.ts';
import { addresses } from '../sites/addresses.ts';
import type { Book } from '../storage/database.ts';
import { countDraft } from '../storage/health.ts';

const SITES = new Set(addresses.map(({ name }) => name));

/** Counts what a settled page gave. A page that is told of once more in its tab, because it can now be read better, is still one page. */
export async function countSeen(book: Book, tabId: number, { url, state, draft }: PageSeen, now: number): Promise<void> {
  if (!draft || state !== 'settled') return;
  const mark = `counted:${tabId}`;
  if (await sessionGet<string>(mark) === url) return;
  await sessionSet(mark, url);
  await countDraft(book, draft, isoDay(wallAt(now, new Intl.DateTimeFormat().resolvedOptions().timeZone)), SITES);
}
