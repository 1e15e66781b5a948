import { companyDomain } from '../domain/company-domain.ts';
import { markdownOf, plainOfMarkdown } from '../domain/markdown.ts';
import { isOurKey, uuidOf } from '../domain/sync/key.ts';
import type { RemoteRecord, SyncKind, SyncValue, ValueKind, Values } from '../domain/sync/record.ts';
import { entryKey } from '../domain/sync/value.ts';
import { parsed, statusFailure, words } from './answer.ts';
import type { Access, Checked, Connector, CreateRow, Http, HttpAnswer, HttpRequest, Operations, Page, RemoteField, RowAnswer, UpdateRow, Wanted } from './connector.ts';
import { answering, halved, Refused, unless, valueOf } from './refused.ts';

interface Row { [field: string]: unknown }
interface Write { row: CreateRow; wire: Row }

const OBJECTS: Record<SyncKind, [one: string, many: string]> = { account: ['company', 'companies'], prospect: ['person', 'people'], note: ['note', 'notes'], touch: ['note', 'notes'], followUp: ['task', 'tasks'] };
/** Fields made of parts; `prepare` finds out about others. */
const STANDARD: { [field: string]: string } = { 'person.emails': 'EMAILS', 'person.phones': 'PHONES', 'person.linkedinLink': 'LINKS', 'company.domainName': 'LINKS', 'company.linkedinLink': 'LINKS' };
const KINDS: { [type: string]: ValueKind } = { TEXT: 'text', SELECT: 'text', EMAILS: 'emails', PHONES: 'phones', LINKS: 'link', NUMBER: 'number', NUMERIC: 'number', BOOLEAN: 'flag', DATE_TIME: 'time', MULTI_SELECT: 'tags', ARRAY: 'tags' };
const PARTS: { [type: string]: string[] } = { FULL_NAME: ['firstName', 'lastName'], ADDRESS: ['addressStreet1', 'addressPostcode', 'addressCity', 'addressState', 'addressCountry'] };
const EVERY = 'or(deletedAt[is]:NULL,deletedAt[is]:NOT_NULL)';
const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Up to so many rows are guarded one by one; more go together. */
const GUARDED = 10;
/** After a 429, which says nothing: enough for a run to get somewhere. */
const REST = 15_000;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const rows = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
const part = (row: Row, name: string): Row => (isRow(row[name]) ? row[name] : {});
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20_000) : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);
const isChild = (kind: SyncKind): boolean => kind !== 'account' && kind !== 'prospect';
const linksOf = (kind: SyncKind): [many: string, own: string] => (kind === 'followUp' ? ['taskTargets', 'taskId'] : ['noteTargets', 'noteId']);
/** The link from a note or task to its person, always the same; it tells a touch from a note. */
const linkId = (kind: SyncKind, key: string, person: string): string => uuidOf(`${kind} ${key} ${person}`);
const hostOf = (url: string): string => entryKey('link', url).split(/[/?#:]/)[0]!;
const profileOf = (url: string): string => entryKey('link', url.split(/[?#]/)[0]!);
/** A value as a filter takes it: what would break one stands for any character, and what comes back is compared here. */
const blurred = (value: string): string => value.replace(/['"()[\],\\%\s]/g, '_');
/** Brackets encoded, commas not: two hundred ids must fit into 8 kB. */
const encoded = (filter: string): string => encodeURIComponent(filter).replace(/%(2C|3A|40|2F)/g, decodeURIComponent);
const field = (name: string, label: string, kind: ValueKind, writable = true): RemoteField => ({ name, label, kind, writable });
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A long first line would make an unreadable title: it is cut there and whole in the body. */
function noteOf(plain: string): Row {
  const [first = '', ...more] = plain.trim().split('\n');
  const isLong = first.length > 100;
  return { title: isLong ? `${first.slice(0, 99).replace(/[\ud800-\udbff]$/, '')}…` : first, bodyV2: { markdown: markdownOf(isLong ? plain.trim() : more.join('\n').trim()) } };
}

function textOfNote(row: Row): string {
  const [title, body] = [text(row['title']), plainOfMarkdown(text(part(row, 'bodyV2')['markdown']))];
  return title.endsWith('…') && body.startsWith(title.slice(0, -1)) ? body : [title, body].filter(Boolean).join('\n');
}

const emailsIn = (value: Row): string[] => [...new Set([text(value['primaryEmail']), ...texts(value['additionalEmails'])].filter(Boolean))];
const phonesIn = (value: Row): string[] =>
  [{ number: value['primaryPhoneNumber'], callingCode: value['primaryPhoneCallingCode'] }, ...rows(value['additionalPhones'])].map((one) => text(one['number']) && text(one['callingCode']) + text(one['number'])).filter(Boolean);
const urlsIn = (value: Row): string[] => [text(value['primaryLinkUrl']), ...rows(value['secondaryLinks']).map((one) => text(one['url']))].filter(Boolean);

/** A field as a flat value: one made of parts by what it is made of. */
function valueIn(row: Row, name: string): SyncValue {
  const [head = '', inner] = name.split('.');
  const value = inner === undefined ? row[head] : part(row, head)[inner];
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (Array.isArray(value)) return texts(value);
  if (!isRow(value)) return text(value) || null;
  return 'primaryEmail' in value ? emailsIn(value) : 'primaryPhoneNumber' in value ? phonesIn(value) : text(value['primaryLinkUrl']) || null;
}

/** Numbers with their country; one without would have the whole person refused. */
function phonesOf(list: readonly string[]): Row {
  const [main = '', ...more] = list.map((one) => one.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')).filter((one) => one.startsWith('+'));
  return { primaryPhoneNumber: main, primaryPhoneCountryCode: '', primaryPhoneCallingCode: '', additionalPhones: more.map((number) => ({ number, countryCode: '', callingCode: '' })) };
}

/** What link fields hold beside their address: they are written whole, and would lose it. */
function restOf(row: Row, names: readonly string[]): string {
  const rest = names.map((name) => [name, part(row, name)] as const).filter(([, { primaryLinkLabel, secondaryLinks }]) => text(primaryLinkLabel) || rows(secondaryLinks).length)
    .map(([name, { primaryLinkLabel, secondaryLinks }]) => [name, { primaryLinkLabel: text(primaryLinkLabel), secondaryLinks: rows(secondaryLinks).slice(0, 50) }] as const);
  const all = rest.length ? JSON.stringify(Object.fromEntries(rest)) : '';
  return all.length > 20_000 ? '' : all;
}

/** Statuses mislead here: a missing right is 400, a missing token 403. */
function refusal(answer: HttpAnswer, now: number): Refused {
  const body = parsed(answer);
  const said = body.ok && isRow(body.value) ? body.value : {};
  const [message, code] = [words(texts(said['messages'])[0] ?? said['message']), text(said['code'])];
  if (code === 'PERMISSION_DENIED') return new Refused('permission', message, code);
  if (answer.status === 403 || message === 'Unknown token error.') return new Refused('sign-in');
  if (/entity too large/.test(answer.text.slice(0, 100))) return new Refused('rejected', 'request entity too large');
  const failure = statusFailure(answer, now, REST);
  if (failure) return Object.assign(new Refused(failure.kind), { failure });
  return !body.ok || (answer.status === 404 && said['error'] !== 'NotFoundException') ? new Refused('wrong-address') : new Refused('rejected', message, code);
}

function open(http: Http, { origin, secrets, known, fields: mapped }: Access, clock: () => number): Operations {
  const namesOf = (kind: SyncKind): readonly string[] => mapped[kind] ?? [];

  async function ask(method: HttpRequest['method'], path: string, body?: unknown, about: readonly { fields: Values; changed?: readonly string[] }[] = []): Promise<Row> {
    const headers = { authorization: `Bearer ${secrets['token'] ?? ''}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const ledger = { fields: [...new Set(about.flatMap(({ changed, fields }) => changed ?? Object.keys(fields)))], records: about.length };
    const answer = valueOf(await http({ method, url: `${origin}${path}`, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }), ...(about.length ? ledger : {}) }));
    if (answer.status >= 400) throw refusal(answer, clock());
    const said = valueOf(parsed(answer));
    if (!isRow(said)) throw new Refused('wrong-address');
    return said;
  }
  function listIn(answer: Row, name: string): Row[] {
    const list = part(answer, 'data')[name];
    if (!Array.isArray(list)) throw new Refused('wrong-address');
    return rows(list);
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

  /** The link to the person that a note or task hangs on: of several the first. */
  const targetIn = (kind: SyncKind, row: Row): Row => rows(row[linksOf(kind)[0]]).filter((link) => text(link['targetPersonId'])).toSorted((a, b) => (text(a['createdAt']) + text(a['id']) < text(b['createdAt']) + text(b['id']) ? -1 : 1))[0] ?? {};
  function record(kind: SyncKind, row: Row, prospect = text(targetIn(kind, row)['targetPersonId']) || null): RemoteRecord {
    const [id, createdAt, version] = [text(row['id']), Date.parse(text(row['createdAt'])), restOf(row, namesOf(kind))];
    const own: Values = isChild(kind) ? { text: textOfNote(row) || null, done: row['status'] === 'DONE', prospect } : {};
    return {
      id, key: isOurKey(id) ? id : null, at: Date.parse(text(row['updatedAt'])) || 0, deleted: typeof row['deletedAt'] === 'string', ...(Number.isNaN(createdAt) ? {} : { createdAt }),
      ...(version ? { version } : {}), fields: Object.fromEntries(namesOf(kind).map((name) => [name, name in own ? own[name]! : valueIn(row, name)])),
    };
  }

  /** These fields in the CRM's form. One made of parts is sent whole. */
  function wire(kind: SyncKind, { changed, fields: values, version = '{}' }: { changed?: readonly string[]; fields: Values; version?: string }): Row {
    const out: Row = {};
    for (const name of changed ?? Object.keys(values)) {
      const [[head = '', inner], value] = [name.split('.'), values[name] ?? null];
      const [main = '', ...more] = Array.isArray(value) ? value : value === null ? [] : [String(value)];
      const type = known[`${OBJECTS[kind][0]}.${name}`] ?? STANDARD[`${OBJECTS[kind][0]}.${name}`];
      if (isChild(kind) && name === 'prospect') continue;
      if (isChild(kind) && name === 'text') Object.assign(out, noteOf(main));
      else if (kind === 'followUp' && name === 'done') out['status'] = value === true ? 'DONE' : 'TODO';
      else if (inner !== undefined) out[head] = Object.fromEntries(Object.entries(values).filter(([one]) => one.startsWith(`${head}.`)).map(([one, said]) => [one.slice(head.length + 1), said ?? '']));
      else if (type === 'EMAILS') out[name] = { primaryEmail: main, additionalEmails: more };
      else if (type === 'PHONES') out[name] = phonesOf([main, ...more]);
      else if (type === 'LINKS') out[name] = { primaryLinkLabel: '', secondaryLinks: [], ...part(JSON.parse(version) as Row, name), primaryLinkUrl: name === 'domainName' && main ? `https://${companyDomain(main) ?? hostOf(main)}` : main };
      else out[name] = value;
    }
    return out;
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
        const met = await find(kind, writes.map(({ row: { key, fields }, wire: { emails } }) => ({ key, ...(kind === 'account' ? { domain: text(fields['domainName']) } : { emails: emailsIn({ primaryEmail: isRow(emails) ? emails['primaryEmail'] : '' }) }) })));
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
    const answers = await store(kind, given.map((row) => ({ row, wire: { id: row.key, ...wire(kind, row) } })));
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
    const [one] = await halved([row], async () => [listIn(await ask('PATCH', path, wire(kind, row), [row]), `update${capital(many)}`)[0]]);
    return one instanceof Refused ? said(one) : stored(kind, one, row.fields);
  }
  async function update(kind: SyncKind, given: UpdateRow[]): Promise<RowAnswer[]> {
    const answers: RowAnswer[] = [];
    if (given.length <= GUARDED) {
      for (const row of given) answers.push(await guarded(kind, row));
      return answers;
    }
    // with an address that is somebody else's by now, an upsert would write over that one: a look comes first
    const look = given.some(({ changed }) => changed.includes('emails') || changed.includes('domainName'));
    const there = look ? new Map((await read(kind, given.map(({ id }) => id))).map((row) => [row['id'], record(kind, row)])) : undefined;
    const fresh = given.filter(({ id, at }) => !there || (there.get(id)?.at === at && !there.get(id)!.deleted));
    const done = await halved(fresh.map((row) => ({ row, wire: { id: row.id, ...wire(kind, row) } })), (some) => send(OBJECTS[kind][1], some, '?upsert=true'));
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

  /** What a filter asks for: values of paths, or tests of their own. */
  function termsOf(kind: SyncKind, { key, emails = [], linkedin, domain, name }: Wanted): { path: string; value: string; test?: string }[] {
    const like = (test: string): { path: string; value: string; test: string } => ({ path: '', value: '', test });
    const profile = linkedin ? blurred(profileOf(linkedin)) : '';
    const exact = [{ path: 'id', value: key }, ...(kind === 'prospect' ? emails.map((one) => ({ path: 'emails.primaryEmail', value: one.trim().toLowerCase() })) : [])];
    return [
      ...exact.map((term) => (blurred(term.value) === term.value ? term : like(`${term.path}[ilike]:${blurred(term.value)}`))),
      ...exact.slice(1).map(({ value }) => like(`emails.additionalEmails[like]:%"${blurred(value)}"%`)),
      ...(profile ? [`primaryLinkUrl[ilike]:%${profile}`, `primaryLinkUrl[ilike]:%${profile}?%`, `secondaryLinks[like]:%${profile}_%`].map((test) => like(`linkedinLink.${test}`)) : []),
      ...(kind === 'account' && domain ? [like(`domainName.primaryLinkUrl[ilike]:%${blurred(hostOf(domain))}%`)] : []),
      ...(kind === 'account' && name ? [like(`name[ilike]:${blurred(name.trim())}`)] : []),
    ];
  }
  function isWanted(kind: SyncKind, { key, emails = [], linkedin, domain, name }: Wanted, row: Row): boolean {
    const host = hostOf(text(part(row, 'domainName')['primaryLinkUrl']));
    return row['id'] === key || emails.some((one) => emailsIn(part(row, 'emails')).includes(one.trim().toLowerCase()))
      || (!!linkedin && urlsIn(part(row, 'linkedinLink')).some((one) => profileOf(one) === profileOf(linkedin)))
      || (kind === 'account' && ((!!domain && `.${host}`.endsWith(`.${hostOf(domain)}`)) || (!!name && entryKey('tags', name) === entryKey('tags', text(row['name'])))));
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
    for (let at = 0; at < wanted.length;) {
      const [values, tests]: [Map<string, string[]>, string[]] = [new Map(), []];
      const filter = (): string => `or(${[...[...values].map(([path, list]) => `${path}[in]:[${list.join(',')}]`), ...tests].join(',')})`;
      do {
        for (const { path, value, test } of termsOf(kind, wanted[at++]!)) if (test) tests.push(test); else values.set(path, [...values.get(path) ?? [], value]);
      } while (at < wanted.length && encoded(filter()).length < 6_000);
      for (const row of await all(kind, filter())) found.set(row['id'], row);
    }
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
      for (const [verb, work] of tries) if ((await unless('permission', work(), undefined)) === undefined) missing.push(`${verb} ${kind}`);
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
