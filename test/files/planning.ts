import type { Field } from '../../src/domain/provenance.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import { BOOK_TABLES, idOf, type BookRows, type BookTable } from '../../src/files/book-schema.ts';
import { existingBook } from '../../src/files/existing-book.ts';
import { planImport, type ImportPlan } from '../../src/files/import-plan.ts';

export const none = (): BookRows => ({ prospects: [], accounts: [], notes: [], touches: [], followUps: [], lists: [], icps: [], personas: [], segments: [], rules: [], templates: [], cadences: [], enrolments: [], spends: [], suppressions: [], history: [] });
export const hand = (value: string, at: number): Field<string> => ({ value, source: { kind: 'hand', name: 'rep' }, at });
export const page = (value: string, at: number, name = 'linkedin'): Field<string> => ({ value, source: { kind: 'page', name }, at });

export function prospect(id: string, parts: Partial<Prospect> = {}): Prospect {
  return { id, kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1, ...parts };
}

/** The book after the plan was carried out. */
export function applied(rows: BookRows, plan: ImportPlan): BookRows {
  const result = structuredClone(rows) as unknown as Record<BookTable, object[]>;
  for (const table of BOOK_TABLES) {
    for (const row of plan.add[table]) {
      const id = idOf(table, row);
      if (id !== undefined && result[table].some((one) => idOf(table, one) === id)) throw new Error(`${table} ${id} is there already`);
      result[table].push(row);
    }
    for (const row of plan.update[table]) {
      const at = result[table].findIndex((one) => idOf(table, one) === idOf(table, row));
      if (at < 0) throw new Error(`${table} ${idOf(table, row)} is not there`);
      result[table][at] = row;
    }
  }
  return result as unknown as BookRows;
}

export function planned(rows: BookRows, dump: BookRows): ImportPlan {
  return planImport(structuredClone(dump), existingBook(structuredClone(rows)));
}

export function writes(plan: ImportPlan): number {
  return BOOK_TABLES.reduce((sum, table) => sum + plan.add[table].length + plan.update[table].length, Object.keys(plan.settings).length);
}
