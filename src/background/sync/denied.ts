import type { SyncKind } from '../../domain/sync/record.ts';
import type { SyncState } from '../../domain/sync/store.ts';
import { Stopped } from './ports.ts';

export type Denied = NonNullable<SyncState['denied']>;

/** Does a kind's part of a run; where the CRM does not let this account, that is noted in `denied` and the run goes on without. People are what all else hangs on: without them it ends. */
export async function unlessDenied(denied: Denied, kind: SyncKind, work: () => Promise<void>): Promise<void> {
  if (denied[kind] !== undefined) return;
  try {
    await work();
  } catch (error) {
    if (kind === 'prospect' || !(error instanceof Stopped) || error.failure.kind !== 'permission') throw error;
    denied[kind] = error.failure.message;
  }
}
