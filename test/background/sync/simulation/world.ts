import { run } from '../../../../src/background/sync/run.ts';
import type { Ports } from '../../../../src/background/sync/ports.ts';
import { proposedMapping } from '../../../../src/domain/sync/mapping.ts';
import type { Policy } from '../../../../src/domain/sync/merge.ts';
import type { SyncValue } from '../../../../src/domain/sync/record.ts';
import { agrees, isEmpty } from '../../../../src/domain/sync/value.ts';
import { chanceOf, type Chance } from './chance.ts';
import { memoryBook, type MemoryBook } from './memory-store.ts';
import { modelCrm, type ModelCrm, type Network, type Profile } from './model-crm.ts';

class Killed extends Error {}

/** One device: its book, and how it syncs. `seen` are values that it has had before it, by record of the CRM and field. */
interface Device {
  name: string;
  book: MemoryBook;
  edits: { id: string; field: string; value: SyncValue; was: SyncValue | undefined }[];
}

const FIELDS = ['title', 'location'] as const;
const PEOPLE = 4;

/**
 * One schedule, from its seed alone: two devices and somebody in the CRM edit, create, delete and merge the same few people while the
 * network loses, delays, repeats and refuses, and runs are killed between any two steps. Answers what was broken, '' = nothing.
 */
export async function play(seed: number, profile: Profile): Promise<string[]> {
  const chance = chanceOf(seed);
  let clock = Date.UTC(2026, 0, 1) + chance.below(1_000);
  const queue: { at: number; what: () => void }[] = [];
  const crm = modelCrm(profile, () => clock);
  let serial = 0;
  const value = (): string => `value ${++serial}`;
  const devices: Device[] = ['A', 'B'].map((name) => ({ name, book: memoryBook(() => `s${++serial}`), edits: [] }));
  const policy = chance.one<Policy>(['ask', 'newest', 'ours', 'theirs']);
  const mapping = proposedMapping({ prospect: { firstName: 'firstName', lastName: 'lastName', title: 'title', location: 'location', linkedin: 'linkedin', emails: 'emails' } });
  for (const map of mapping.prospect ?? []) map.policy = policy;
  const gone = new Set<string>();
  // half of the schedules do without the sweep, which would mend what the pull has missed
  const sweeps = chance.yes(0.5);
  if (!sweeps) for (const { book } of devices) book.sync.sweptAt = Number.MAX_SAFE_INTEGER;
  const pass = (ms: number): void => {
    clock += ms;
    for (const one of queue.splice(0).toSorted((a, b) => a.at - b.at)) if (one.at <= clock) one.what(); else queue.push(one);
  };

  const outsider = (): void => {
    const alive = [...crm.people.values()].filter(({ deleted }) => !deleted);
    const one = alive.length ? chance.one(alive) : undefined;
    const person = chance.below(PEOPLE);
    if (chance.yes(0.1) && ![...crm.people.values()].some(({ fields }) => fields['linkedin'] === urlOf(person)) && !devices.some(({ book }) => book.rows.has(`prospect ${person}${'AB'[0]}`))) {
      crm.outsider.create({ firstName: 'Ada', lastName: `Number${person}`, linkedin: urlOf(person), emails: [`p${person}@example.com`], title: value() });
    } else if (one && (sweeps || profile.softDelete) && chance.yes(0.08)) {
      gone.add(String(one.fields['linkedin']));
      crm.outsider.remove(one.id);
    } else if (one) crm.outsider.edit(one.id, { [chance.one(FIELDS)]: value() });
  };
  const rep = (device: Device): void => {
    const person = chance.below(PEOPLE);
    const id = `${person}${device.name}`;
    const mine = [...device.book.rows.values()].find(({ keys }) => keys.includes(`linkedin:in/p${person}`));
    if (!mine) {
      const title = value();
      device.book.edit('prospect', id, { firstName: 'Ada', lastName: `Number${person}`, title, location: null, linkedin: urlOf(person), emails: [`p${person}@example.com`] }, clock, [`linkedin:in/p${person}`, `email:p${person}@example.com`]);
      device.edits.push({ id, field: 'title', value: title, was: undefined });
      return;
    }
    const [field, next] = [chance.one(FIELDS), value()];
    device.edits.push({ id: mine.id, field, value: next, was: mine.values[field] });
    device.book.edit('prospect', mine.id, { [field]: next }, clock);
  };
  const sync = async (device: Device, trouble: number, killAt: number): Promise<void> => {
    let steps = 0;
    let dead = false;
    const step = (): void => {
      if (dead || ++steps === killAt) {
        dead = true;
        throw new Killed();
      }
      // a guarded CRM stands edits in the very middle of a run
      if (profile.versioning && trouble > 0 && chance.yes(0.03)) outsider();
      if (trouble > 0 && chance.yes(0.05)) rep(device);
      pass(1 + chance.below(30));
    };
    const network: Network = { chance, trouble, now: () => clock, step, later: (at, what) => void queue.push({ at, what }) };
    const ports: Ports = {
      crm: crm.operations(device.name, network), flags: crm.flags, mapping, bringIn: 'ours', clock: () => clock, newId: () => `n${++serial}`,
      keyOf: (address) => (address.startsWith('https://www.linkedin.com/') ? `linkedin:${address.slice(25)}` : null), runner: `${device.name}${++serial}`, alone: true,
      store: { transact: async (work) => { step(); const result = await device.book.transact(work); step(); return result; } },
    };
    await run(ports, chance).catch((error: unknown) => { if (!(error instanceof Killed)) throw error; });
  };

  for (let turn = 0; turn < 25; turn++) {
    const device = chance.one(devices);
    const what = chance();
    if (what < 0.35) rep(device);
    else if (what < 0.55) outsider();
    else if (what < 0.65) pass(chance.below(200_000));
    else await sync(device, chance.one([0, 0.1, 0.4]), chance.yes(0.4) ? 1 + chance.below(40) : 0);
  }
  // all quiet: everything that is still under way arrives, and both devices sync until nothing moves
  pass(1_000_000);
  for (let round = 0; round < 5; round++) {
    for (const device of devices) {
      await sync(device, 0, 0);
      pass(700_000);
    }
  }
  return faults(profile, crm, devices, gone);
}

function urlOf(person: number): string {
  return `https://www.linkedin.com/in/p${person}`;
}

function faults(profile: Profile, crm: ModelCrm, devices: Device[], gone: Set<string>): string[] {
  const found: string[] = [];
  const alive = [...crm.people.values()].filter(({ deleted }) => !deleted);
  for (let person = 0; person < PEOPLE; person++) {
    const url = urlOf(person);
    const records = alive.filter(({ fields }) => fields['linkedin'] === url);
    const wanted = devices.some(({ book }) => [...book.rows.values()].some(({ keys }) => keys.includes(`linkedin:in/p${person}`)));
    const asked = devices.some(({ book }) => [...book.links.values()].some(({ question }) => question?.kind === 'double' && records.some(({ id }) => id === question.remoteId)));
    if (records.length > 1 && !asked) found.push(`double: ${url} has ${records.length} records`);
    if (wanted && records.length === 0 && !gone.has(url)) found.push(`missing: ${url} is not in the CRM`);
  }
  for (const { name, book, edits } of devices) {
    for (const row of book.rows.values()) {
      const link = book.links.get(`${row.kind} ${row.id}`);
      const record = crm.people.get(link?.remoteId ?? '');
      if (record?.deleted && link?.state === 'linked') found.push(`${name}: ${row.id} is linked with a deleted record and nobody is asked`);
      if (link?.state !== 'linked' || !record || record.deleted) {
        if (!gone.has(String(row.values['linkedin'])) && !link?.question) found.push(`${name}: ${row.id} is ${link?.state ?? 'not linked'} though nobody deleted it`);
        continue;
      }
      for (const field of FIELDS) {
        if (!link.conflicts?.[field] && !agrees('text', row.values[field], record.fields[field])) found.push(`${name}: ${row.id}.${field} is "${String(row.values[field])}" here and "${String(record.fields[field])}" there`);
      }
      if (book.marks.has(`${row.kind} ${row.id}`)) found.push(`${name}: ${row.id} is still marked`);
    }
    // an edit of the rep: it went to the CRM, or gave way to a later edit here, or is kept as one that gave way, or is asked about
    edits.forEach((edit, at) => {
      const { id, field, value } = edit;
      const row = book.rows.get(`prospect ${id}`);
      const link = book.links.get(`prospect ${id}`);
      const safe = row?.values[field] === value || crm.log.some((one) => one.field === field && one.after === value)
        || edits.slice(at + 1).some((later) => later.id === id && later.field === field && later.was === value)
        || book.lost.some((one) => one.id === id && one.field === field && one.value === value) || link?.conflicts?.[field]?.ours === value;
      if (!safe) found.push(`${name}: the edit ${id}.${field} = "${String(value)}" is lost`);
    });
  }
  // a write of ours never replaces what its device has not seen
  for (const write of crm.log) {
    if (write.by === 'outsider' || isEmpty(write.before as SyncValue) || Array.isArray(write.before)) continue;
    const author = crm.log.find((one) => one.id === write.id && one.field === write.field && one.after === write.before)?.by;
    if (author === write.by) continue;
    const device = devices.find(({ name }) => name === write.by)!;
    const knew = device.book.overwritten.some((one) => one.field === write.field && one.value === write.before) || device.edits.some((one) => one.field === write.field && one.was === write.before)
      || device.book.lost.some((one) => one.field === write.field && one.value === write.before);
    if (!knew) found.push(`${write.by} replaced "${String(write.before)}" by "${String(write.after)}" in ${write.id}.${write.field} without having seen it (${profile.name})`);
  }
  return found;
}

export const PROFILES: Profile[] = [
  { name: 'own ids, guarded writes, silent soft deletion', createKey: 'clientId', versioning: true, softDelete: true, silent: true, uniqueEmail: true, tick: 1, page: 3 },
  { name: 'unique field, unguarded', createKey: 'uniqueField', versioning: false, softDelete: true, uniqueEmail: true, tick: 1, page: 3 },
  { name: 'external id, clock of one second', createKey: 'externalId', versioning: false, softDelete: false, uniqueEmail: false, tick: 1_000, page: 3 },
  { name: 'nothing unique but a version', createKey: 'none', versioning: true, softDelete: false, removesDoubles: true, uniqueEmail: false, tick: 1_000, page: 3 },
  { name: 'nothing unique, doubles stay', createKey: 'none', versioning: false, softDelete: true, uniqueEmail: false, tick: 1, page: 3 },
  { name: 'nothing at all', createKey: 'none', versioning: false, softDelete: true, removesDoubles: true, uniqueEmail: false, tick: 1_000, page: 3 },
];

export type { Chance };
