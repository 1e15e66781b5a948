import type { Flags, Operations } from '../../crm/connector.ts';
import type { Result } from '../../domain/failure.ts';
import type { Link, Local, LocalWrite } from '../../domain/sync/link.ts';
import type { Mapping } from '../../domain/sync/mapping.ts';
import type { KeyOf } from '../../domain/sync/match.ts';
import type { SyncKind, Values } from '../../domain/sync/record.ts';
import type { SyncStore, SyncTx } from '../../domain/sync/store.ts';
import { ourRowOf } from './merged-here.ts';

/** Everything that a sync touches: our side, the CRM, the clock (epoch ms), chance. All are parameters, so that a simulation can hold each of them. */
export interface Ports {
  store: SyncStore;
  crm: Operations;
  flags: Flags;
  mapping: Mapping;
  /** Whether people that only the CRM knows come into the book: those that a Paydirt made, or all. */
  bringIn: 'ours' | 'all';
  clock(): number;
  newId(): string;
  keyOf: KeyOf;
  /** The state's edition when `mapping` and `bringIn` were read; a run ends as soon as there is another. Undefined = the one that the run finds. */
  edition?: number;
  /** Who runs: leases carry this name. */
  runner: string;
  /** True when the caller knows that no other runner lives: leases of dead ones are not waited for. */
  alone: boolean;
}

/** Ends a run early with what went wrong; thrown and caught inside this folder only. */
export class Stopped extends Error {
  readonly failure: Extract<Result<never>, { ok: false }>['failure'];
  constructor(failure: Stopped['failure']) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** The value of a call, or the end of the run. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Stopped(result.failure);
  return result.value;
}

/** Why the CRM will not do one thing, in its own words; undefined = done. What holds for everything ends the run. */
export function refusalOf(result: Result<unknown>): string | undefined {
  if (!result.ok && ['permission', 'rejected', 'invalid', 'conflict', 'gone'].includes(result.failure.kind)) return result.failure.message;
  done(result);
  return undefined;
}

/** Our row with the CRM's ids in its `record` fields; a field whose record is not there yet is left out. */
export async function withRemoteIds(tx: SyncTx, locals: (Local | undefined)[]): Promise<(Local | undefined)[]> {
  const ids = { account: new Set<string>(), prospect: new Set<string>() };
  for (const one of locals) for (const field of ['account', 'prospect'] as const) if (typeof one?.values[field] === 'string') ids[field].add(one.values[field]);
  const remote = new Map<string, string>();
  for (const field of ['account', 'prospect'] as const) {
    for (const link of ids[field].size ? await tx.links(field, [...ids[field]]) : []) if (link?.remoteId && (link.state === 'linked' || link.state === 'creating')) remote.set(`${field} ${link.id}`, link.remoteId);
  }
  return locals.map((one) => {
    if (!one) return undefined;
    const values: Values = { ...one.values };
    for (const field of ['account', 'prospect'] as const) {
      const id = values[field];
      if (typeof id !== 'string') continue;
      const found = remote.get(`${field} ${id}`);
      if (found === undefined) delete values[field];
      else values[field] = found;
    }
    return { ...one, values };
  });
}

/** A pulled write with our ids in its `record` fields; a field whose record is not here is left out. */
export async function withOurIds(tx: SyncTx, writes: LocalWrite[]): Promise<LocalWrite[]> {
  return Promise.all(writes.map(async (write) => {
    const values: Values = { ...write.values };
    for (const field of ['account', 'prospect'] as const) {
      const remoteId = values[field];
      if (typeof remoteId !== 'string') continue;
      const id = await ourRowOf(tx, field, remoteId);
      if (id === undefined) delete values[field];
      else values[field] = id;
    }
    return { ...write, values };
  }));
}

/** Asks for these records to be sent, without disturbing a mark that is there. */
export async function mark(tx: SyncTx, kind: SyncKind, ids: string[], at: number, stamp: string): Promise<void> {
  const known = await tx.marksOf(kind, ids);
  await tx.setMarks(ids.filter((_id, index) => !known[index]).map((id) => ({ kind, id, stamp, at })));
}

/** A link that begins. */
export function newLink(kind: SyncKind, id: string, key: string): Link {
  return { kind, id, key, remoteId: null, state: 'asking', base: null, at: 0 };
}

/** Is this lease held by a runner that may be alive? */
export function isHeld(lease: { by: string; until: number } | undefined, ports: Pick<Ports, 'runner' | 'alone' | 'clock'>): boolean {
  return lease !== undefined && lease.until > ports.clock() && (lease.by === ports.runner || !ports.alone);
}

/** Cuts a list into pieces of at most `size`. */
export function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / Math.max(1, size)) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
