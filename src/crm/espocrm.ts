import { ok, type Result } from '../domain/failure.ts';
import type { RemoteRecord, SyncKind } from '../domain/sync/record.ts';
import { entryKey } from '../domain/sync/value.ts';
import type { Access, Connector, CreateRow, Http, Operations, Page, RowAnswer, UpdateRow, Wanted } from './connector.ts';
import { apiOf, folderOf, refusal, where } from './espocrm/api.ts';
import { ENTITY, fit, formOf, host, isRow, rows, stampOf, str, tail, timeOf, type Row } from './espocrm/form.ts';
import { setupOf } from './espocrm/setup.ts';

/*
 * EspoCRM 9. A list shows the primary address of a record only, so people are read one by one behind each list; the answer to a write shows
 * some columns as they were before it. Modification times have whole seconds; posting a note moves only the stream time of the person.
 */
/** How far a list was read: the time and the id of its last row. */
interface Place {
  at: string;
  id: string;
}

/** What one address line may carry; the web server refuses more than 8 kB. */
const LONGEST_SEARCH = 6_500;
const AT_ONCE = 4;
const MOST = 200;
const PROPOSED: Connector['proposed'] = {
  account: { name: 'name', domain: 'website', linkedin: 'profileUrl', location: 'billingAddressCity', about: 'description' },
  prospect: {
    firstName: 'firstName', lastName: 'lastName', title: 'title', emails: 'emailAddressData', phones: 'phoneNumberData', linkedin: 'profileUrl', location: 'addressCity',
    account: 'accountId', about: 'description',
  },
  note: { text: 'post', prospect: 'parentId' },
  touch: { text: 'post', prospect: 'parentId' },
  followUp: { text: 'name', dueAt: 'dateEnd', done: 'status', prospect: 'parentId' },
};
const pieces = <T>(list: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

function open(http: Http, access: Access, clock: () => number): Operations {
  const api = apiOf(http, access, clock);
  const form = formOf(access);
  const { ask, list } = api;
  const { keyField, profileField, isWhole, select, record, wire, isWanted } = form;

  /** Records behind the rows of a list, read one by one where a list does not show all of them. */
  async function behind(kind: SyncKind, listed: Row[]): Promise<Result<Row[]>> {
    if (!isWhole(kind)) return ok(listed);
    const found: Row[] = [];
    for (const some of pieces(listed, AT_ONCE)) {
      for (const said of await Promise.all(some.map((row) => ask('GET', `${ENTITY[kind]}/${encodeURIComponent(str(row['id']))}`)))) {
        if (!said.ok) return said;
        if (said.value.status === 200 && isRow(said.value.body)) found.push(said.value.body);
      }
    }
    return ok(found);
  }
  async function read(kind: SyncKind, ids: string[]): Promise<Result<RemoteRecord[]>> {
    const found: RemoteRecord[] = [];
    for (const some of pieces(ids, 150)) {
      const listed = await list(ENTITY[kind], { where: [where('in', 'id', some)], select: isWhole(kind) ? ['id'] : select(kind), maxSize: MOST });
      const records = listed.ok ? await behind(kind, listed.value) : listed;
      if (!records.ok) return records;
      found.push(...records.value.map((row) => record(kind, row)));
    }
    return ok(found);
  }

  /** Rows of an entity after a place in the order of a time and the id. The id breaks ties, so rows that move away while paging push none aside. */
  async function after(entity: string, by: string, { at, id }: Place, asked: { select: string[]; where?: Row[]; size: number }): Promise<Result<{ listed: Row[]; next: Place | null }>> {
    const later = { type: 'or', value: [where('greaterThan', by, at), { type: 'and', value: [where('equals', by, at), where('greaterThan', 'id', id)] }] };
    const conditions = [where('greaterThanOrEquals', by, at), ...(id ? [later] : []), ...asked.where ?? []];
    const listed = await list(entity, { where: conditions, select: [...asked.select, by], orderBy: by, order: 'asc', maxSize: asked.size });
    if (!listed.ok) return listed;
    const last = listed.value.at(-1);
    return ok({ listed: listed.value, next: last && listed.value.length === asked.size ? { at: str(last[by]), id: str(last['id']) } : null });
  }

  /** Posts on one person that are not older than a time. */
  async function postsOn(person: string, since: number): Promise<Result<Row[]>> {
    const found: Row[] = [];
    for (let offset = 0; ; offset += MOST) {
      const listed = await list(`Contact/${encodeURIComponent(person)}/posts`, { maxSize: MOST, offset });
      if (!listed.ok) return listed.failure.kind === 'gone' ? ok(found) : listed;
      found.push(...listed.value.filter((row) => timeOf(row['modifiedAt']) >= since));
      // the newest come first
      if (listed.value.length < MOST || timeOf(listed.value.at(-1)?.['createdAt']) < since) return ok(found);
    }
  }

  async function changes(kind: SyncKind, since: number, cursor?: string): Promise<Result<Page>> {
    const start = { at: stampOf(since), id: '' };
    const from = cursor === undefined ? { ...start, part: '' } : (JSON.parse(cursor) as Place & { part: string });
    const told = (records: RemoteRecord[], next: Place | null, part: string): Result<Page> => ok({
      records: records.filter(({ fields }) => !('parentId' in fields) || fields['parentId'] !== null), next: next && JSON.stringify({ ...next, part }),
    });
    if (from.part === 'stream') {
      // a key sees its own notes in a list; those of others show in the stream of the person
      const people = await after('Contact', 'streamUpdatedAt', from, { select: ['id', 'createdAt'], size: 50 });
      if (!people.ok) return people;
      const found: RemoteRecord[] = [];
      for (const { id, createdAt, streamUpdatedAt } of people.value.listed) {
        const posts = createdAt === streamUpdatedAt ? ok([]) : await postsOn(str(id), since);
        if (!posts.ok) return posts;
        found.push(...posts.value.map((row) => record(kind, row)));
      }
      return told(found, people.value.next, 'stream');
    }
    const isNote = ENTITY[kind] === 'Note';
    const only = isNote ? [where('equals', 'type', 'Post')] : kind === 'followUp' ? [where('equals', 'parentType', 'Contact')] : [];
    const page = await after(ENTITY[kind], 'modifiedAt', from, { select: isWhole(kind) ? ['id'] : select(kind), where: only, size: isWhole(kind) ? 100 : MOST });
    const records = page.ok ? await behind(kind, page.value.listed) : page;
    if (!page.ok || !records.ok) return records as Result<never>;
    return told(records.value.map((row) => record(kind, row)), page.value.next ?? (isNote ? start : null), page.value.next ? '' : 'stream');
  }

  const ours = (kind: SyncKind, names: readonly string[]): string[] => names.map((name) => Object.entries(PROPOSED[kind] ?? {}).find(([, theirs]) => theirs === name)?.[0] ?? name);
  async function create(kind: SyncKind, all: CreateRow[]): Promise<Result<RowAnswer[]>> {
    const answers: RowAnswer[] = [];
    let me = access.known['userId'] ?? '';
    for (const { key, fields, force } of all) {
      if (kind === 'followUp' && !me) {
        const user = await api.me();
        if (!user.ok) return user;
        me = user.value.id;
      }
      const names = Object.keys(fields).filter((name) => kind !== 'prospect' || name !== 'title' || fields['accountId']);
      const body = { ...wire(kind, fields, names), ...(keyField(kind) ? { [keyField(kind)]: key } : {}), ...(ENTITY[kind] === 'Note' ? { type: 'Post' } : {}), ...(kind === 'followUp' ? { assignedUserId: me } : {}) };
      const said = await ask('POST', ENTITY[kind], body, { fields: ours(kind, names), ...(force ? { headers: { 'X-Skip-Duplicate-Check': 'true' } } : {}) });
      if (!said.ok) return said;
      const { status, reason, body: told } = said.value;
      if (status === 200 && isRow(told)) answers.push({ kind: 'stored', record: record(kind, told) });
      else if (status === 409) {
        // what the refusal shows lacks the further addresses, and in a race the first one too
        const records = await read(kind, rows(told).map((row) => str(row['id'])));
        if (!records.ok) return records;
        answers.push({ kind: 'duplicate', records: records.value });
      } else if (status === 403 && !/non-existing/.test(reason)) {
        // a note on somebody who is gone is refused like one without the right
        const person = ENTITY[kind] === 'Note' ? await list('Contact', { where: [where('equals', 'id', fields['parentId'] ?? '')], select: ['id'], maxSize: 1 }) : ok([{}]);
        if (!person.ok) return person;
        if (person.value.length > 0) return refusal(said.value);
        answers.push({ kind: 'rejected', message: reason });
      } else answers.push({ kind: 'rejected', message: reason });
    }
    return ok(answers);
  }

  async function update(kind: SyncKind, all: UpdateRow[]): Promise<Result<RowAnswer[]>> {
    const answers: RowAnswer[] = [];
    const seen = new Map<string, number>();
    for (const some of pieces(all.filter(({ version }) => version === undefined), 150)) {
      const listed = await list(ENTITY[kind], { where: [where('in', 'id', some.map(({ id }) => id))], select: ['id', 'modifiedAt'], maxSize: MOST });
      if (!listed.ok) return listed;
      for (const row of listed.value) seen.set(str(row['id']), timeOf(row['modifiedAt']));
    }
    for (const { id, changed, fields, at, version } of all) {
      const now = version === undefined ? seen.get(id) : at;
      if (now === undefined || now > at) { answers.push({ kind: now === undefined ? 'gone' : 'stale' }); continue; }
      // with another account goes the title, which is a column of the link to it
      const names = changed.includes('accountId') && 'title' in fields && !changed.includes('title') ? [...changed, 'title'] : changed;
      const path = `${ENTITY[kind]}/${encodeURIComponent(id)}`;
      const held = names.some((name) => name.endsWith('Data')) ? await ask('GET', path) : undefined;
      if (held && !held.ok) return held;
      if (version === undefined && isRow(held?.value.body) && timeOf(held.value.body['modifiedAt']) > at) { answers.push({ kind: 'stale' }); continue; }
      const body = wire(kind, fields, names, isRow(held?.value.body) ? held.value.body : {});
      const said = await ask('PUT', path, body, { fields: ours(kind, names), ...(version === undefined ? {} : { headers: { 'X-Version-Number': version } }) });
      if (!said.ok) return said;
      const { status, reason, body: told } = said.value;
      if (status === 200 && isRow(told)) answers.push({ kind: 'stored', record: record(kind, told) });
      else if (status === 403 && !/non-existing/.test(reason)) {
        // one record out of reach, or no right at all?
        const user = await api.me();
        if (!user.ok) return user;
        if (!user.value.isAllowed(kind, 'edit')) return refusal(said.value);
        answers.push({ kind: 'rejected', message: reason });
      } else answers.push(status === 404 ? { kind: 'gone' } : status === 409 ? { kind: 'stale' } : { kind: 'rejected', message: reason });
    }
    return ok(answers);
  }

  async function remove(kind: SyncKind, ids: string[]): Promise<Result<null>> {
    for (const id of ids) {
      const said = await ask('DELETE', `${ENTITY[kind]}/${encodeURIComponent(id)}`);
      if (!said.ok) return said;
      if (said.value.status !== 200 && said.value.status !== 404) return refusal(said.value);
    }
    return ok(null);
  }

  /** Rows that have anything of what is wanted, and some more; halved until the question fits into an address line. */
  async function hits(kind: SyncKind, some: Wanted[]): Promise<Result<Row[]>> {
    const [key, profile] = [keyField(kind), profileField(kind)];
    const texts = (of: (one: Wanted) => string[]): string[] => [...new Set(some.flatMap(of).filter(Boolean))];
    const any = [
      ...(key ? [where('in', key, texts((one) => [one.key]))] : []), where('in', 'emailAddress', texts((one) => one.emails ?? [])),
      ...(profile ? texts((one) => [tail(one.linkedin ?? '')]).map((text) => where('contains', profile, text)) : []),
      ...(kind === 'account' ? [...texts((one) => [host(one.domain ?? '')]).map((text) => where('contains', 'website', text)), where('in', 'name', texts((one) => [one.name ?? '']))] : []),
    ].filter(({ value }) => !Array.isArray(value) || value.length > 0);
    if (any.length === 0) return ok([]);
    const tooLong = encodeURIComponent(JSON.stringify(any)).length > LONGEST_SEARCH;
    const shown = isWhole(kind) ? ['id'] : [...select(kind), 'name', 'emailAddress', 'website', ...(profile ? [profile] : [])];
    const listed = tooLong && some.length > 1 ? null : await list(ENTITY[kind], { where: [{ type: 'or', value: any }], select: shown, maxSize: MOST });
    if (listed && (!listed.ok || some.length === 1 || listed.value.length < MOST)) return listed.ok ? behind(kind, listed.value) : listed;
    const half = some.length >> 1;
    const [first, second] = [await hits(kind, some.slice(0, half)), await hits(kind, some.slice(half))];
    return !first.ok ? first : !second.ok ? second : ok([...new Map([...first.value, ...second.value].map((row) => [row['id'], row])).values()]);
  }
  async function find(kind: SyncKind, wanted: Wanted[]): Promise<Result<RemoteRecord[][]>> {
    if (kind === 'account' || kind === 'prospect') {
      const found = await hits(kind, wanted);
      if (!found.ok) return found;
      return ok(wanted.map((one) => found.value.filter((row) => isWanted(kind, row, one)).map((row) => record(kind, row))));
    }
    const answers: RemoteRecord[][] = [];
    for (const { prospect = '', name = '' } of wanted) {
      const listed = ENTITY[kind] === 'Note' ? await postsOn(prospect, 0) : await list(`Contact/${encodeURIComponent(prospect)}/tasks`, { select: select(kind), maxSize: MOST });
      if (!listed.ok && listed.failure.kind !== 'gone') return listed;
      const text = ENTITY[kind] === 'Note' ? 'post' : 'name';
      answers.push((listed.ok ? listed.value : []).filter((row) => entryKey('text', str(row[text])) === entryKey('text', text === 'name' ? fit(text, name) : name)).map((row) => record(kind, row)));
    }
    return ok(answers);
  }

  return {
    changes, read, find, create, update, remove,
    ...setupOf(api, form, access),
    // what anybody has hung on a person goes along; who may not merge takes the record away
    async removeDouble(kind, keep, lose) {
      const said = kind === 'prospect' ? await ask('POST', 'Action', { entityType: ENTITY[kind], id: keep, action: 'merge', data: { sourceIdList: [lose], attributes: {} } }) : undefined;
      return said?.ok === false ? said : said?.value.status === 200 ? ok(null) : remove(kind, [lose]);
    },
  };
}

const connector: Connector = {
  name: 'espocrm', label: 'EspoCRM',
  flags: {
    createKey: 'uniqueField', lookFirst: true, batch: { create: 1, update: 100, read: 100, find: 50 }, versioning: 'header', deletions: 'none', overlap: 10_000, minGap: 20, burst: 20, restAfter429: 60_000,
    lateCreate: 120_000, kinds: { account: 'both', prospect: 'both', note: 'both', touch: 'push', followUp: 'both' },
  },
  signIn: [{ name: 'apiKey', secret: true }, { name: 'folder', secret: false, optional: true }],
  oauth: false,
  originOf(typed) {
    const address = /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
    return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
  },
  proposed: PROPOSED,
  linkTo: ({ origin, settings }, kind, id) => (ENTITY[kind] === 'Note' ? undefined : `${origin}/${folderOf({ settings })}#${ENTITY[kind]}/view/${encodeURIComponent(id)}`),
  open,
};
export default connector;
