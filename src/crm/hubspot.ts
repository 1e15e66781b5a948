import { ok, type Result } from '../domain/failure.ts';
import { ourField, type RemoteRecord, type SyncKind, type Values } from '../domain/sync/record.ts';
import { words } from './answer.ts';
import type { Access, Connector, CreateRow, Http, Operations, RemoteField, RowAnswer, UpdateRow } from './connector.ts';
import { BATCH, exchangeOf, OBJECTS, REST_AFTER_429, type Input, type Outcome } from './hubspot/exchange.ts';
import { find } from './hubspot/find.ts';
import { clockOf, isParent, KEY, toProperties, toRemote, TYPE, wordsOf } from './hubspot/value.ts';
import { pieces, type Row, rowOf, rowsOf, writtenIn } from './untrusted.ts';

/** The link from a note or task to its person, from a person to its company (plain, and the marked one). */
const TO_PERSON: { [K in SyncKind]?: number } = { note: 202, touch: 202, followUp: 204 };
const [TO_COMPANY, TO_MAIN_COMPANY] = [279, 1];
/** A person gets another company, or leaves one (`to` is a list then). */
interface Move { from: { id: string }; to: unknown; types?: object[] }
/** The recycle bin has no filter: this many pages of it are looked at in one pull. */
const BIN_PAGES = 10;

const connector: Connector = {
  name: 'hubspot',
  label: 'HubSpot',
  flags: {
    createKey: 'uniqueField', lookFirst: false, batch: { create: BATCH, update: BATCH, read: BATCH, find: 50 }, versioning: 'none', deletions: 'feed',
    // the search is some seconds behind, sometimes more; five searches a second
    overlap: 60_000, minGap: 210, burst: 1, restAfter429: REST_AFTER_429, lateCreate: 120_000,
    kinds: { account: 'both', prospect: 'both', note: 'both', touch: 'push', followUp: 'both' },
  },
  signIn: [{ name: 'token', secret: true }],
  oauth: false,
  originOf: () => 'https://api.hubapi.com',
  proposed: {
    account: { name: 'name', domain: 'domain', linkedin: 'linkedin_company_page', employees: 'numberofemployees', location: 'city', about: 'description', phones: 'phones' },
    prospect: { firstName: 'firstname', lastName: 'lastname', title: 'jobtitle', emails: 'emails', phones: 'phones', linkedin: 'hs_linkedin_url', website: 'website', location: 'city', account: 'associatedcompanyid' },
    note: { text: 'hs_note_body', prospect: 'prospect', at: 'hs_timestamp' },
    touch: { text: 'hs_note_body', prospect: 'prospect', at: 'hs_timestamp' },
    followUp: { text: 'hs_task_subject', dueAt: 'hs_timestamp', done: 'done', prospect: 'prospect' },
  },
  linkTo({ known }, kind, id) {
    const number = kind === 'prospect' ? '0-1' : kind === 'account' ? '0-2' : undefined;
    return number && known['portal'] ? `https://${known['ui'] || 'app.hubspot.com'}/contacts/${known['portal']}/record/${number}/${encodeURIComponent(id)}` : undefined;
  },
  open,
};

export default connector;

function open(http: Http, access: Access, clock: () => number): Operations {
  const exchange = exchangeOf(http, access, clock);
  const { call, keyed, bin, remotes, readBy, search, binPage, send } = exchange;
  const namesOf = (kind: SyncKind): readonly string[] => access.fields[kind] ?? [];

  /** What became of each row. What met somebody's record gets the records that it may mean. */
  async function settled(kind: SyncKind, rows: (CreateRow | UpdateRow)[], outcomes: Map<string, Outcome>, links: (row: CreateRow | UpdateRow) => Values, isNew: boolean): Promise<Result<RowAnswer[]>> {
    const isDouble = ({ problem }: { problem: Row }): boolean => isNew && (problem['category'] === 'CONFLICT' || rowsOf(problem['errors']).some(({ code }) => code === 'CONFLICTING_UNIQUE_VALUE'));
    const doubles = rows.filter(({ key }) => { const one = outcomes.get(key); return one !== undefined && one !== 'gone' && 'problem' in one && isDouble(one); });
    const met = await find(exchange, kind, doubles.map(({ key, fields }) => ({ key, ...(Array.isArray(fields['emails']) ? { emails: fields['emails'] } : {}) })));
    if (!met.ok) return met;
    return ok(rows.map((row): RowAnswer => {
      const one = outcomes.get(row.key) ?? 'gone';
      if (one === 'gone') return { kind: 'gone' };
      if ('problem' in one) return doubles.includes(row) ? { kind: 'duplicate', records: met.value[doubles.indexOf(row)] ?? [] } : { kind: 'rejected', message: wordsOf(one.problem) };
      const record = toRemote(kind, one.raw, namesOf(kind), links(row));
      // a merged id may answer for the record that it went into: that one is found by its own id
      return record && (!('id' in row) || row.id === record.id) ? { kind: 'stored', record } : { kind: 'gone' };
    }));
  }

  /** Links people with companies, or parts them. What is refused as a whole is tried one by one: by person, why not. */
  async function join(moves: Move[]): Promise<Result<Map<string, string>>> {
    const refused = new Map<string, string>();
    for (const [action, some] of [['create', moves.filter(({ to }) => !Array.isArray(to))], ['archive', moves.filter(({ to }) => Array.isArray(to))]] as const) {
      const answer = some.length ? await call('POST', `/crm/v4/associations/contacts/companies/batch/${action}`, { inputs: some }, ['account'], some.length) : ok({ status: 200, body: rowOf(null) });
      if (!answer.ok) return answer;
      if (answer.value.status < 400 && !answer.value.body['numErrors']) continue;
      for (const one of some.length > 1 ? some : []) {
        const single = await join([one]);
        if (!single.ok) return single;
        for (const [id, message] of single.value) refused.set(id, message);
      }
      if (some.length === 1) refused.set(some[0]!.from.id, wordsOf(answer.value.body));
    }
    return ok(refused);
  }

  const ours = (kind: SyncKind, rows: { fields: Values; changed?: readonly string[] }[]): string[] => {
    const names = new Map(Object.entries(connector.proposed[kind] ?? {}).map(([mine, theirs]) => [theirs, mine]));
    return [...new Set(rows.flatMap(({ fields, changed }) => changed ?? Object.keys(fields)).map((name) => names.get(name) ?? name))];
  };

  return {
    async check() {
      const account = await call('GET', '/account-info/v3/details');
      if (!account.ok) return account;
      const missing: string[] = [];
      for (const kind of ['account', 'prospect'] as const) {
        const look = await call('GET', `${OBJECTS}/${TYPE[kind]}?limit=1`);
        // a change of nobody is refused for its row, unless the right is missing
        const change = await call('POST', `${OBJECTS}/${TYPE[kind]}/batch/update`, { inputs: [{ id: '0', properties: {} }] });
        for (const [answer, rights] of [[look, ['read']], [change, ['create', 'update']]] as const) {
          if (!answer.ok && answer.failure.kind !== 'permission') return answer;
          if (!answer.ok) missing.push(...rights.map((right) => `${right} ${kind}`));
        }
      }
      const portal = writtenIn(account.value.body['portalId']);
      return ok({ who: `HubSpot ${portal}`, where: writtenIn(account.value.body['uiDomain']) || 'app.hubspot.com', missing });
    },

    async prepare() {
      const account = await call('GET', '/account-info/v3/details');
      if (!account.ok) return account;
      const { portalId, uiDomain, utcOffsetMilliseconds } = account.value.body;
      const known: { [name: string]: string } = { portal: writtenIn(portalId), ui: writtenIn(uiDomain), offset: writtenIn(utcOffsetMilliseconds) };
      const todo: string[] = [];
      for (const kind of ['account', 'prospect'] as const) {
        const path = `/crm/v3/properties/${TYPE[kind]}`;
        const there = await call('GET', `${path}/${KEY}`);
        if (!there.ok && there.failure.kind !== 'permission') return there;
        const group = kind === 'prospect' ? 'contactinformation' : 'companyinformation';
        const made = there.ok && there.value.status === 404 ? await call('POST', path, { hidden: true, description: 'Which record of Paydirt this is. Leave it as it is.', label: 'Paydirt key', type: 'string', formField: false, groupName: group, name: KEY, hasUniqueValue: true, fieldType: 'text' }) : there;
        if (!made.ok && made.failure.kind !== 'permission') return made;
        if (made.ok && made.value.status < 300 && made.value.body['hasUniqueValue'] === true) known[kind] = KEY;
        else todo.push(made.ok && made.value.status < 300 ? `Delete the ${TYPE[kind]} property "${KEY}": it does not have unique values.` : `Give the private app the scope crm.schemas.${TYPE[kind]}.write, or make a ${TYPE[kind]} property "${KEY}" (single-line text, unique values). ${made.ok ? wordsOf(made.value.body) : ''}`.trim());
      }
      return ok({ known, todo: todo.join(' ') });
    },

    async describe(kind) {
      const own = Object.entries(connector.proposed[kind] ?? {}).map(([mine, name]) => ({ name, label: name, kind: ourField(kind, mine)!.kind, writable: true }));
      if (!isParent(kind)) return ok(own);
      const answer = await call('GET', `/crm/v3/properties/${TYPE[kind]}?archived=false`);
      if (!answer.ok) return answer;
      const all = rowsOf(answer.value.body['results']).filter(({ hidden, name }) => hidden !== true && name !== KEY).map((one): RemoteField => ({
        name: writtenIn(one['name']), label: words(one['label']), writable: rowOf(one['modificationMetadata'])['readOnlyValue'] !== true && one['calculated'] !== true,
        kind: ({ number: 'number', datetime: 'time', date: 'time' } as const)[writtenIn(one['type'])] ?? (one['fieldType'] === 'textarea' ? 'longText' : 'text'),
      }));
      // what is put together, and what HubSpot does not let us write directly, is ours to offer
      return ok([...own.filter(({ name }) => ['emails', 'phones', 'associatedcompanyid'].includes(name) || all.some((one) => one.name === name)).map((one) => ({ ...one, label: all.find(({ name }) => name === one.name)?.label ?? one.label })), ...all.filter(({ name }) => own.every((one) => one.name !== name))]);
    },

    async changes(kind, since, cursor) {
      const from = rowOf(cursor ? JSON.parse(cursor) : { at: since });
      if (isParent(kind) && typeof from['bin'] === 'string') {
        const page = await binPage(kind, from['bin']);
        if (!page.ok) return page;
        const records = page.value.raws.map((raw) => ({ id: writtenIn(raw['id']), key: null, at: Date.parse(writtenIn(raw['archivedAt'])), deleted: true, fields: {} })).filter(({ at }) => at >= since);
        const pages = Number(from['pages']) + 1;
        return ok({ records, next: page.value.after && pages < BIN_PAGES ? JSON.stringify({ bin: page.value.after, pages }) : null });
      }
      const [at, after, clockName] = [Number(from['at']), from['id'], clockOf(kind)];
      // never by offset: a row that changes meanwhile would shift the others past us. Rows of one millisecond come by id
      const isTie = typeof after === 'string';
      const found = await search(kind, isTie ? [{ propertyName: clockName, value: String(at), operator: 'EQ' }, { propertyName: 'hs_object_id', value: after, operator: 'GT' }] : [{ propertyName: clockName, value: String(at), operator: 'GTE' }], [isTie ? 'hs_object_id' : clockName]);
      if (!found.ok) return found;
      const { raws, more } = found.value;
      const times = raws.map((raw) => Date.parse(writtenIn(rowOf(raw['properties'])[clockName]) || writtenIn(raw['updatedAt'])));
      const [first, last] = [times[0] ?? at, times.at(-1) ?? at];
      const next = more ? (isTie ? { at, id: writtenIn(raws.at(-1)!['id']) } : last > first ? { at: last } : { at: first, id: '0' }) : isTie ? { at: at + 1 } : isParent(kind) ? { bin: '', pages: 0 } : null;
      // the search shows records as they were some seconds ago: who is known already is read afresh, or an old value would pass for an edit
      const fresh = isParent(kind) && since === 0 ? ok(remotes(kind, raws)) : await readBy(kind, raws.map(({ id }) => writtenIn(id)));
      if (!fresh.ok) return fresh;
      const there = new Set(fresh.value.map(({ id }) => id));
      const lost = raws.flatMap((raw, index) => [...writtenIn(rowOf(raw['properties'])['hs_merged_object_ids']).split(';').filter((one) => one && one !== raw['id']), ...(there.has(writtenIn(raw['id'])) ? [] : [writtenIn(raw['id'])])].map((id): RemoteRecord => ({ id, key: null, at: times[index]!, deleted: true, fields: {} })));
      return ok({ records: [...lost, ...fresh.value.filter(({ fields }) => isParent(kind) || fields['prospect'] !== null)], next: next && JSON.stringify(next) });
    },

    read: (kind, ids) => readBy(kind, ids),
    find: (kind, wanted) => find(exchange, kind, wanted),

    async create(kind, rows) {
      // a key that lies in the recycle bin is nobody new
      for (let page = 0, after = ''; isParent(kind) && keyed(kind) && !bin[kind] || (after && page < BIN_PAGES); page++) {
        const answer = await binPage(kind as 'account' | 'prospect', after);
        if (!answer.ok) return answer;
        after = answer.value.after;
      }
      const inputs = rows.filter(({ key, force }) => force || !bin[kind]?.has(key)).map(({ key, fields }): Input => {
        const [to, typeId] = isParent(kind) ? [fields['associatedcompanyid'], TO_COMPANY] : [fields['prospect'], TO_PERSON[kind]];
        return {
          properties: { ...(isParent(kind) ? {} : { hs_timestamp: new Date(clock()).toISOString() }), ...toProperties(kind, Object.keys(fields), fields), ...(keyed(kind) ? { [KEY]: key } : {}) },
          associations: typeof to === 'string' ? [{ types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId }], to: { id: to } }] : [], objectWriteTraceId: key,
        };
      });
      const sent = await send(kind, 'create', inputs, ours(kind, rows));
      if (!sent.ok) return sent;
      return settled(kind, rows, sent.value, ({ fields }) => Object.fromEntries(['associatedcompanyid', 'prospect'].flatMap((name) => (name in fields ? [[name, fields[name]!]] : []))), true);
    },

    async update(kind, rows) {
      const isMoving = kind === 'prospect' && rows.some(({ changed }) => changed.includes('associatedcompanyid'));
      // nothing guards a write here: who was changed since the last look is not written over. A full batch comes right after a pull, and would cost twice the requests
      const looks = rows.length < BATCH || isMoving;
      const before = looks ? await readBy(kind, rows.map(({ id }) => id)) : ok([]);
      if (!before.ok) return before;
      const there = new Map(before.value.map((one) => [one.id, one]));
      const fresh = rows.filter(({ id, at }) => (there.get(id)?.at ?? 0) <= at);
      const moving = kind === 'prospect' ? fresh.filter(({ changed }) => changed.includes('associatedcompanyid')) : [];
      const inputs = fresh.map(({ id, key, changed, fields }): Input => ({ id, properties: toProperties(kind, changed, fields), objectWriteTraceId: key })).filter(({ properties }) => Object.keys(properties).length > 0);
      const sent = await send(kind, 'update', inputs, ours(kind, fresh));
      if (!sent.ok) return sent;
      const moves = moving.flatMap(({ id, fields: { associatedcompanyid: to } }): Move[] => {
        const was = there.get(id)?.fields['associatedcompanyid'];
        if (typeof to === 'string' && was !== undefined) return [{ types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: TO_MAIN_COMPANY }], from: { id }, to: { id: to } }];
        return typeof was === 'string' ? [{ from: { id }, to: [{ id: was }] }] : [];
      });
      const refused = await join(moves);
      if (!refused.ok) return refused;
      const after = moving.length ? await readBy(kind, moving.map(({ id }) => id)) : ok([]);
      if (!after.ok) return after;
      const answers = await settled(kind, rows, sent.value, () => ({}), false);
      if (!answers.ok) return answers;
      return ok(answers.value.map((answer, at): RowAnswer => {
        const { id } = rows[at]!;
        if (!fresh.includes(rows[at]!)) return { kind: 'stale' };
        const record = after.value.find((one) => one.id === id);
        const message = refused.value.get(id);
        return message !== undefined ? { kind: 'rejected', message } : record && answer.kind !== 'rejected' ? { kind: 'stored', record } : answer;
      }));
    },

    async remove(kind, ids) {
      for (const some of pieces(ids, BATCH)) {
        const answer = await call('POST', `${OBJECTS}/${TYPE[kind]}/batch/archive`, { inputs: some.map((id) => ({ id })) }, [], some.length);
        if (!answer.ok) return answer;
      }
      return ok(null);
    },
  };
}

