import type { HistoryEntry } from '../domain/history.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';

/**
 * How people came who came in bulk: an entry for each, as history would have it if it had one a row (field `**`: it cannot be taken back by itself).
 * Nobody else is in the answer.
 */
export async function arrivalsOf(book: Book, people: readonly Prospect[]): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (const importId of new Set(people.flatMap((one) => one.importId ?? []))) {
    const [first, record] = [await book.history.where('changeId').equals(importId).filter(({ field, entity }) => field === '**' && entity === 'prospect').first(), await book.imports.get(importId)];
    if (!first && !record) continue;
    const told = { changeId: importId, at: first?.at ?? record!.at, by: first?.by ?? 'import', label: first?.label ?? record!.file, entity: 'prospect' as const, field: '**' };
    for (const { id, importId: own } of people) if (own === importId) entries.push({ ...told, id, subject: id });
  }
  return entries;
}
