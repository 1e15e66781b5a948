import type { Failure } from '../../domain/failure.ts';
import type { SyncState } from '../../domain/sync/store.ts';
import { syncStore } from '../../storage/sync.ts';
import { run, type Ended } from '../sync/run.ts';
import { dropConnection, forgetLeft, halfForgotten, readConnection } from '../../storage/connection-life.ts';
import { readConnections } from '../../storage/connection.ts';
import { keepRegistration } from '../../storage/registration.ts';
import type { CrmMeans } from './means.ts';
import { openConnection } from './open.ts';

/** How often a connection is looked at, how soon after a change of the rep's, and how soon after a killed worker, ms. */
export const EVERY = 600_000;
export const SOON = 60_000;

/** Why a run is due: `asked` by the rep, the `alarm`, or a worker that woke and finds a run that was cut off. */
export type Why = 'asked' | 'alarm' | 'woken';

/** What runs need besides the means of connections. */
export interface SyncMeans extends CrmMeans {
  /** Does this alone under its name; undefined when somebody is at it (with `wait`: after them). */
  exclusive<T>(name: string, wait: boolean, work: () => Promise<T>): Promise<T | undefined>;
  /** True when `exclusive` is kept by the browser, for all of the extension: then no other runner lives. */
  alone: boolean;
  /** Makes the alarm ring at this time (undefined = never), whatever was set; or by this time at the latest. */
  ringAt(at: number | undefined): Promise<void>;
  ringBy(at: number): Promise<void>;
  /** Keeps the worker awake meanwhile. */
  awake<T>(work: () => Promise<T>): Promise<T>;
  /** After runs: what was pulled may be due. */
  after(): Promise<void>;
}

export interface Syncer {
  /** Runs all connections that are due. */
  all(why: Why): Promise<void>;
  one(id: string, why: Why): Promise<void>;
  /** Something was written here: it is sent soon. */
  changed(): Promise<void>;
  /** Forgets a connection, and ends its run. */
  forget(id: string): Promise<void>;
}

/** Runs the syncs. It remembers nothing that a killed worker must not forget: how far a run is lies in the book, the next one in the alarm. */
export function syncerOf(means: SyncMeans): Syncer {
  const { book } = means;
  const stops = new Map<string, AbortController>();
  let dirty = false;

  const runOne = async (id: string, why: Why): Promise<void> => {
    await means.exclusive(`crm ${id}`, false, async () => {
      // read in here: it may have been forgotten, or another run may just have ended
      if (!isDue(await stateOf(id), why, means.clock())) return;
      const stop = new AbortController();
      stops.set(id, stop);
      try {
        // a worker that is killed in here wakes up by this
        await means.ringBy(means.clock() + SOON);
        await means.awake(async () => { while (await work(id, stop.signal) === 'outdated'); });
      } catch (error) {
        means.report(error);
        // what it says may quote a value
        if (await readConnection(book, id)) await noteFailure(id, { kind: 'bug', message: '' }).catch(means.report);
      } finally {
        stops.delete(id);
      }
    });
  };

  const work = async (id: string, stop: AbortSignal): Promise<Ended | undefined> => {
    // in this order: what is decided in between ends the run
    const edition = (await stateOf(id))?.edition;
    const connection = await readConnection(book, id);
    if (!connection) return undefined;
    const change = { changeId: means.newId(), by: 'crm', label: means.t('change_synced', connection.label) };
    const opened = await openConnection(means, connection, stop);
    if (!opened.ok) {
      await noteFailure(connection.id, opened.failure);
      return undefined;
    }
    const { crm, connector: { flags } } = opened.value;
    return run({
      crm, flags, ...(edition === undefined ? {} : { edition }), mapping: connection.mapping, bringIn: connection.bringIn, clock: means.clock, newId: means.newId, keyOf: means.keyOf, runner: change.changeId, alone: means.alone,
      store: syncStore(book, connection, () => ({ ...change, at: means.clock() }), means.keyOf),
    }, means.chance);
  };

  const stateOf = (id: string): Promise<SyncState | undefined> => book.syncStates.get(id);

  const noteFailure = (id: string, failure: Failure): Promise<void> => book.transaction('rw', book.syncStates, async () => {
    const state = await book.syncStates.get(id) ?? { connection: id, pull: {}, started: false };
    await book.syncStates.put({ ...state, failure: { ...failure, at: means.clock(), tries: (state.failure?.tries ?? 0) + 1 } });
  });

  const arm = async (): Promise<void> => {
    const now = means.clock();
    const times = await Promise.all((await readConnections(book)).map(async ({ id }) => {
      const state = await stateOf(id);
      const soon = [state?.failure?.retryAt, state?.again].filter((one) => one !== undefined && one > now) as number[];
      return state?.paused ? [] : [Math.min(...soon, now + EVERY)];
    }));
    const due = [...times.flat(), ...(dirty || stops.size ? [now + SOON] : [])];
    await means.ringAt(times.flat().length ? Math.min(...due) : undefined);
  };

  const runAll = async (ids: string[], why: Why): Promise<void> => {
    dirty = false;
    // each has its own server and its own lock
    await Promise.all(ids.map((id) => runOne(id, why)));
    await arm();
    if (ids.length) await means.after();
  };

  return {
    all: async (why) => {
      for (const id of await halfForgotten(book)) await means.exclusive(`crm ${id}`, true, () => forgetLeft(book, id));
      const connections = await readConnections(book);
      const states = await Promise.all(connections.map(({ id }) => stateOf(id)));
      const due = connections.filter((_one, at) => isDue(states[at], why, means.clock())).map(({ id }) => id);
      if (due.length || why === 'alarm') await runAll(due, why);
      else if (connections.length) await means.ringBy(means.clock() + EVERY);
    },
    one: (id, why) => runAll([id], why),
    changed: async () => {
      if (!(await readConnections(book)).length) return;
      dirty = true;
      await means.ringBy(means.clock() + SOON);
    },
    forget: async (id) => {
      const connection = await readConnection(book, id);
      await dropConnection(book, id);
      stops.get(id)?.abort();
      await means.exclusive(`crm ${id}`, true, () => forgetLeft(book, id));
      if (connection && !(await readConnections(book)).some(({ origin }) => origin === connection.origin)) await keepRegistration(book, connection.origin, undefined);
      if (connection && !(await readConnections(book)).some(({ origin }) => new URL(origin).hostname === new URL(connection.origin).hostname)) await means.giveBack(connection.origin).catch(means.report);
      means.listed();
      await arm();
    },
  };
}

/** Is there something to do now? What waits for the rep is not tried again by itself: wrong sign-ins can lock an account. */
export function isDue(state: SyncState | undefined, why: Why, now: number): boolean {
  if (state?.paused) return false;
  const failure = state?.failure;
  if (failure?.kind === 'rate-limit' && (failure.retryAt ?? 0) > now) return false;
  if (why === 'asked') return true;
  if (why === 'woken') return state?.progress !== undefined || state?.lease !== undefined;
  return failure?.kind !== 'sign-in' && (failure?.retryAt ?? 0) <= now + 1_000;
}
