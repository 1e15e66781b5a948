import type { Reading } from '../../domain/draft.ts';

/** One way to find a field: where it looks, how sure that is (0..1), and the look itself. */
export type Strategy<T> = readonly [source: string, sure: number, find: () => T | null | undefined];

/**
 * The first strategy that finds something gives the field; one that throws costs itself, not the capture.
 * Empty texts and empty lists count as nothing found.
 */
export function pick<T>(...strategies: Strategy<T>[]): Reading<T> | undefined {
  for (const [source, sure, find] of strategies) {
    let value: T | null | undefined;
    try {
      value = find();
    } catch {
      continue;
    }
    if ((value || value === 0) && (!Array.isArray(value) || value.length)) return { value, source, sure };
  }
  return undefined;
}

/** Drops the fields that nothing was found for, so that absent stays absent. */
export function present<T extends object>(fields: { [K in keyof T]?: T[K] | '' | null | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as T;
}
