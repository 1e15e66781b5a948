import { retryAt } from '../../domain/sync/backoff.ts';
import type { Failure } from '../../domain/failure.ts';
import { SYNC_KINDS, type SyncKind } from '../../domain/sync/record.ts';
import type { Progress, SyncState, SyncStore } from '../../domain/sync/store.ts';
import { LEASE } from './claim.ts';
import { unlessDenied, type Denied } from './denied.ts';
import { lookAgain } from './look-again.ts';
import { isHeld, Stopped, type Ports } from './ports.ts';
import { pull, removeDoubles } from './pull.ts';
import { push } from './push.ts';

/** How a run ended: `done`; `preview` = all was looked at and nothing written, the rep has to start it; `busy` = another runner is at it; `paused`;
 * `outdated` = the rep has decided something else meanwhile, a new run is due; or what went wrong. */
export type Ended = 'done' | 'preview' | 'busy' | 'paused' | 'outdated' | Failure;

/** Known ids are looked up in turn, some each time, not more often than this (ms): deletions that no CRM tells of. */
const SWEEP_EVERY = 600_000;

/**
 * One run of a connection: takes in what changed there, looks for what is gone, sends what changed here. May be killed between any two lines;
 * the next run goes on. Expected failures are written into the state with the time of the next try.
 */
export async function run(ports: Ports, chance: () => number): Promise<Ended> {
  const start = await ports.store.transact(async (tx): Promise<'busy' | 'paused' | 'outdated' | { edition: number | undefined; started: boolean }> => {
    const state = await tx.state();
    if (ports.edition !== undefined && ports.edition !== state.edition) return 'outdated';
    if (state.paused) return 'paused';
    if (isHeld(state.lease, ports) && state.lease?.by !== ports.runner) return 'busy';
    const { again: _over, ...rest } = state;
    await tx.setState({ ...rest, lease: lease(ports) });
    return { edition: state.edition, started: state.started };
  });
  if (typeof start === 'string') return start;
  try {
    const denied: Denied = {};
    const ended = await work({ ...ports, store: guarded(ports.store, start.edition) }, start.started, denied);
    await change(ports, ({ failure: _failure, denied: _before, ...state }) => ({ ...state, ...(Object.keys(denied).length ? { denied } : {}), ...(ended === 'done' ? { doneAt: ports.clock() } : {}) }));
    return ended;
  } catch (error) {
    if (error instanceof Outdated) return 'outdated';
    if (!(error instanceof Stopped)) throw error;
    const { failure } = error;
    await change(ports, (state) => {
      const tries = (state.failure?.tries ?? 0) + 1;
      const again = failure.retryAt ?? (isPassing(failure) ? retryAt(ports.clock(), tries, chance()) : undefined);
      return { ...state, failure: { ...failure, at: ports.clock(), tries, ...(again === undefined ? {} : { retryAt: again }) } };
    });
    return failure;
  } finally {
    await change(ports, ({ lease: _lease, progress: _progress, ...state }) => state);
  }
}

/** Does this pass by itself? What does not waits for the rep. */
export function isPassing({ kind }: Failure): boolean {
  return kind === 'network' || kind === 'rate-limit' || kind === 'no-answer';
}

/** `denied` comes to hold what this account may not do. */
async function work(ports: Ports, started: boolean, denied: Denied): Promise<'done' | 'preview' | 'paused'> {
  const kinds = SYNC_KINDS.filter((kind) => ports.flags.kinds[kind]);
  for (const kind of kinds) {
    // whom a note or task is about is not known before
    if (!started && kind !== 'account' && kind !== 'prospect') continue;
    if (await tell(ports, { step: 'pulling', kind, done: 0 })) return 'paused';
    await unlessDenied(denied, kind, () => pull(ports, kind, async (seen) => { if (await tell(ports, { step: 'pulling', kind, done: seen })) throw new Paused(); }).catch(unlessPaused));
  }
  const state = await ports.store.transact((tx) => tx.state());
  if (state.paused) return 'paused';
  if (!state.started) return 'preview';
  if (state.doubles) await removeDoubles(ports, denied);
  if ((state.sweptAt ?? 0) + SWEEP_EVERY <= ports.clock()) await sweep(ports, kinds.filter((kind) => ports.flags.kinds[kind] === 'both'), denied);
  for (const kind of kinds) {
    const total = await ports.store.transact((tx) => tx.countMarks(kind));
    if (total === 0) continue;
    if (await tell(ports, { step: 'sending', kind, done: 0, total })) return 'paused';
    await unlessDenied(denied, kind, () => push(ports, kind, async (settled) => { if (await tell(ports, { step: 'sending', kind, done: settled, total })) throw new Paused(); }).catch(unlessPaused));
    if ((await ports.store.transact((tx) => tx.state())).paused) return 'paused';
  }
  return 'done';
}

/** Looks up the next some of the known ids of each kind. */
async function sweep(ports: Ports, kinds: SyncKind[], denied: Denied): Promise<void> {
  for (const kind of kinds) {
    const links = await ports.store.transact(async (tx) => tx.linksIn('linked', kind, ports.flags.batch.read, (await tx.state()).sweepAfter?.[kind]));
    if (links.length) {
      await tell(ports, { step: 'looking', kind, done: 0, total: links.length });
      await unlessDenied(denied, kind, () => lookAgain(ports, kind, links.map((link) => ({ link })), 'unanswered').then(() => undefined));
    }
    await change(ports, (state) => ({ ...state, sweepAfter: { ...state.sweepAfter, [kind]: links.length < ports.flags.batch.read ? '' : links.at(-1)!.id } }));
  }
  await change(ports, (state) => ({ ...state, sweptAt: ports.clock() }));
}

/** The rep changed what the run goes by. */
class Outdated extends Error {}

/** Nothing is written by what does not hold any more. */
function guarded(store: SyncStore, edition: number | undefined): SyncStore {
  return {
    transact: (work) => store.transact(async (tx) => {
      if ((await tx.state()).edition !== edition) throw new Outdated();
      return work(tx);
    }),
  };
}

/** The rep paused the run: it ends at the next page or batch. */
class Paused extends Error {}

function unlessPaused(error: unknown): void {
  if (!(error instanceof Paused)) throw error;
}

/** Renews the lease and says how far the run is. True when the rep has paused it. */
async function tell(ports: Ports, progress: Progress): Promise<boolean> {
  return (await change(ports, (state) => ({ ...state, lease: lease(ports), progress }))).paused === true;
}

function lease(ports: Ports): { by: string; until: number } {
  return { by: ports.runner, until: ports.clock() + LEASE };
}

function change(ports: Ports, edit: (state: SyncState) => SyncState): Promise<SyncState> {
  return ports.store.transact(async (tx) => {
    const state = edit(await tx.state());
    await tx.setState(state);
    return state;
  });
}
