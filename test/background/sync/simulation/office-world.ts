import { proposedMapping } from '../../../../src/domain/sync/mapping.ts';
import type { Policy } from '../../../../src/domain/sync/merge.ts';
import { OUR_FIELDS, type SyncKind, type SyncValue } from '../../../../src/domain/sync/record.ts';
import { chanceOf } from './chance.ts';
import { blindWrites, lostEdits, returns } from './check.ts';
import { officeFaults, type Child, type Told } from './office-check.ts';
import { openOffice } from './office.ts';
import { COMPANIES, PEOPLE, rowOf, tagOf } from './people.ts';
import { openStage, perform, type Device } from './schedule.ts';
import { operationsAt, witness } from './wire.ts';

/**
 * One schedule at a real connector, from its seed alone: two devices edit people, companies, notes and follow-ups, somebody in the CRM
 * edits, adds, deletes and completes, and whatever can happen to a request happens. Answers what was broken.
 */
export async function playAt(name: string, seed: number): Promise<string[]> {
  const chance = chanceOf(seed);
  const stage = openStage(chance, chance.one([0, 1_000, 120_000, 480_000]));
  const { devices } = stage;
  const office = await openOffice(name, chance, stage.now, stage.pass);
  const { connector, outsider, auditor, guarded } = office;
  const seen = witness(office);
  const policy = chance.one<Policy>(['ask', 'newest', 'ours', 'theirs']);
  const mapping = proposedMapping(connector.proposed);
  for (const kind of ['account', 'prospect', 'note', 'followUp'] as const) for (const map of mapping[kind] ?? []) if (OUR_FIELDS[kind].find((one) => one.name === map.ours)?.flow === 'both') map.policy = policy;
  const sweeps = chance.yes(0.5);
  if (!sweeps) for (const { book } of devices) book.sync.sweptAt = Number.MAX_SAFE_INTEGER;
  const told: Told = { gone: new Set(), removed: new Set(), children: [], completed: new Set() };

  const word = (field: string): string => {
    let text = '';
    for (let left = stage.serial(); left > 0; left = Math.floor(left / 26)) text += String.fromCodePoint(97 + (left % 26));
    return field === 'firstName' ? `Zo${text}` : `Title ${text}`;
  };
  const edit = ({ name: by, book, edits }: Device, kind: SyncKind, id: string, field: string, value: SyncValue): void => {
    if (field === 'title' || field === 'firstName') edits.push({ kind, id, field, value, was: book.rows.get(`${kind} ${id}`)?.values[field] });
    book.edit(kind, id, { [field]: value }, stage.now() + (by ? devices.find((one) => one.name === by)!.skew : 0));
  };

  const outsiderActs = (): Promise<void> => seen.watch('outsider', async () => {
    const alive = (await auditor.people()).filter(({ deleted, lastName }) => !deleted && (PEOPLE as readonly string[]).includes(lastName));
    const one = alive.length ? chance.one(alive) : undefined;
    const [what, person] = [chance(), chance.below(PEOPLE.length)];
    if (what < 0.1 && !alive.some(({ lastName }) => lastName === PEOPLE[person]) && !told.gone.has(person) && !devices.some(({ book }) => rowOf(book, person))) {
      await outsider.createPerson({ firstName: word('firstName'), lastName: PEOPLE[person]!, email: mailOf(person), title: word('title') });
    } else if (one && (sweeps || office.flags.deletions === 'feed') && what < 0.17) {
      told.gone.add(PEOPLE.indexOf(one.lastName as 'Moreau'));
      told.removed.add(one.id);
      await outsider.deletePerson(one.id);
    } else if (one && what < 0.35) {
      const [task] = (await auditor.tasks(one.id)).filter(({ done }) => !done);
      if (!task) return;
      told.completed.add(task.title.split(':')[0]!);
      await outsider.completeTask(task.id);
    } else if (one) {
      const field = chance.one(['title', 'firstName'] as const);
      await outsider.editPerson(one.id, { [field]: word(field) });
    }
  });

  const companyOf = (device: Device, company: number): string => {
    const known = [...device.book.rows.values()].find(({ kind, keys }) => kind === 'account' && keys.includes(`domain:${domainOf(company)}`));
    if (known) return known.id;
    const id = `c${company}${device.name}`;
    device.book.edit('account', id, { name: COMPANIES[company]!, domain: domainOf(company), phones: [], emails: [] }, stage.now(), [`domain:${domainOf(company)}`, `company:${COMPANIES[company]!.toLowerCase()}`]);
    return id;
  };
  const add = (device: Device, kind: Child['kind'], person: number, owner: string): void => {
    const serial = stage.serial();
    const child: Child = { kind, tag: `${kind} ${serial}`, person, device: device.name, id: `${kind}${serial}` };
    told.children.push(child);
    const at = new Date(Math.floor((stage.now() + 86_400_000) / 60_000) * 60_000).toISOString();
    device.book.edit(kind, child.id, { text: `${child.tag}: new`, prospect: owner, ...(kind === 'followUp' ? { dueAt: at, done: false } : { at }) }, stage.now() + device.skew);
  };
  // what an unanswered create has made is known by the text that was sent, where there is nothing else
  const isUnanswered = (by: Device, text: SyncValue | undefined): boolean => !office.keyed && devices.some((device) => device !== by && [...device.book.links.values()].some(({ state, sending }) => state === 'creating' && tagOf(sending?.values['text']) === tagOf(text)));
  const rep = (device: Device): void => {
    const { book } = device;
    const person = chance.below(PEOPLE.length);
    const mine = rowOf(book, person);
    if (!mine) {
      const id = `${person}${device.name}`;
      const values = { firstName: word('firstName'), lastName: PEOPLE[person]!, title: word('title'), location: null, linkedin: urlOf(person), emails: [mailOf(person)], phones: [], account: companyOf(device, person % 2) };
      book.edit('prospect', id, values, stage.now() + device.skew, [`linkedin:in/p${person}`, `email:${mailOf(person)}`]);
      for (const field of ['title', 'firstName'] as const) device.edits.push({ kind: 'prospect', id, field, value: values[field], was: undefined });
      return;
    }
    const what = chance();
    const children = [...book.rows.values()].filter(({ kind, values }) => (kind === 'note' || kind === 'followUp') && values['prospect'] === mine.id);
    const child = children.length ? chance.one(children) : undefined;
    if (what < 0.45) {
      const field = chance.one(['title', 'firstName'] as const);
      edit(device, 'prospect', mine.id, field, word(field));
    } else if (what < 0.52) edit(device, 'prospect', mine.id, 'account', companyOf(device, chance.below(COMPANIES.length)));
    else if (what < 0.57) edit(device, 'account', companyOf(device, person % 2), 'name', `${COMPANIES[person % 2]!} ${word('title')}`);
    else if (what < 0.68) add(device, 'note', person, mine.id);
    else if (what < 0.73) add(device, 'touch', person, mine.id);
    else if (what < 0.85) add(device, 'followUp', person, mine.id);
    else if (child?.kind === 'note' && what < 0.88) {
      told.removed.add(tagOf(child.values['text']));
      book.remove('note', child.id, stage.now());
    } else if (child && what < 0.94 && !isUnanswered(device, child.values['text'])) edit(device, child.kind, child.id, 'text', `${tagOf(child.values['text'])}: ${word('title')}`);
    else if (child?.kind === 'followUp') {
      told.completed.add(tagOf(child.values['text']));
      edit(device, 'followUp', child.id, 'done', true);
    }
  };

  await perform(stage, {
    rep, outsider: outsiderActs, meddles: true, tick: guarded ? 0 : 1_000,
    ports: (device, network) => ({ crm: operationsAt(office, seen, device.name, network, stage, () => stage.now() + device.skew), flags: office.flags, mapping }),
  });
  const about = `${name}${guarded ? ', guarded' : ''}, ${policy}${sweeps ? ', sweeps' : ''}`;
  const crm = connector.open(office.straight, office.access, stage.now);
  const faults = [...await officeFaults(office, crm, mapping, devices, told), ...devices.flatMap((device) => [...lostEdits(device, seen.log), ...returns(device)]), ...blindWrites(devices, seen.log)];
  return faults.map((one) => `${one} (${about})`);
}

function urlOf(person: number): string {
  return `https://www.linkedin.com/in/p${person}`;
}

function mailOf(person: number): string {
  return `p${person}@example.com`;
}

function domainOf(company: number): string {
  return `${COMPANIES[company]!.toLowerCase()}.example`;
}
