import type { FollowUp } from '../activity.ts';
import type { PeopleTable } from './table.ts';

/** An open follow-up as lists and queues see it; `channel` '' = not said. */
export interface OpenFollowUp {
  id: string;
  prospectId: string;
  /** Epoch ms. */
  dueAt: number;
  channel: string;
}

/** Somebody's open follow-ups as one text of their line, the next one first: id, due time and channel by turns; '' = none. */
export function packOpen(followUps: readonly FollowUp[]): string {
  const open = followUps.filter((one) => one.open === 1);
  if (open.length === 0) return '';
  return JSON.stringify(open.toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1)).flatMap(({ id, dueAt, channel = '' }) => [id, dueAt, channel]));
}

/** All that is due up to `until` (epoch ms), person by person: the same as the rows say, without reading one. */
export function dueLines({ ids, texts: { open }, numbers: { nextDue } }: PeopleTable, until: number): OpenFollowUp[] {
  const due: OpenFollowUp[] = [];
  for (let slot = 0; slot < ids.length; slot++) {
    // most people have nothing due: their text is not read
    if (ids[slot] === '' || nextDue[slot]! > until) continue;
    const packed = open.get(slot);
    if (packed === '') continue;
    const parts = JSON.parse(packed) as (string & number)[];
    for (let at = 0; at < parts.length && parts[at + 1]! <= until; at += 3) due.push({ id: parts[at]!, prospectId: ids[slot]!, dueAt: parts[at + 1]!, channel: parts[at + 2]! });
  }
  return due;
}
