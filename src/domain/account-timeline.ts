import type { FollowUp, Note, Touch } from './activity.ts';
import type { HistoryEntry } from './history.ts';
import { tookPlace } from './meeting.ts';

/** One thing that happened at an account or to one of its people. `subject` is whom it is about (a person's id, or the account's). */
export type AccountEvent = { id: string; at: number; subject: string } & (
  { kind: 'touch'; touch: Touch } | { kind: 'note'; note: Note } | { kind: 'meeting'; meeting: FollowUp } | { kind: 'change'; label: string; by: string; changes: number });

/** Touches, notes, meetings (also those ahead) and actions in one line, newest first, at most so many. An action is one event however many fields it changed; one that kept a touch, or nothing but a note, is told by that. */
export function timelineOf({ touches, notes, followUps = [], history }: { touches: readonly Touch[]; notes: readonly Note[]; followUps?: readonly FollowUp[]; history: readonly HistoryEntry[] }, most: number): AccountEvent[] {
  const events: AccountEvent[] = [
    ...touches.map((touch): AccountEvent => ({ kind: 'touch', id: touch.id, at: touch.at, subject: touch.prospectId, touch })),
    ...notes.map((note): AccountEvent => ({ kind: 'note', id: note.id, at: note.createdAt, subject: note.prospectId, note })),
    ...followUps.filter(tookPlace).map((meeting): AccountEvent => ({ kind: 'meeting', id: meeting.id, at: meeting.dueAt, subject: meeting.prospectId, meeting })),
  ];
  const actions = new Map<string, HistoryEntry[]>();
  for (const entry of history) {
    const at = `${entry.changeId} ${entry.subject}`;
    const steps = actions.get(at);
    if (steps) steps.push(entry);
    else actions.set(at, [entry]);
  }
  for (const [id, steps] of actions) {
    const { at, subject, label, by } = steps[0]!;
    const kept = (kind: 'touch' | 'note') => ({ entity, field, new: next }: HistoryEntry): boolean => entity === kind && field === '*' && next !== undefined;
    if (steps.some(kept('touch')) || steps.every(kept('note'))) continue;
    events.push({ kind: 'change', id, at, subject, label, by, changes: steps.length });
  }
  return events.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)).slice(0, most);
}
