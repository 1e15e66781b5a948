import type { VNode } from 'preact';
import { readTimeline } from '../../storage/timeline.ts';
import { book, useLive } from '../state/book.ts';
import { Timeline } from './timeline.tsx';

const NOBODY: ReadonlyMap<string, string> = new Map();

/** What happened with one person: touches, meetings, notes, stages and other changes, newest first. */
export function PersonTimeline({ id }: { id: string }): VNode | null {
  const events = useLive(() => readTimeline(book, id), [id]);
  return events ? <Timeline events={events} names={NOBODY} self={id} /> : null;
}
