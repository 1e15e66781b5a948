import { connectors } from '../src/crm/catalog.ts';
import type { Http } from '../src/crm/connector.ts';
import { run } from '../src/background/sync/run.ts';
import { proposedMapping } from '../src/domain/sync/mapping.ts';
import type { SyncKind } from '../src/domain/sync/record.ts';
import { memoryBook } from '../test/background/sync/simulation/memory-store.ts';
import type { Dialect, OpenDialect } from '../test/crm/dialect/dialect.ts';
import { inProcess } from '../test/crm/dialect/in-process.ts';

const dialects = import.meta.glob<OpenDialect>('../test/crm/dialect/{twenty,espocrm,odoo,hubspot,pipedrive}.ts', { eager: true, import: 'default' });

/** How many requests sending `people` took: new ones, then the same with one field changed. Pulls are counted apart. */
export interface Counted {
  crm: string;
  label: string;
  created: number;
  changed: number;
  pulled: number;
}

/** Counts, for each CRM with a dialect server, the requests of the real engine and connector. Secrets are what the dialect takes. */
export async function count(people: number): Promise<Counted[]> {
  const found: Counted[] = [];
  for (const [path, open] of Object.entries(dialects)) {
    const name = /(\w+)\.ts$/.exec(path)![1]!;
    found.push(await countOne(name, open, people));
  }
  return found;
}

async function countOne(name: string, open: OpenDialect, people: number): Promise<Counted> {
  const connector = connectors.find((one) => one.name === name)!;
  let clock = Date.UTC(2026, 0, 5, 9);
  let seed = 7;
  const dialect: Dialect = open({ now: () => clock, random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 });
  const origin = connector.originOf('') ?? connector.originOf('https://crm.example.com')!;
  const straight = inProcess(dialect, origin);
  const made = { sending: 0, other: 0 };
  let isSending = false;
  const http: Http = (request) => {
    clock += Math.max(700, connector.flags.minGap);
    made[isSending ? 'sending' : 'other'] += 1;
    return straight(request);
  };
  const mapping = proposedMapping(connector.proposed);
  const fields = Object.fromEntries(Object.entries(mapping).map(([kind, maps]) => [kind, maps.map(({ theirs }) => theirs)])) as { [K in SyncKind]?: string[] };
  const secrets = Object.fromEntries(connector.signIn.filter(({ secret }) => secret).map((one) => [one.name, '<token>']));
  const settings = { login: 'admin', database: '' };
  const access = { origin, secrets, settings, known: {}, fields };
  const prepared = await connector.open(http, access, () => clock).prepare();
  if (!prepared.ok) throw new Error(`${name}: ${prepared.failure.kind} ${prepared.failure.message}`);
  const crm = connector.open(http, { ...access, known: prepared.value.known }, () => clock);

  let serial = 0;
  const keyOf = (address: string): string | null => (address.includes('linkedin.com/in/') ? `linkedin:in/${address.split('/in/')[1]!}` : null);
  const book = memoryBook(() => `s${++serial}`, keyOf);
  const spied = { ...crm, ...Object.fromEntries((['create', 'update', 'find', 'read'] as const).map((what) => [what, async (...args: never[]) => {
    isSending = true;
    try { return await (crm[what] as (...all: never[]) => Promise<unknown>)(...args); } finally { isSending = false; }
  }])) } as typeof crm;
  const sync = async (): Promise<number> => {
    made.sending = 0;
    // looking for what was deleted is no part of sending
    book.sync.sweptAt = Number.MAX_SAFE_INTEGER;
    for (let round = 0; round < 20; round++) {
      clock += 1_000_000;
      const ended = await run({ store: book, crm: spied, flags: connector.flags, mapping, bringIn: 'ours', clock: () => clock, newId: () => `n${++serial}`, keyOf, runner: 'bench', alone: true }, () => 0);
      if (ended === 'done') break;
      if (typeof ended === 'string' || (ended.kind !== 'rate-limit' && ended.kind !== 'network')) throw new Error(`${name}: ${JSON.stringify(ended)}`);
    }
    const left = [...book.marks.values()];
    if (left.length) throw new Error(`${name}: ${left.length} are still to be sent, the first because of ${left[0]?.refused}`);
    return made.sending;
  };
  for (let at = 0; at < people; at++) {
    book.edit('prospect', `p${at}`, { firstName: 'Ada', lastName: `Example${String.fromCharCode(97 + at % 26)}${at}`, title: null, headline: null, about: null, location: null, website: null, account: null, phones: [], tags: [], stage: 'new', leadSource: null, fit: null, emails: [`p${at}@example.com`], linkedin: `https://www.linkedin.com/in/p${at}` }, clock, [`linkedin:in/p${at}`, `email:p${at}@example.com`]);
  }
  const created = await sync();
  await sync();
  made.other = 0;
  for (let at = 0; at < people; at++) book.edit('prospect', `p${at}`, { lastName: `Sample${at}` }, clock);
  const changed = await sync();
  return { crm: name, label: connector.label, created, changed, pulled: made.other };
}
