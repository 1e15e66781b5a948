import { slotsOf, type PeopleTable } from './table.ts';

/** The slots of everybody, who came last first; equals by id, the highest first. Almost without work when the slots lie so, as they do in a table that was stored. */
export function newestFirst(table: PeopleTable): Uint32Array<ArrayBuffer> {
  const { createdAt } = table.numbers;
  const { ids } = table;
  const before = (a: number, b: number): number => createdAt[b]! - createdAt[a]! || (ids[a]! < ids[b]! ? 1 : -1);
  const slots = slotsOf(table);
  // those that lie as they should, and the few that do not
  const run = new Uint32Array(slots.length);
  const rest: number[] = [];
  let length = 0;
  for (const slot of slots) {
    if (length > 0 && before(run[length - 1]!, slot) > 0) rest.push(slot);
    else run[length++] = slot;
  }
  if (rest.length === 0) return run;
  rest.sort(before);
  const merged = new Uint32Array(slots.length);
  for (let at = 0, left = 0, right = 0; at < merged.length; at++) {
    merged[at] = right >= rest.length || (left < length && before(run[left]!, rest[right]!) < 0) ? run[left++]! : rest[right++]!;
  }
  return merged;
}
