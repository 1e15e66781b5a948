import assert from 'node:assert/strict';
import { run, type Ended } from '../../../src/background/sync/run.ts';
import type { Access, Connector, Flags, Http, Operations } from '../../../src/crm/connector.ts';
import type { Link, Local } from '../../../src/domain/sync/link.ts';
import { proposedMapping, type Mapping } from '../../../src/domain/sync/mapping.ts';
import { keysOfValues } from '../../../src/domain/sync/match.ts';
import type { Policy } from '../../../src/domain/sync/merge.ts';
import type { SyncKind, Values } from '../../../src/domain/sync/record.ts';
import { blank, memoryBook, type MemoryBook } from '../../background/sync/simulation/memory-store.ts';
import { Unsupported, type Outsider } from '../outsider/outsider.ts';
import { Killed, wireOver, type Wire } from './wire.ts';

/** One thing that every connector has to stand. `from` names the recorded scenarios and sections of the facts that it comes from. */
export interface Case {
  name: string;
  why: string;
  from: string;
  needs?(flags: Flags): boolean;
  run(bench: Bench): Promise<void>;
}

/** What a bench stands on: a dialect server in this process, or a live server. */
export interface Ground {
  connector: Connector;
  access: Pick<Access, 'origin' | 'secrets' | 'settings'>;
  http: Http;
  outsider: Outsider;
  /** Begins every last name and company name that is made. */
  marker: string;
  /** Epoch ms; `pass` lets time go by for the engine, `tick` for the CRM too: at least one tick of its clock. */
  clock(): number;
  pass(ms: number): Promise<void>;
  tick(): Promise<void>;
  /** Secrets that are wrong, and how somebody signs in who may only read, where there is such a person. */
  wrong: Pick<Access, 'secrets'>;
  readOnly?: Omit<Access, 'origin' | 'fields'>;
  /** More records than a page of this CRM, or than one is willing to make in a live one. */
  many: number;
  /** What `prepare` has found, asked once. */
  known: { [name: string]: string };
}

/** One rep's device: the engine over a book in memory. */
export interface Device {
  book: MemoryBook;
  /** One run; 'killed' when the worker was stopped in it. */
  sync(): Promise<Ended | 'killed'>;
  /** The rep adds a row: `id` is theirs. Answers the id. */
  add(kind: SyncKind, id: string, values: Values): string;
  edit(kind: SyncKind, id: string, values: Values): void;
  row(kind: SyncKind, id: string): Local;
  link(kind: SyncKind, id: string): Link | undefined;
  /** The CRM's id of a row that is linked. */
  remote(kind: SyncKind, id: string): string;
  rows(kind: SyncKind): Local[];
  /** Takes in nothing from here on, so that a look alone can find who is there; where creates lean on the pull it goes on. */
  pullNothing(): void;
}

export interface Bench extends Ground {
  flags: Flags;
  wire: Wire;
  crm: Operations;
  mapping: Mapping;
  /** The same CRM as somebody else. */
  as(who: Partial<Omit<Access, 'origin' | 'fields'>>): Operations;
  device(name?: string, how?: { policy?: Policy; bringIn?: 'ours' | 'all'; crm?: Operations }): Device;
  /** All fields of a fictional person (or company); what is not said is empty. */
  person(first: string, more?: Values): Values;
  company(name: string, more?: Values): Values;
  /** Those of this run who are in the CRM and not deleted. */
  people(): ReturnType<Outsider['people']>;
  /** The only one of this run in the CRM. */
  only(): Promise<Awaited<ReturnType<Outsider['people']>>[number]>;
  /** Syncs these devices in turn until nothing moves any more; fails when it does not come to rest. */
  rest(...devices: Device[]): Promise<void>;
  /** What the CRM holds under our names. */
  held(kind: SyncKind, id: string): Promise<Values>;
}

/** Ends a case that this CRM or account gives no occasion for. */
export function notApplicable(why: string): never {
  throw new Unsupported(why);
}

const keyOf = (address: string): string | null => /^https?:\/\/(?:www\.)?linkedin\.com\/((?:in|company)\/[^/?#]+)/i.exec(address)?.[1]?.toLowerCase().replace(/^/, 'linkedin:') ?? null;
const keysOf = (kind: SyncKind, values: Values): string[] => keysOfValues(kind, values, keyOf);

export function benchOn(ground: Ground): Bench {
  const { connector, marker, outsider, clock, pass } = ground;
  const wire = wireOver(ground.http, clock);
  const mapping = proposedMapping(connector.proposed);
  const fields = Object.fromEntries(Object.entries(mapping).map(([kind, maps]) => [kind, maps.map(({ theirs }) => theirs)]));
  const as: Bench['as'] = (who) => connector.open(wire.http, { ...ground.access, known: ground.known, ...who, fields }, clock);
  const crm = as({});
  const start = clock();
  let serial = 0;

  const device: Bench['device'] = (name = 'A', how = {}) => {
    const book = memoryBook(() => `s${++serial}`, keyOf);
    // what was there before this run is nobody's business here
    for (const kind of ['account', 'prospect', 'note', 'touch', 'followUp'] as const) book.sync.pull[kind] = { since: start - 600_000, high: 0 };
    const mine: Mapping = Object.fromEntries(Object.entries(mapping).map(([kind, maps]) => [kind, maps.map((map) => (how.policy && map.policy === 'ask' ? { ...map, policy: how.policy } : map))]));
    const at = (kind: SyncKind, id: string): string => `${kind} ${id}`;
    return {
      book,
      sync: async () => {
        try {
          return await run({
            store: book, crm: how.crm ?? crm, flags: connector.flags, mapping: mine, bringIn: how.bringIn ?? 'ours', clock, newId: () => `${name}-${++serial}`, keyOf, runner: `${name} ${++serial}`, alone: true,
          }, () => 0.5);
        } catch (error) {
          if (error instanceof Killed) return 'killed';
          throw error;
        }
      },
      add: (kind, id, values) => {
        book.edit(kind, id, { ...blank(kind), ...values }, clock(), keysOf(kind, values));
        return id;
      },
      edit: (kind, id, values) => {
        const now = { ...book.rows.get(at(kind, id))?.values, ...values };
        book.edit(kind, id, values, clock(), keysOf(kind, now));
      },
      row: (kind, id) => book.rows.get(at(kind, id)) ?? assert.fail(`${kind} ${id} is not in the book`),
      link: (kind, id) => book.links.get(at(kind, id)),
      remote: (kind, id) => {
        const link = book.links.get(at(kind, id));
        assert.equal(link?.state, 'linked', `${kind} ${id} is ${link?.state ?? 'not linked'}${link?.question ? ` (${link.question.kind})` : ''}${book.marks.get(at(kind, id))?.refused ? `: ${book.marks.get(at(kind, id))!.refused!}` : ''}`);
        return link!.remoteId!;
      },
      rows: (kind) => [...book.rows.values()].filter((row) => row.kind === kind),
      pullNothing: () => {
        if (!connector.flags.lookFirst) return;
        for (const kind of ['account', 'prospect'] as const) book.sync.pull[kind] = { since: Date.UTC(2100, 0), high: 0 };
      },
    };
  };

  const bench: Bench = {
    ...ground, flags: connector.flags, wire, crm, mapping, as, device,
    person: (first, more = {}) => {
      const slug = `${first}-${marker}`.toLowerCase().replace(/[^a-z0-9-]+/g, '');
      return { ...blank('prospect'), firstName: first, lastName: `${marker}Example`, emails: [`${slug}@example.com`], linkedin: `https://www.linkedin.com/in/${slug}`, stage: 'new', ...more };
    },
    company: (name, more = {}) => ({ ...blank('account'), name: `${marker}${name}`, domain: `https://${`${name}-${marker}`.toLowerCase().replace(/[^a-z0-9-]+/g, '')}.example.com`, ...more }),
    // where there is one name, it is cut into two in one way or the other
    people: async () => (await outsider.people()).filter((one) => !one.deleted && one.lastName.split(' ').some((word) => word.startsWith(marker))),
    only: async () => {
      const found = await bench.people();
      assert.equal(found.length, 1, `there are ${found.length} records where one should be: ${found.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ')}`);
      return found[0]!;
    },
    rest: async (...devices) => {
      const told: string[] = [];
      for (let round = 0, quiet = 0; round < 12; round++) {
        const before = wire.writes();
        const ended = [];
        for (const one of devices) ended.push(await one.sync());
        told.push(ended.map((one) => (typeof one === 'string' ? one : `${one.kind} ${one.message}`.trim())).join(', '));
        quiet = wire.writes() === before && ended.every((one) => one === 'done') ? quiet + 1 : 0;
        // twice: what a sweep finds is answered in the run after it
        if (quiet === 2) return;
        await pass(700_000);
      }
      assert.fail(`it does not come to rest: ${told.join(' | ')}`);
    },
    held: async (kind, id) => {
      const found = await crm.read(kind, [id]);
      assert.ok(found.ok, `reading failed: ${found.ok ? '' : found.failure.kind}`);
      const record = found.value[0] ?? assert.fail(`${kind} ${id} is not in the CRM`);
      return Object.fromEntries((mapping[kind] ?? []).filter(({ theirs }) => theirs in record.fields).map(({ ours, theirs }) => [ours, record.fields[theirs]!]));
    },
  };
  return bench;
}
