import { proposedMapping } from '../../../../src/domain/sync/mapping.ts';
import type { Policy } from '../../../../src/domain/sync/merge.ts';
import { agrees } from '../../../../src/domain/sync/value.ts';
import { chanceOf } from './chance.ts';
import { blindWrites, lostEdits, returns } from './check.ts';
import { modelCrm, type ModelCrm, type Profile } from './model-crm.ts';
import { openStage, perform, type Device } from './schedule.ts';

const FIELDS = ['title', 'location'] as const;
const PEOPLE = 4;

/**
 * One schedule, from its seed alone: two devices and somebody in the CRM edit, create and delete the same few people while the
 * network loses, delays, repeats and refuses, and runs are killed between any two steps. Answers what was broken, '' = nothing.
 */
export async function play(seed: number, profile: Profile): Promise<string[]> {
  const chance = chanceOf(seed);
  const stage = openStage(chance);
  const { devices } = stage;
  const crm = modelCrm(profile, stage.now);
  const value = (): string => `value ${stage.serial()}`;
  const policy = chance.one<Policy>(['ask', 'newest', 'ours', 'theirs']);
  const mapping = proposedMapping({ prospect: { firstName: 'firstName', lastName: 'lastName', title: 'title', location: 'location', linkedin: 'linkedin', emails: 'emails' } });
  for (const map of mapping.prospect ?? []) map.policy = policy;
  const gone = new Set<string>();
  // half of the schedules do without the sweep, which would mend what the pull has missed
  const sweeps = chance.yes(0.5);
  if (!sweeps) for (const { book } of devices) book.sync.sweptAt = Number.MAX_SAFE_INTEGER;
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
      device.book.edit('prospect', id, { firstName: 'Ada', lastName: `Number${person}`, title, location: null, linkedin: urlOf(person), emails: [`p${person}@example.com`] }, stage.now(), [`linkedin:in/p${person}`, `email:p${person}@example.com`]);
      device.edits.push({ kind: 'prospect', id, field: 'title', value: title, was: undefined });
      return;
    }
    const [field, next] = [chance.one(FIELDS), value()];
    device.edits.push({ kind: 'prospect', id: mine.id, field, value: next, was: mine.values[field] });
    device.book.edit('prospect', mine.id, { [field]: next }, stage.now());
  };
  await perform(stage, {
    rep, outsider,
    ports: (device, network) => ({ crm: crm.operations(device.name, network), flags: crm.flags, mapping }),
    // a guarded CRM stands edits in the very middle of a run
    meddles: profile.versioning,
  });
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
  for (const { name, skew, book, edits } of devices) {
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
    found.push(...lostEdits({ name, skew, book, edits }, crm.log), ...returns({ name, skew, book, edits }));
    // where doubles cannot be taken away, no device may make one by sending twice
    for (const url of profile.createKey === 'none' && !profile.removesDoubles ? Array.from({ length: PEOPLE }, (_, person) => urlOf(person)) : []) {
      if (!gone.has(url) && crm.made.filter((one) => one.by === name && one.linkedin === url).length > 1) found.push(`${name} made ${url} twice`);
    }
  }
  return [...found, ...blindWrites(devices, crm.log)];
}

export const PROFILES: Profile[] = [
  { name: 'own ids, guarded writes, silent soft deletion', createKey: 'clientId', versioning: true, softDelete: true, silent: true, uniqueEmail: true, tick: 1, page: 3 },
  { name: 'unique field, unguarded', createKey: 'uniqueField', versioning: false, softDelete: true, uniqueEmail: true, tick: 1, page: 3 },
  { name: 'external id, clock of one second', createKey: 'externalId', versioning: false, softDelete: false, uniqueEmail: false, tick: 1_000, page: 3 },
  { name: 'nothing unique but a version', createKey: 'none', versioning: true, softDelete: false, removesDoubles: true, uniqueEmail: false, tick: 1_000, page: 3 },
  { name: 'nothing unique, doubles stay', createKey: 'none', versioning: false, softDelete: true, uniqueEmail: false, tick: 1, page: 3 },
  { name: 'nothing at all', createKey: 'none', versioning: false, softDelete: true, removesDoubles: true, uniqueEmail: false, tick: 1_000, page: 3 },
];
