import { webUrl } from './identity.ts';
import type { Prospect, Signal, SignalKind } from './prospect.ts';

/** Kinds that the rep notes by hand. */
export const HAND_SIGNALS = ['hiring', 'funding', 'news', 'changed-job', 'engaged'] as const satisfies readonly SignalKind[];

const MOST = 50;
const LONGEST = 500;

/** The signals that nobody has acted on yet, newest first. */
export function openSignals({ signals }: Pick<Prospect, 'signals'>): Signal[] {
  return (signals ?? []).filter(({ state }) => state === 'open').toSorted((a, b) => b.at - a.at);
}

/** A signal noted by hand: one line, and the address it was read at (dropped unless it is http or https). Null when nothing is said. */
export function handSignal(id: string, kind: SignalKind, text: string, address: string, at: number): Signal | null {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const url = webUrl(address.trim())?.href ?? '';
  return line || url ? { id, kind, at, field: '', from: '', to: line, url: url.length > 2_000 ? '' : url, state: 'open' } : null;
}

/** A prospect with more signals. At most 50 are kept: of those that were dealt with the oldest go first, then the oldest at all. */
export function withSignals(prospect: Prospect, more: readonly Signal[]): Prospect {
  const all = [...prospect.signals ?? [], ...more];
  const settled = all.filter(({ state }) => state !== 'open');
  const surplus = Math.max(0, all.length - MOST);
  const gone = new Set([...settled.slice(0, surplus), ...all.filter(({ state }) => state === 'open').slice(0, Math.max(0, surplus - settled.length))]);
  return { ...prospect, signals: all.filter((one) => !gone.has(one)) };
}

/** Somebody answered or came to us: one open signal, however often they do so before the rep looks. */
export function engaged(prospect: Prospect, id: string, text: string, at: number): Prospect {
  const known = prospect.signals?.find(({ kind, state, field }) => kind === 'engaged' && state === 'open' && field === '');
  const to = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  if (known) return { ...prospect, signals: prospect.signals!.map((one) => (one === known ? { ...one, to, at: Math.max(one.at, at) } : one)) };
  return withSignals(prospect, [{ id, kind: 'engaged', at, field: '', from: '', to, url: '', state: 'open' }]);
}

/** Open signals become taken (acted on) or left; `ids` names which, absent = all. */
export function settledSignals(prospect: Prospect, state: 'taken' | 'left', ids?: readonly string[]): Prospect {
  if (!prospect.signals?.some((one) => one.state === 'open')) return prospect;
  return { ...prospect, signals: prospect.signals.map((one) => (one.state === 'open' && (!ids || ids.includes(one.id)) ? { ...one, state } : one)) };
}

/** Nothing of this person is a reason to act any more. */
export function leftSignals(prospect: Prospect): Prospect {
  return settledSignals(prospect, 'left');
}
