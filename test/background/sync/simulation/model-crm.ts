import type { CreateRow, Flags, Operations, RowAnswer, UpdateRow, Wanted } from '../../../../src/crm/connector.ts';
import { fail, ok, type Result } from '../../../../src/domain/failure.ts';
import { agrees, isSame } from '../../../../src/domain/sync/value.ts';
import type { RemoteRecord, Values } from '../../../../src/domain/sync/record.ts';
import type { Write } from './check.ts';
import type { Network } from './schedule.ts';

/** What kind of CRM: what it guards by itself, which is all that the promise can lean on. */
export interface Profile {
  name: string;
  createKey: Flags['createKey'];
  versioning: boolean;
  softDelete: boolean;
  uniqueEmail: boolean;
  /** A write to a deleted record is answered as if nothing were wrong. */
  silent?: boolean;
  /** Second records can be taken away; without that nothing may arrive twice. */
  removesDoubles?: boolean;
  /** Precision of its clock, ms. */
  tick: number;
  page: number;
}

/** A CRM reduced to what matters to a sync: records, uniqueness, deletion, merge, a clock. `log` has every change of a field and who made it. */
export interface ModelCrm {
  people: Map<string, RemoteRecord>;
  log: Write[];
  /** Every record that was made, and by whom. */
  made: { id: string; by: string; linkedin: unknown }[];
  /** What `by` can do, over a network that chance spoils. */
  operations(by: string, network: Network): Operations;
  outsider: { create(fields: Values): void; edit(id: string, fields: Values): void; remove(id: string): void; merge(keep: string, lose: string): void };
  flags: Flags;
}

export function modelCrm(profile: Profile, now: () => number): ModelCrm {
  const people = new Map<string, RemoteRecord>();
  const log: Write[] = [];
  const made: ModelCrm['made'] = [];
  let serial = 0;
  let last = 0;
  const stamp = (): number => {
    // a server's clock does not give one version two times
    last = profile.tick > 1 ? Math.floor(now() / profile.tick) * profile.tick : Math.max(last + 1, now());
    return last;
  };
  const versions = new Map<string, number>();
  const shown = (record: RemoteRecord): RemoteRecord => structuredClone({ ...record, ...(profile.versioning ? { version: String(versions.get(record.id) ?? 0) } : {}) });
  const put = (id: string, fields: Values, by: string): void => {
    const record = people.get(id)!;
    for (const [field, value] of Object.entries(fields)) {
      const normal = Array.isArray(value) ? value.map((one) => one.toLowerCase()) : value;
      if (!isSame(record.fields[field], normal)) log.push({ id, field, before: record.fields[field] ?? null, after: normal, by });
      record.fields[field] = normal;
    }
    record.at = stamp();
    versions.set(id, (versions.get(id) ?? 0) + 1);
  };
  const make = (id: string, key: string | null, fields: Values, by: string): RemoteRecord => {
    people.set(id, { id, key, at: 0, createdAt: stamp(), deleted: false, fields: { firstName: null, lastName: null, title: null, location: null, linkedin: null, emails: [] } });
    put(id, fields, by);
    made.push({ id, by, linkedin: fields['linkedin'] });
    return people.get(id)!;
  };
  const sameMail = (fields: Values, besides?: string): RemoteRecord[] => {
    const mails = Array.isArray(fields['emails']) ? fields['emails'].map((one) => one.toLowerCase()) : [];
    return [...people.values()].filter((one) => one.id !== besides && (one.fields['emails'] as string[]).some((mail) => mails.includes(mail)));
  };
  const create = (row: CreateRow, by: string): RowAnswer => {
    if (profile.createKey !== 'none') {
      const mine = [...people.values()].find(({ key }) => key === row.key);
      if (mine) return mine.deleted ? { kind: 'gone' } : { kind: 'duplicate', records: [shown(mine)] };
    }
    if (profile.uniqueEmail) {
      const others = sameMail(row.fields);
      if (others.length) return { kind: 'duplicate', records: others.map(shown) };
    }
    return { kind: 'stored', record: shown(make(profile.createKey === 'clientId' ? row.key : `r${++serial}`, row.key, row.fields, by)) };
  };
  const update = (row: UpdateRow, by: string): RowAnswer => {
    const record = people.get(row.id);
    if (!record || (record.deleted && !profile.silent)) return { kind: 'gone' };
    if (profile.versioning && row.version !== undefined && row.version !== String(versions.get(row.id) ?? 0)) return { kind: 'stale' };
    put(row.id, Object.fromEntries(row.changed.map((field) => [field, row.fields[field] ?? null])), by);
    return { kind: 'stored', record: shown(record) };
  };
  const isOthers = (row: UpdateRow, by: string): boolean => row.changed.some((field) => (log.findLast((one) => one.id === row.id && one.field === field)?.by ?? by) !== by);
  const flags: Flags = {
    createKey: profile.createKey, lookFirst: profile.createKey === 'none', batch: { create: profile.createKey === 'none' ? 1 : 3, update: 3, read: 5, find: 5 },
    versioning: profile.versioning ? 'header' : 'none', deletions: profile.softDelete ? 'feed' : 'none', overlap: profile.tick, minGap: 0, burst: 100, restAfter429: 1_000,
    lateCreate: profile.createKey === 'none' ? 120_000 : 0, kinds: { prospect: 'both' },
  };
  return {
    people, log, made, flags,
    outsider: {
      create: (fields) => void make(`r${++serial}`, null, fields, 'outsider'),
      edit: (id, fields) => put(id, fields, 'outsider'),
      remove: (id) => {
        if (!profile.softDelete) return void people.delete(id);
        people.get(id)!.deleted = true;
        put(id, {}, 'outsider');
      },
      merge: (keep, lose) => {
        const emails = [...people.get(keep)!.fields['emails'] as string[], ...people.get(lose)!.fields['emails'] as string[]];
        people.delete(lose);
        put(keep, { emails: [...new Set(emails)] }, 'outsider');
      },
    },
    operations: (by, network) => {
      const call = async <T>(work: (isLate?: boolean) => T, repeats = false): Promise<Result<T>> => {
        await network.step();
        // the request leaves: what happens to it from here happens without us
        if (!network.chance.yes(network.trouble)) {
          const value = work();
          if (repeats && network.chance.yes(network.trouble / 4)) work();
          await network.step();
          return ok(value);
        }
        switch (network.chance.below(5)) {
          case 0: return fail('network');
          case 1: work(); await network.step(); return fail('network');
          case 2: network.later(network.now() + network.chance.below(90_000), () => void work(true)); await network.step(); return fail('network');
          case 3: return fail('rate-limit', '', network.now() + 1_000);
          default: return fail('network', '', network.now() + 500);
        }
      };
      const changes: Operations['changes'] = (_kind, since, cursor) => call(() => {
        const [at, after] = cursor ? cursor.split(' ') as [string, string?] : [String(since)];
        const from = Number(at);
        const byId = (a: RemoteRecord, b: RemoteRecord): number => a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
        const visible = [...people.values()].filter((one) => profile.softDelete || !one.deleted);
        // more rows of one time than a page holds: by id within that time, then on
        const rows = (after === undefined ? visible.filter((one) => one.at >= from).toSorted((a, b) => a.at - b.at || byId(a, b))
          : visible.filter((one) => one.at === from && byId(one, { ...one, id: after }) > 0).toSorted(byId)).slice(0, profile.page);
        const end = rows.at(-1);
        const isFull = rows.length === profile.page && end !== undefined;
        const next = !isFull ? (after === undefined ? null : String(from + 1)) : after === undefined && end.at > from && rows[0]!.at !== end.at ? String(end.at) : `${end.at} ${end.id}`;
        return { records: rows.map(shown), next };
      });
      return {
        changes,
        check: async () => ok({ who: by, where: 'model', missing: [] }),
        prepare: async () => ok({ known: {}, todo: '' }),
        describe: async () => ok([]),
        read: (_kind, ids) => call(() => ids.flatMap((id) => people.get(id) ?? []).map(shown)),
        find: (_kind, wanted) => call(() => wanted.map((one: Wanted) => [...people.values()].filter((record) => record.key === one.key
          || (one.linkedin && agrees('link', record.fields['linkedin'], one.linkedin)) || (one.emails && sameMail({ emails: one.emails }).includes(record))).map(shown))),
        create: (_kind, rows) => call(() => rows.map((row) => create(row, by)), profile.createKey !== 'none' || profile.removesDoubles === true),
        // without a guard nobody can stop a late write from replacing what somebody else wrote meanwhile: that does not happen here
        update: (_kind, rows) => call((isLate) => rows.map((row) => (isLate && !profile.versioning && isOthers(row, by) ? { kind: 'stale' as const } : update(row, by))), true),
        remove: async () => ok(null),
        ...(profile.removesDoubles ? { removeDouble: (_kind, _keep, lose) => call(() => { people.delete(lose); return null; }) } : {}),
      };
    },
  };
}
