import type { SyncState } from './store.ts';

/** How a connection is doing, in one word; each asks for something else of the rep. */
export type SyncStatus = 'new' | 'looking' | 'start' | 'syncing' | 'ok' | 'paused' | 'sign-in' | 'locked' | 'permission' | 'wrong-address' | 'rate-limit' | 'offline' | 'failed';

/** Reads a connection's state (undefined = it never ran). `now` is epoch ms. */
export function statusOf(state: SyncState | undefined, now: number): SyncStatus {
  if (!state) return 'new';
  if (state.paused) return 'paused';
  // a lease that has run out is that of a dead worker: its progress moves no more
  if (state.progress && (state.lease?.until ?? 0) > now) return state.started ? 'syncing' : 'looking';
  if (state.failure) {
    const { kind } = state.failure;
    if (kind === 'sign-in' || kind === 'locked' || kind === 'permission' || kind === 'wrong-address' || kind === 'rate-limit') return kind;
    return kind === 'network' || kind === 'no-answer' ? 'offline' : 'failed';
  }
  if (!state.started) return 'start';
  return state.doneAt === undefined ? 'new' : 'ok';
}
