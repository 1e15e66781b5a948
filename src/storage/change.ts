import type { EntityKind, HistoryEntry } from '../domain/history.ts';
import type { Change } from './write.ts';

/** Not worth history: derived, or implied by the entry itself. */
const SILENT = new Set(['id', 'updatedAt', 'fit']);

/** Objects whose members change on their own: each has its own entry, so that undoing one leaves the others. */
const GROUPS = new Set(['fields', 'suggestions', 'bant', 'custom', 'contactPoints']);

/** The history entries for one row going from `old` to `row` (undefined = is not there): one a changed field, or one `*` when it came or went. */
export function changesOf(kind: EntityKind, id: string, old: object | undefined, row: object | undefined, change: Change): HistoryEntry[] {
  const subject = ((row ?? old) as { prospectId?: string } | undefined)?.prospectId ?? id;
  const entry = (field: string, before: unknown, after: unknown): HistoryEntry => ({
    ...change, entity: kind, id, subject, field,
    ...(before === undefined ? {} : { old: before }),
    ...(after === undefined ? {} : { new: after }),
  });
  if (!old && !row) return [];
  if (!old || !row) return [entry('*', old, row)];
  const entries: HistoryEntry[] = [];
  for (const name of new Set([...Object.keys(old), ...Object.keys(row)])) {
    if (SILENT.has(name)) continue;
    const before = (old as Record<string, unknown>)[name];
    const after = (row as Record<string, unknown>)[name];
    if (GROUPS.has(name)) entries.push(...inner(name, before, after, entry));
    else if (!equal(before, after)) entries.push(entry(name, before, after));
  }
  return entries;
}

function inner(group: string, before: unknown, after: unknown, entry: (field: string, before: unknown, after: unknown) => HistoryEntry): HistoryEntry[] {
  const old = (before ?? {}) as Record<string, unknown>;
  const next = (after ?? {}) as Record<string, unknown>;
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .filter((name) => !equal(old[name], next[name]))
    .map((name) => entry(`${group}.${name}`, old[name], next[name]));
}

/** Deep equality of JSON values. Key order counts: rows are built in one order, and a false difference only costs an entry. */
export function equal(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
