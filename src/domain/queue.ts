import { CHANNELS } from './qualification.ts';

/** One due follow-up as the queue sees it. `key` names this due time of it: put off and due again it is another one. */
export interface QueueEntry {
  key: string;
  followUpId: string;
  prospectId: string;
  /** Epoch ms. */
  dueAt: number;
  /** How it is to be done; '' = not said. */
  channel: string;
  /** 1..4 = P1..P4. */
  level: number;
  /** When the rep put it to the end of today's queue (epoch ms). */
  skippedAt?: number;
}

export const QUEUE_ORDERS = ['channel', 'priority'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** A run of the queue: a channel ('' = not said), a priority, or `skipped`, always last. Never empty. */
export interface QueueGroup {
  name: string;
  entries: QueueEntry[];
}

export const SKIPPED = 'skipped';

/** The name of one due time of a follow-up. */
export function queueKey({ id, dueAt }: { id: string; dueAt: number }): string {
  return `${id}@${dueAt}`;
}

/** Priority first, then the one that waits longest; the key makes it total, so that equal ones never change places. */
export function byWorth(a: QueueEntry, b: QueueEntry): number {
  return a.level - b.level || a.dueAt - b.dueAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/**
 * The queue in the order in which it is worked through. Groups stand in an order of their own (channels as they are always listed), so that
 * they do not move while the rep works; what was skipped comes last, first skipped first. Everything is in exactly one group.
 */
export function arrange(entries: readonly QueueEntry[], by: QueueOrder): QueueGroup[] {
  const groups = new Map<string, QueueEntry[]>();
  for (const entry of entries.toSorted(byWorth)) {
    // a file may name a channel as it likes
    const name = entry.skippedAt !== undefined ? SKIPPED : by === 'priority' ? `P${entry.level}` : entry.channel === SKIPPED ? '' : entry.channel;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  groups.get(SKIPPED)?.sort((a, b) => a.skippedAt! - b.skippedAt! || byWorth(a, b));
  return [...groups].map(([name, some]) => ({ name, entries: some })).toSorted((a, b) => rankOf(a.name) - rankOf(b.name) || (a.name < b.name ? -1 : 1));
}

function rankOf(name: string): number {
  if (name === SKIPPED) return 1_000;
  if (name === '') return 999;
  const at = (CHANNELS as readonly string[]).indexOf(name);
  // of priorities the name itself says the order; a channel that only a file knows stands behind those that we know
  return at < 0 ? CHANNELS.length : at;
}

/**
 * Where the rep goes from one entry: on through the queue, from its end back to what was passed over, and last to what was skipped; never to one
 * that is `leaving`. undefined = none is left.
 */
export function after(order: readonly QueueEntry[], key: string, leaving: ReadonlySet<string>): QueueEntry | undefined {
  const at = order.findIndex((one) => one.key === key);
  const ahead = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))].filter((one) => !leaving.has(one.key));
  return ahead.find(({ skippedAt }) => skippedAt === undefined) ?? ahead[0];
}
