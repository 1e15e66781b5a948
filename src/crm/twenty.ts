import { uuidOf } from '../domain/sync/key.ts';
import { oursOf } from '../domain/sync/mapping.ts';
import type { RemoteRecord, SyncKind, ValueKind, Values } from '../domain/sync/record.ts';
import { parsed, words } from './answer.ts';
import type { Access, Checked, Connector, CreateRow, Http, HttpRequest, Operations, Page, RemoteField, RowAnswer, UpdateRow, Wanted } from './connector.ts';
import { answering, halved, Refused, unless, valueOf } from './refused.ts';
import { emailsIn, encoded, filtersFor, isChild, isRow, isWanted, linksOf, OBJECTS, part, recordOf, rows, targetIn, text, wireOf, type Row } from './twenty/form.ts';
import { refusal, REST } from './twenty/refusal.ts';

interface Write { row: CreateRow; wire: Row }

const KINDS: { [type: string]: ValueKind } = { TEXT: 'text', SELECT: 'text', EMAILS: 'emails', PHONES: 'phones', LINKS: 'link', NUMBER: 'number', NUMERIC: 'number', BOOLEAN: 'flag', DATE_TIME: 'time', MULTI_SELECT: 'tags', ARRAY: 'tags' };
const PARTS: { [type: string]: string[] } = { FULL_NAME: ['firstName', 'lastName'], ADDRESS: ['addressStreet1', 'addressPostcode', 'addressCity', 'addressState', 'addressCountry'] };
/** The link from a note or task to its person, always the same; it tells a touch from a note. */
const linkId = (kind: SyncKind, key: string, person: string): string => uuidOf(`${kind} ${key} ${person}`);
const field = (name: string, label: string, kind: ValueKind, writable = true): RemoteField => ({ name, label, kind, writable });
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const EVERY = 'or(deletedAt[is]:NULL,deletedAt[is]:NOT_NULL)';
const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Up to so many rows are guarded one by one; more go together. */
const GUARDED = 10;

function open(http: Http, { origin, secrets, known, fields: mapped }: Access, clock: () => number): Operations {
  const record = (kind: SyncKind, row: Row, prospect?: string | null): RemoteRecord => recordOf(kind, row, mapped[kind] ?? [], prospect);

  async function ask(method: HttpRequest['method'], path: string, body?: unknown, about: readonly { fields: Values; changed?: readonly string[] }[] = []): Promise<Row> {
    const headers = { authorization: `Bearer ${secrets['token'] ?? ''}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const ledger = { fields: oursOf(twenty.proposed, about.flatMap(({ changed, fields }) => changed ?? Object.keys(fields))), records: about.length };
    const answer = valueOf(await http({ method, url: `${origin}${path}`, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }), ...(about.length ? ledger : {}) }));
    if (answer.status >= 400) throw refusal(answer, clock());
    const said = valueOf(parsed(answer));
    if (!isRow(said)) throw new Refused('wrong-address');
    return said;
  }
  function listIn(answer: Row, name: string): Row[] {
    const list = part(answer, 'data')[name];
    if (!Array.isArray(list)) throw new Refused('wrong-address');
    return rows(list).filter((row) => text(row['id']));
  }
  async function page(many: string, filter: string, depth: 0 | 1, after: string, order = ''): Promise<{ found: Row[]; next: string }> {
    const answer = await ask('GET', `/rest/${many}?filter=${encoded(filter)}${order && `&order_by=${encoded(order)}`}&limit=200&depth=${depth}${after && `&starting_after=${encodeURIComponent(after)}`}`);
    const { hasNextPage, endCursor } = part(answer, 'pageInfo');
    return { found: listIn(answer, many), next: hasNextPage === true ? text(endCursor) : '' };
  }
  async function all(kind: SyncKind, filter: string): Promise<Row[]> {
    const found: Row[] = [];
    let after = '';
    do {
      const one = await page(OBJECTS[kind][1], `and(${filter},${EVERY})`, isChild(kind) ? 1 : 0, after);
      found.push(...one.found);
      after = one.next;
    } while (after && found.length < 2_000);
    return found;
  }
  async function read(kind: SyncKind, ids: readonly string[]): Promise<Row[]> {
    const asked = [...new Set(ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)))];
    const found: Row[] = [];
    for (let at = 0; at < asked.length; at += 200) found.push(...await all(kind, `id[in]:[${asked.slice(at, at + 200).join(',')}]`));
    return found;
  }

  const stored = (kind: SyncKind, row: Row | undefined, fields: Values): RowAnswer => (row ? { kind: 'stored', record: record(kind, row, isChild(kind) ? text(fields['prospect']) || null : null) } : { kind: 'stale' });
  const said = (refused: Refused): RowAnswer => ({ kind: 'rejected', message: refused.failure.message });
  /** One request for many rows; the answers come in another order. */
  async function send(many: string, writes: Write[], upsert = ''): Promise<(Row | undefined)[]> {
    const made = listIn(await ask('POST', `/rest/batch/${many}${upsert}`, writes.map(({ wire: one }) => one), writes.map(({ row }) => row)), `create${capital(many)}`);
    const byId = new Map(made.map((one) => [one['id'], one]));
    return writes.map(({ wire: one }) => byId.get(one['id']));
  }
  async function store(kind: SyncKind, writes: Write[]): Promise<RowAnswer[]> {
    const [first] = writes;
    if (!first) return [];
    try {
      return (await send(OBJECTS[kind][1], writes)).map((one, at) => stored(kind, one, writes[at]!.row.fields));
    } catch (error) {
      if (!(error instanceof Refused) || error.failure.kind !== 'rejected') throw error;
      if (/duplicate entry/i.test(error.failure.message)) {
        // the CRM does not say which rows: one look tells, and the others go again
        const met = await find(kind, writes.map(({ row: { key, fields }, wire: { emails } }) => ({ key, prospect: text(fields['prospect']), ...(kind === 'account' ? { domain: text(fields['domainName']) } : { emails: emailsIn({ primaryEmail: isRow(emails) ? emails['primaryEmail'] : '' }) }) })));
        const isMet = ({ row: { key, force } }: Write, at: number): boolean => met[at]!.some(({ id }) => id === key || !force);
        const box = part(first.wire, 'emails');
        // a shared mailbox: it can be the second address of many, but the main one of only one
        if (writes.length === 1 && !isMet(first, 0) && first.row.force && box['primaryEmail']) return store(kind, [{ row: first.row, wire: { ...first.wire, emails: { primaryEmail: '', additionalEmails: emailsIn(box) } } }]);
        if (writes.length === 1 || writes.some(isMet)) {
          const rest = writes.length === 1 ? [] : await store(kind, writes.filter((one, at) => !isMet(one, at)));
          return writes.map((one, at) => (writes.length > 1 && !isMet(one, at) ? rest.shift()! : doubleOf(one.row.key, met[at]!)));
        }
      } else if (writes.length === 1) return [said(error)];
      return [...await store(kind, writes.slice(0, writes.length >> 1)), ...await store(kind, writes.slice(writes.length >> 1))];
    }
  }
  function doubleOf(key: string, met: RemoteRecord[]): RowAnswer {
    const mine = met.find(({ id }) => id === key);
    return mine?.deleted ? { kind: 'gone' } : { kind: 'duplicate', records: mine ? [mine] : met };
  }
  /** Hangs notes and tasks on their people; answers why one cannot. */
  async function hang(kind: SyncKind, children: { key: string; prospect: string }[]): Promise<(Refused | undefined)[]> {
    const [many, own] = linksOf(kind);
    const writes = children.map(({ key, prospect }) => ({ row: { key, fields: { prospect } }, wire: { id: linkId(kind, key, prospect), [own]: key, targetPersonId: prospect } }));
    return (await halved(writes, (some) => send(many, some, '?upsert=true'))).map((one) => (one instanceof Refused ? one : undefined));
  }
  async function create(kind: SyncKind, given: CreateRow[]): Promise<RowAnswer[]> {
    const answers = await store(kind, given.map((row) => ({ row, wire: { id: row.key, ...wireOf(kind, known, row) } })));
    if (!isChild(kind)) return answers;
    const made = [...given.entries()].filter(([at]) => answers[at]!.kind === 'stored');
    const hung = await hang(kind, made.map(([, { key, fields }]) => ({ key, prospect: text(fields['prospect']) })));
    for (const [nth, [at, { key }]] of made.entries()) {
      if (!hung[nth]) continue;
      await ask('DELETE', `/rest/${OBJECTS[kind][1]}/${key}`);
      answers[at] = said(hung[nth]);
    }
    return answers;
  }

  async function guarded(kind: SyncKind, row: UpdateRow): Promise<RowAnswer> {
    const many = OBJECTS[kind][1];
    const path = `/rest/${many}?filter=${encoded(`and(id[eq]:${row.id},updatedAt[eq]:${new Date(row.at).toISOString()})`)}`;
    const [one] = await halved([row], async () => [listIn(await ask('PATCH', path, wireOf(kind, known, row), [row]), `update${capital(many)}`)[0]]);
    return one instanceof Refused ? said(one) : stored(kind, one, row.fields);
  }
  async function update(kind: SyncKind, given: UpdateRow[]): Promise<RowAnswer[]> {
    const answers: RowAnswer[] = [];
    if (given.length <= GUARDED) for (const row of given) answers.push(await guarded(kind, row));
    if (given.length <= GUARDED) return answers;
    // with an address that is somebody else's by now, an upsert would write over that one: a look comes first
    const look = given.some(({ changed }) => changed.includes('emails') || changed.includes('domainName'));
    const there = look ? new Map((await read(kind, given.map(({ id }) => id))).map((row) => [row['id'], record(kind, row)])) : undefined;
    const fresh = given.filter(({ id, at }) => !there || (there.get(id)?.at === at && !there.get(id)!.deleted));
    const done = await halved(fresh.map((row) => ({ row, wire: { id: row.id, ...wireOf(kind, known, row) } })), (some) => send(OBJECTS[kind][1], some, '?upsert=true'));
    for (const row of given) {
      const one = done[fresh.indexOf(row)];
      const answer = one instanceof Refused ? said(one) : stored(kind, one, row.fields);
      // an upsert makes anew what was destroyed
      const isRemade = answer.kind === 'stored' && (answer.record.createdAt ?? 0) > (row.createdAt ?? row.at);
      if (isRemade) await ask('DELETE', `/rest/${OBJECTS[kind][1]}/${row.id}`);
      answers.push(isRemade || there?.get(row.id)?.deleted || (there && !there.has(row.id)) ? { kind: 'gone' } : answer);
    }
    return answers;
  }

  async function find(kind: SyncKind, wanted: Wanted[]): Promise<RemoteRecord[][]> {
    if (isChild(kind)) {
      const found = new Map((await read(kind, wanted.map(({ key }) => key))).map((row) => [row['id'], record(kind, row)]));
      // the answer to the note was lost and its link never sent
      const loose = wanted.flatMap(({ key, prospect }) => (prospect && found.has(key) && !found.get(key)!.deleted && !text(found.get(key)!.fields['prospect']) ? [{ key, prospect }] : []));
      for (const [at, refused] of (await hang(kind, loose)).entries()) if (!refused) found.get(loose[at]!.key)!.fields['prospect'] = loose[at]!.prospect;
      return wanted.map(({ key }) => (found.has(key) ? [found.get(key)!] : []));
    }
    const found = new Map<unknown, Row>();
    for (const filter of filtersFor(kind, wanted)) for (const row of await all(kind, filter)) found.set(row['id'], row);
    return wanted.map((one) => [...found.values()].filter((row) => isWanted(kind, one, row)).map((row) => record(kind, row)));
  }

  async function changes(kind: SyncKind, since: number, cursor = '{}'): Promise<Page> {
    const { after = '', links = false } = JSON.parse(cursor) as { after?: string; links?: boolean };
    const filter = `and(${EVERY},updatedAt[gte]:${new Date(Math.max(0, since)).toISOString()})`;
    const { found, next } = await page(links ? linksOf(kind)[0] : OBJECTS[kind][1], filter, isChild(kind) && !links ? 1 : 0, after, 'updatedAt[AscNullsFirst]');
    // a link that comes later than its note does not change the note
    const changed = links ? await read(kind, found.map((row) => text(row[linksOf(kind)[1]]))) : found;
    const records = changed.filter((row) => text(targetIn(kind, row)['id']) !== linkId('touch', text(row['id']), text(targetIn(kind, row)['targetPersonId']))).map((row) => record(kind, row));
    return {
      records: isChild(kind) ? records.filter(({ deleted, fields }) => deleted || fields['prospect']) : records,
      next: next ? JSON.stringify({ after: next, links }) : isChild(kind) && !links && since > 0 ? JSON.stringify({ links: true }) : null,
    };
  }

  const whoAmI = async (what: string): Promise<Row> => {
    const answer = await ask('POST', '/metadata', { query: `{${what}}` });
    const [error] = rows(answer['errors']);
    if (error) throw new Refused('sign-in', words(error['message']));
    if (!isRow(answer['data'])) throw new Refused('wrong-address');
    return answer['data'];
  };
  async function check(): Promise<Checked> {
    const workspace = part(await whoAmI('currentWorkspace{id displayName}'), 'currentWorkspace');
    // an API key is nobody
    const user = part(await unless('sign-in', whoAmI('currentUser{email}'), {}), 'currentUser');
    const missing: string[] = [];
    for (const kind of ['account', 'prospect', 'note', 'followUp'] as const) {
      const many = OBJECTS[kind][1];
      const tries: [string, () => Promise<Row>][] = [['read', () => ask('GET', `/rest/${many}?limit=1&depth=0`)], ['update', () => ask('PATCH', `/rest/${many}?filter=${encoded(`id[eq]:${NOBODY}`)}`, {})]];
      for (const [verb, work] of tries) if ((await unless('permission', unless('rejected', work(), {}), undefined)) === undefined) missing.push(`${verb} ${kind}`);
    }
    return { who: text(user['email']) || 'API key', where: text(workspace['displayName']), missing };
  }

  const described = async (object: string): Promise<Row[]> => {
    const found = rows((await ask('GET', '/rest/metadata/objects?limit=100'))['data']).find((one) => one['nameSingular'] === object);
    if (!found) throw new Refused('wrong-address');
    return rows(found['fields']);
  };
  async function prepare(): Promise<{ known: { [name: string]: string }; todo: string }> {
    // the record's id is the key: nothing is to be made; only the form of fields that somebody added must be known
    const composite = async (object: string): Promise<[string, string][]> => (await described(object)).filter((one) => /^(EMAILS|PHONES|LINKS)$/.test(text(one['type']))).map((one) => [`${object}.${text(one['name'])}`, text(one['type'])]);
    return { known: await unless('permission', Promise.all([composite('company'), composite('person')]).then((found) => Object.fromEntries(found.flat())), {}), todo: '' };
  }
  async function describe(kind: SyncKind): Promise<RemoteField[]> {
    if (kind === 'followUp') return [field('title', 'Title', 'text'), field('dueAt', 'Due date', 'time'), field('done', 'Done', 'flag'), field('prospect', 'Person', 'record')];
    if (isChild(kind)) return [field('text', 'Title and body', 'longText'), field('prospect', 'Person', 'record')];
    return (await described(OBJECTS[kind][0])).filter((one) => !one['isSystem'] && one['isActive'] !== false).flatMap((one) => {
      const [name, label, type, writable] = [text(one['name']), words(one['label']), text(one['type']), one['isUIReadOnly'] !== true];
      if (part(one, 'settings')['joinColumnName'] === 'companyId') return [field('companyId', label, 'record', writable)];
      return KINDS[type] ? [field(name, label, KINDS[type], writable)] : (PARTS[type] ?? []).map((inner) => field(`${name}.${inner}`, `${label}: ${inner.replace(/^address/, '')}`, 'text', writable));
    });
  }

  return {
    check: answering(check), prepare: answering(prepare), describe: answering(describe), changes: answering(changes), find: answering(find), create: answering(create), update: answering(update),
    read: answering(async (kind: SyncKind, ids: string[]) => (await read(kind, ids)).map((row) => record(kind, row))),
    remove: answering(async (kind: SyncKind, ids: string[]) => {
      for (let at = 0; at < ids.length; at += 60) await ask('DELETE', `/rest/${OBJECTS[kind][1]}?filter=${encoded(`id[in]:[${ids.slice(at, at + 60).join(',')}]`)}&soft_delete=true`);
      return null;
    }),
  };
}

/** Twenty, as of version 2.21: REST with an API key or an OAuth token; a record's id is our key. */
const twenty: Connector = {
  name: 'twenty', label: 'Twenty', oauth: true, signIn: [{ name: 'token', secret: true }], open,
  flags: {
    createKey: 'clientId', lookFirst: false, batch: { create: 200, update: 200, read: 200, find: 60 }, versioning: 'compareAndSet', deletions: 'feed', overlap: 5_000, minGap: 620, burst: 50, restAfter429: REST, lateCreate: 0,
    kinds: { account: 'both', prospect: 'both', note: 'both', touch: 'push', followUp: 'both' },
  },
  proposed: {
    account: { name: 'name', domain: 'domainName', linkedin: 'linkedinLink' },
    prospect: { firstName: 'name.firstName', lastName: 'name.lastName', title: 'jobTitle', emails: 'emails', phones: 'phones', linkedin: 'linkedinLink', account: 'companyId' },
    note: { text: 'text', prospect: 'prospect' }, touch: { text: 'text', prospect: 'prospect' }, followUp: { text: 'title', dueAt: 'dueAt', done: 'done', prospect: 'prospect' },
  },
  originOf(typed) {
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
    return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? new URL(address).origin : undefined;
  },
  linkTo: ({ origin }, kind, id) => `${origin}/object/${OBJECTS[kind][0]}/${encodeURIComponent(id)}`,
};
export default twenty;
