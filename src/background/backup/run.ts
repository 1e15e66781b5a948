import { backupDue, backupName, keptBackups, planOf, type BackupFailure, type BackupReason, type BackupRecord } from '../../domain/backup.ts';
import type { BackupKey } from '../../files/backup-seal.ts';
import { BackupUnreadable } from '../../files/backup-unreadable.ts';
import { isAnybody } from '../../storage/anybody.ts';
import { newestSeq } from '../../storage/backup-dump.ts';
import type { Book } from '../../storage/database.ts';
import { keepHeld, keepThing, readBackups, readThing, type Safe } from '../../storage/safe.ts';
import { makeBackup, tryRestore } from './make.ts';

/** What a worker has for its backups. */
export interface BackupPorts {
  /**
   * Puts the bytes held under an id where the rep wants them. Answers the file as it can be read back (null where it cannot) and the browser's number of a download; throws with a
   * `BackupFailure` as its message.
   */
  save(record: BackupRecord, blob: Blob, folder: unknown): Promise<{ blob: Blob | null; download?: number }>;
  /** Takes a file of ours away; true when it is gone. */
  drop(record: BackupRecord, folder: unknown): Promise<boolean>;
  /** Keeps a copy where it stays when all databases of the browser break; that may fail. */
  spare(record: BackupRecord, blob: Blob): Promise<void>;
  /** A book of its own to restore into, and its end. */
  scratch(): { book: Book; remove(): Promise<void> };
  newId(): string;
  zone(): string;
}

/** The backups of a worker: `look` makes one when it is due and answers when to look again (epoch ms); `now` makes one at once and answers its entry in the log. */
export interface Backups {
  look(): Promise<number | undefined>;
  now(why: BackupReason, id?: string): Promise<BackupRecord>;
}

/** A worker that was killed leaves an entry that says running; after this long nobody is at it any more, ms. */
const LOST = 15 * 60_000;

export function backupsOf(book: Book, safe: Safe, clock: () => number, ports: BackupPorts): Backups {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const make = (why: BackupReason, id: string = ports.newId()): Promise<BackupRecord> => makeOne({ book, safe, clock, ports }, why, id);
  return {
    now: (why, id) => inTurn(() => make(why, id)),
    look: () => inTurn(async () => {
      await endLost(safe, clock());
      const due = await nextDue(book, safe, clock(), ports.zone());
      if (due === undefined || due.at > clock()) return due?.at;
      await make(due.why);
      return (await nextDue(book, safe, clock(), ports.zone()))?.at;
    }),
  };
}

async function endLost(safe: Safe, now: number): Promise<void> {
  for (const one of await readBackups(safe)) {
    if (one.state === 'running' && (now - one.at > LOST || one.at > now)) await safe.backups.update(one.id, { state: 'failed', failure: 'interrupted' });
  }
}

/** When the next one is due and why; undefined while nothing is to be kept, or never. */
async function nextDue(book: Book, safe: Safe, now: number, zone: string): Promise<{ at: number; why: BackupReason } | undefined> {
  const plan = planOf(await readThing(safe, 'plan'));
  if (plan.every === 'off' || !await isAnybody(book)) return undefined;
  let since = await readThing<number>(safe, 'since');
  if (since === undefined || since > now) await keepThing(safe, 'since', since = now);
  const all = (await readBackups(safe)).filter(({ at }) => at <= now);
  if (all.some(({ state }) => state === 'running')) return { at: now + LOST, why: 'plan' };
  // one that was made by hand goes to the rep, and may be anywhere
  const last = all.find(({ state, why }) => state === 'made' && (why === 'plan' || why === 'changes'));
  const tried = all.find(({ state }) => state === 'failed');
  const seq = await newestSeq(book);
  const changes = seq - Math.min(seq, last?.seq ?? 0);
  const at = backupDue(plan, { last: last?.at, tried: tried?.at, since, changes }, zone);
  if (at === undefined) return undefined;
  const planned = backupDue({ ...plan, changes: 0 }, { last: last?.at, tried: tried?.at, since, changes }, zone);
  return { at, why: planned === at ? 'plan' : 'changes' };
}

interface Means {
  book: Book;
  safe: Safe;
  clock: () => number;
  ports: BackupPorts;
}

async function makeOne({ book, safe, clock, ports }: Means, why: BackupReason, id: string): Promise<BackupRecord> {
  const plan = planOf(await readThing(safe, 'plan'));
  const key = await readThing<BackupKey>(safe, 'seal') ?? null;
  const at = clock();
  const place = why === 'plan' || why === 'changes' ? plan.place : 'browser';
  const record: BackupRecord = { id, at, name: backupName(at, ports.zone(), key !== null), why, state: 'running', place, sealed: key !== null, people: 0, rows: 0, bytes: 0, digest: '', seq: 0 };
  await safe.backups.put(record);
  try {
    const { blob, sum, ...made } = await makeBackup(book, key, at);
    Object.assign(record, made, { digest: sum.digest, bytes: blob.size });
    // first of all they are safe inside the browser, whatever becomes of the file
    await safe.held.put({ id: record.id, blob });
    const folder = await readThing(safe, 'folder');
    let readable = await heldBlob(safe, record.id);
    if (place !== 'browser') {
      try {
        const saved = await ports.save(record, blob, folder);
        readable = saved.blob ?? readable;
        if (saved.download !== undefined) record.download = saved.download;
      } catch (error) {
        Object.assign(record, { place: 'browser', failure: failureOf(error) } satisfies Partial<BackupRecord>);
      }
    }
    await prove(readable, key, record, clock(), ports);
  } catch (error) {
    Object.assign(record, { state: 'failed', failure: failureOf(error) } satisfies Partial<BackupRecord>);
  }
  if (record.state === 'failed') await safe.held.delete(record.id);
  // it is said to be made when it is everywhere: the browser may be gone the moment after
  if (record.state === 'made') await heldBlob(safe, record.id).then((blob) => ports.spare(record, blob)).catch(() => undefined);
  await safe.backups.put(record);
  if (record.state === 'made') await rotate(safe, ports);
  return record;
}

/** The bytes as they lie in the safe: reading these proves more than those in memory. */
async function heldBlob(safe: Safe, id: string): Promise<Blob> {
  return (await safe.held.get(id))!.blob;
}

async function prove(blob: Blob, key: BackupKey | null, record: BackupRecord, at: number, ports: BackupPorts): Promise<void> {
  const scratch = ports.scratch();
  try {
    const trial = await tryRestore(scratch.book, blob, key, { changeId: record.id, at, by: 'backup', label: '' });
    record.state = trial === 'unequal' ? 'failed' : 'made';
    if (trial === 'proven') record.proven = at;
    else record.failure = trial;
  } catch (error) {
    // no room to try it is no fault of the backup
    Object.assign(record, (error instanceof BackupUnreadable ? { state: 'failed', failure: 'unreadable' } : { state: 'made', failure: failureOf(error) }) satisfies Partial<BackupRecord>);
  } finally {
    await scratch.remove();
  }
}

/** Takes away the files that are no longer to be kept, and all held bytes but the newest and the last one before a restore. A backup by hand is the rep's own file. */
async function rotate(safe: Safe, ports: BackupPorts): Promise<void> {
  const all = (await readBackups(safe)).filter(({ state, dropped }) => state === 'made' && !dropped);
  const folder = await readThing(safe, 'folder');
  const files = all.filter(({ place }) => place !== 'browser');
  const kept = keptBackups(files, ports.zone());
  for (const one of files) if (!kept.has(one) && await ports.drop(one, folder).catch(() => false)) await safe.backups.update(one.id, { dropped: true });
  const newest = all[0];
  const before = all.find(({ why }) => why === 'before-restore');
  // the newest that is proven stays, even when a newer one is not
  const proven = all.find((one) => one.proven !== undefined);
  await keepHeld(safe, [newest, before, proven].flatMap((one) => one?.id ?? []));
}

const NAMED = new Set<BackupFailure>(['permission', 'not-saved', 'unreadable', 'unequal']);

function failureOf(error: unknown): BackupFailure {
  const { name, message, inner } = (error ?? {}) as { name?: string; message?: string; inner?: { name?: string } };
  if (name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError') return 'quota';
  return NAMED.has(message as BackupFailure) ? message as BackupFailure : 'bug';
}
