import { chosen } from './people-filter.ts';

/** Selects one more, or not any more. */
export function selectToggle(id: string): void {
  const next = new Set(chosen.value);
  if (!next.delete(id)) next.add(id);
  chosen.value = next;
}

/** Selects these as well. */
export function selectRange(ids: readonly string[]): void {
  chosen.value = new Set([...chosen.value, ...ids]);
}

/** Selects these as well: all that are shown. */
export function selectAll(ids: readonly string[]): void {
  selectRange(ids);
}

export function clearSelection(): void {
  if (chosen.value.size > 0) chosen.value = new Set();
}
