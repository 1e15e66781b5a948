import { checkDeal, type Deal } from '../domain/deal.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

/** What deals are counted in, and what an ordinary one is worth. */
export async function readDeal(book: Book): Promise<Deal> {
  return checkDeal(await readSetting<unknown>(book, 'deal', undefined));
}

export function writeDeal(book: Book, deal: Deal): Promise<void> {
  return writeSetting(book, 'deal', checkDeal(deal));
}
