import type { Book } from './database.ts';

/** What the book keeps, in the groups in which it is told. */
export const KEPT = ['people', 'accounts', 'notes', 'touches', 'followUps', 'plans', 'history', 'hashes', 'erasures', 'crm', 'requests', 'counts', 'secrets'] as const;
export type Kept = (typeof KEPT)[number];

/** How many rows each group has; every table of the book is in one. What is derived from rows (index, journal, inbox) is told with them. */
export async function countKept(book: Book): Promise<Record<Kept, number>> {
  const counts = new Map(await book.transaction('r', book.tables, () => Promise.all(book.tables.map(async (table) => [table.name, await table.count()] as const))));
  const sum = (...tables: string[]): number => tables.reduce((all, name) => all + (counts.get(name) ?? 0), 0);
  return {
    people: sum('prospects'), accounts: sum('accounts'), notes: sum('notes'), touches: sum('touches'), followUps: sum('followUps'),
    plans: sum('lists', 'icps', 'personas', 'segments', 'rules', 'templates', 'cadences', 'enrolments', 'spends', 'imports'), history: sum('history'), hashes: sum('suppressions'), erasures: sum('erasures'),
    crm: sum('links', 'seen', 'outbox'), requests: sum('ledger'), counts: sum('health', 'templateUses'), secrets: sum('secrets'),
  };
}
