import { oursOf } from '../domain/sync/mapping.ts';
import type { RemoteRecord, SyncKind, ValueKind } from '../domain/sync/record.ts';
import { isSame } from '../domain/sync/value.ts';
import { words } from './answer.ts';
import { bySecond } from './by-second.ts';
import type { Access, Checked, Connector, CreateRow, Http, Operations, Page, RemoteField, RowAnswer, UpdateRow } from './connector.ts';
import { markupOf } from './markup.ts';
import { contacts, DONE, finding, NOTES, TOLD } from './odoo/find.ts';
import { instant, isContact, messageId, MODEL, numbers, PARTS, PROFILE, second, translation, xmlId } from './odoo/record.ts';
import { openSession } from './odoo/session.ts';
import { answering, halved, Refused, unless } from './refused.ts';
import { isRow, rowsOf, textIn, type Row } from './untrusted.ts';

type Contact = 'account' | 'prospect';

const PAGE = 500;
const TYPES: { [type: string]: ValueKind } = { char: 'text', selection: 'text', text: 'longText', html: 'longText', integer: 'number', float: 'number' };
const GONE: RowAnswer = { kind: 'gone' };

const refused = (why: Refused): RowAnswer => (why.code.endsWith('MissingError') ? GONE : { kind: 'rejected', message: why.failure.message });

function open(http: Http, access: Access, clock: () => number): Operations {
  const session = openSession(http, access, clock);
  const { call, searchRead, may, load } = session;
  const translated = translation(session, access);
  const { wire, records, doneIn, leftIn, written } = translated;
  const { idsByKey, find, done } = finding(session, translated, access);

  async function readRows(kind: SyncKind, ids: readonly string[]): Promise<Map<string, Row>> {
    const asked = numbers(ids);
    const rows = asked.length ? rowsOf(await call(MODEL[kind], 'read', [asked, wire(kind)], {}, { records: asked.length })) : [];
    return new Map(rows.map((row) => [String(row['id']), row]));
  }

  async function changes(kind: SyncKind, since: number, cursor?: string): Promise<Page> {
    // follow-ups are two lists: those to be done, and the messages of those that are done
    const over = kind === 'followUp' && cursor?.startsWith('done') === true;
    const domain = kind === 'followUp' ? [['res_model', '=', 'res.partner'], ['user_id', '=', (await session.enter()).uid]] : isContact(kind) ? contacts(kind) : NOTES;
    const page = await bySecond(since, over ? cursor.slice(4) : cursor, PAGE, ({ from, after }) => searchRead(
      over ? 'mail.message' : MODEL[kind],
      [...(over ? DONE : domain), ['write_date', '>=', second(from)], ...(after === undefined ? [] : [['write_date', '<', second(from + 1_000)], ['id', '>', after]])],
      over ? TOLD : wire(kind), { limit: PAGE, order: after === undefined ? 'write_date asc, id asc' : 'id asc' },
    ), (row) => instant(row['write_date']));
    if (over) return { records: [...doneIn(page.rows), ...leftIn(page.rows).filter(({ key }) => key !== null)], next: page.next === null ? null : `done${page.next}` };
    return { records: await records(kind, page.rows), next: page.next ?? (kind === 'followUp' ? 'done' : null) };
  }

  async function read(kind: SyncKind, ids: string[]): Promise<RemoteRecord[]> {
    const rows = await readRows(kind, ids);
    return [...await records(kind, [...rows.values()]), ...(kind === 'followUp' ? await done(ids.filter((id) => !rows.has(id))) : [])];
  }

  async function createContacts(kind: Contact, rows: CreateRow[]): Promise<RowAnswer[]> {
    const answers = new Map<CreateRow, RowAnswer>();
    for (const last of [false, true]) {
      const left = rows.filter((row) => !answers.has(row));
      const held = await idsByKey(kind, left.map(({ key }) => key));
      const there = await readRows(kind, [...held.values()]);
      // load() would write over whoever has the key by now, be it the winner of a merge or somebody archived
      for (const row of left) {
        const found = there.get(held.get(row.key) ?? '');
        const [record] = found ? await records(kind, [found], new Map([[String(found['id']), row.key]])) : [];
        if (!record) continue;
        const same = !record.deleted && Object.entries(row.fields).every(([name, value]) => isSame(value, record.fields[name]));
        answers.set(row, same ? { kind: 'stored', record } : { kind: 'duplicate', records: [record] });
      }
      const fresh = left.filter((row) => !answers.has(row));
      const made = await load('res.partner', await each(fresh, async ({ key, fields }) => ({ id: `paydirt.${xmlId(kind, key)}`, is_company: kind === 'account', ...await written(Object.keys(fields), fields, {}, key) })), oursOf(odoo.proposed, fresh.flatMap(({ fields }) => Object.keys(fields))));
      if (made.length && made.every((one) => typeof one === 'string') && !await may('res.partner', 'create')) throw new Refused('permission', words(made[0]).split(/(?<=\.) /)[0]);
      const stored = await readRows(kind, made.map(String));
      const found = await records(kind, fresh.flatMap<Row>((_row, at) => stored.get(String(made[at])) ?? []), new Map(fresh.map(({ key }, at) => [String(made[at]), key])));
      for (const [at, row] of fresh.entries()) {
        const record = found.find(({ id }) => id === String(made[at]));
        if (record) answers.set(row, { kind: 'stored', record });
        // somebody else may have made it at the same time: look again, and try once more
        else if (last && /could not serialize|deadlock detected/.test(String(made[at]))) throw new Refused('network');
        else if (last) answers.set(row, typeof made[at] === 'string' ? { kind: 'rejected', message: made[at] } : GONE);
      }
      if (answers.size === rows.length) break;
    }
    return rows.map((row) => answers.get(row) ?? GONE);
  }

  /** Makes notes one by one; one that is there already is not made again. Answers numbers and refusals. */
  async function createNotes(rows: CreateRow[]): Promise<unknown[]> {
    const held = new Map((await searchRead('mail.message', [['message_id', 'in', rows.map(({ key }) => messageId(key))]], ['message_id'])).map((row) => [row['message_id'], row['id']]));
    return each(rows, async ({ key, fields }) => held.get(messageId(key)) ?? (await halved([key], async () => [await call('res.partner', 'message_post', [numbers([String(fields['res_id'])])], {
      body: markupOf(String(fields['body'] ?? '')), message_type: 'comment', subtype_xmlid: 'mail.mt_note', message_id: messageId(key), ...(typeof fields['date'] === 'string' ? { date: second(Date.parse(fields['date'])) } : {}),
    }, { records: 1, fields: ['text'] })]))[0]);
  }

  async function createFollowUps(rows: CreateRow[]): Promise<unknown[]> {
    // an ordinary user may not look up the number of the model: the server finds it by its name then
    const models = await unless('permission', call('ir.model', 'search', [[['model', '=', 'res.partner']]]), []);
    const model = Array.isArray(models) && models.length ? { res_model_id: models[0] as unknown } : {};
    const wires = await each(rows, async ({ key, fields }) => ({ ...model, res_id: Number(fields['res_id']), ...await written(Object.keys(fields), fields, {}, key) }));
    const made = await halved(wires, async (some) => await call('mail.activity', 'create', [some], { context: { default_res_model: 'res.partner' } }, { records: some.length, fields: ['text', 'dueAt'] }) as unknown[]);
    // the notes can tell their number only now
    const signed = await each(rows, async ({ key, fields }, at) => ({ '.id': made[at], ...await written(['date_deadline'], fields, { id: made[at] }, key) }));
    const some = signed.filter((row: Row) => typeof row['.id'] === 'number' && 'note' in row);
    if (some.length) await load('mail.activity', some, ['dueAt']);
    return made;
  }

  async function create(kind: SyncKind, rows: CreateRow[]): Promise<RowAnswer[]> {
    if (isContact(kind)) return createContacts(kind, rows);
    const made = kind === 'followUp' ? await createFollowUps(rows) : await createNotes(rows);
    const stored = new Map((await records(kind, [...(await readRows(kind, made.map(String))).values()])).map((one) => [one.id, one]));
    // what was done before it came here is made all the same, and then done
    const over = made.map(String).filter((id, at) => stored.has(id) && rows[at]!.fields['done'] === true);
    if (over.length) await call('mail.activity', 'action_feedback', [numbers(over)]);
    for (const id of over) stored.get(id)!.fields['done'] = true;
    return made.map((one) => (one instanceof Refused ? refused(one) : stored.has(String(one)) ? { kind: 'stored', record: stored.get(String(one))! } : GONE));
  }

  async function update(kind: SyncKind, rows: UpdateRow[]): Promise<RowAnswer[]> {
    const before = await readRows(kind, rows.map(({ id }) => id));
    const over = new Map(kind === 'followUp' ? (await done(rows.flatMap(({ id }) => (before.has(id) ? [] : [id])))).map((one) => [one.id, one]) : []);
    const answers = new Map<UpdateRow, RowAnswer>();
    const groups = new Map<string, { row: UpdateRow; values: Row }[]>();
    for (const row of rows) {
      const [now, finished] = [before.get(row.id), over.get(row.id)];
      if (finished) answers.set(row, row.changed.includes('done') && row.fields['done'] === false ? { kind: 'rejected', message: 'Odoo does not keep what is done: make a new follow-up.' } : { kind: 'stored', record: finished });
      else if (!now || now['active'] === false) answers.set(row, GONE);
      else if (instant(now['write_date']) !== row.at) answers.set(row, { kind: 'stale' });
      else {
        const values = await written(row.changed, row.fields, now, row.key);
        const columns = Object.keys(values).sort().join();
        if (!groups.has(columns)) groups.set(columns, []);
        groups.get(columns)!.push({ row, values });
      }
    }
    for (const [columns, group] of groups) {
      // together where that is possible; what is wrong with a row that was named, the row itself is asked
      const loaded = columns && group.length > 1 ? await load(MODEL[kind], group.map(({ row, values }) => ({ '.id': Number(row.id), ...values })), oursOf(odoo.proposed, group.flatMap(({ row }) => row.changed))) : [];
      for (const [at, { row, values }] of group.entries()) {
        if (!columns || typeof loaded[at] === 'number') continue;
        const [verdict] = await halved([row], async () => [await call(MODEL[kind], 'write', [[Number(row.id)], values], {}, { records: 1, fields: oursOf(odoo.proposed, row.changed) })]);
        if (verdict instanceof Refused) answers.set(row, refused(verdict));
      }
    }
    const left = rows.filter((row) => !answers.has(row));
    const turned = (to: boolean): UpdateRow[] => left.filter(({ id, changed, fields }) => changed.includes('done') && fields['done'] === to && (before.get(id)!['state'] === 'done') !== to);
    const [finish, reopen] = [turned(true), turned(false)];
    if (finish.length) await call('mail.activity', 'action_feedback', [numbers(finish.map(({ id }) => id))]);
    if (reopen.length) await call('mail.activity', 'action_unarchive', [numbers(reopen.map(({ id }) => id))]);
    const after = await readRows(kind, left.map(({ id }) => id));
    for (const row of finish) if (!after.has(row.id)) after.set(row.id, { ...before.get(row.id), ...await written(row.changed, row.fields, before.get(row.id)!, row.key), done: true });
    const found = new Map((await records(kind, [...after.values()], new Map(left.map(({ id, key }) => [id, key])))).map((one) => [one.id, one]));
    return rows.map((row) => answers.get(row) ?? (found.has(row.id) ? { kind: 'stored', record: found.get(row.id)! } : GONE));
  }

  async function remove(kind: SyncKind, ids: string[]): Promise<null> {
    const there = await call(MODEL[kind], 'search', [[['id', 'in', numbers(ids)]]]);
    if (Array.isArray(there) && there.length) await call(MODEL[kind], 'unlink', [there], {}, { records: there.length });
    return null;
  }

  async function check(): Promise<Checked> {
    const version = await session.version();
    const { database, uid } = await session.enter();
    const [me] = rowsOf(await call('res.users', 'read', [[uid], ['name', 'company_id']]));
    const company = Array.isArray(me?.['company_id']) ? words(me['company_id'][1]) : '';
    const needed = [['read prospect', 'res.partner', 'read'], ['create prospect', 'res.partner', 'create'], ['update prospect', 'res.partner', 'write'], ['create followUp', 'mail.activity', 'create']] as const;
    const missing = await each(needed, async ([what, model, right]) => (await may(model, right) ? '' : what));
    return { who: words(me?.['name']), where: company ? `${company} (${words(database)})` : words(database), version, missing: missing.filter(Boolean) };
  }

  async function prepare(): Promise<{ known: { [name: string]: string }; todo: string }> {
    const { database, uid } = await session.enter();
    const described = await call('res.partner', 'fields_get', [[PROFILE]], { attributes: ['type'] });
    let has = isRow(described) && PROFILE in described;
    if (!has && await may('ir.model.fields', 'create')) {
      const model = await call('ir.model', 'search', [[['model', '=', 'res.partner']]]);
      await call('ir.model.fields', 'create', [{ model_id: Array.isArray(model) ? model[0] as unknown : 0, name: PROFILE, field_description: 'LinkedIn', ttype: 'char' }]);
      has = true;
    }
    const todo = has ? '' : `LinkedIn profiles are not sent before an administrator of Odoo has added a text field ${PROFILE} to contacts (Settings, Technical, Fields).`;
    return { known: { database, uid: String(uid), ...(has ? { profile: PROFILE } : {}) }, todo };
  }

  async function describe(kind: SyncKind): Promise<RemoteField[]> {
    const own = (name: string, label: string, of: ValueKind, writable = true): RemoteField => ({ name, label, kind: of, writable });
    if (kind === 'followUp') return [own('summary', 'Summary', 'text'), own('date_deadline', 'Due Date', 'time'), own('done', 'Done', 'flag'), own('res_id', 'Contact', 'record')];
    if (!isContact(kind)) return [own('body', 'Contents', 'longText'), own('date', 'Date', 'time'), own('res_id', 'Contact', 'record')];
    const described = await call('res.partner', 'fields_get', [[]], { attributes: ['string', 'type', 'readonly', 'store'] });
    const parts = kind === 'prospect' ? [own('firstName', 'First name', 'text'), own('lastName', 'Last name', 'text'), own('parent_id', 'Company', 'record')] : [own('name', 'Name', 'text')];
    const plain = Object.entries(isRow(described) ? described : {}).flatMap(([name, field]) => {
      const of = isRow(field) && field['store'] === true ? TYPES[textIn(field['type'])] : undefined;
      return !of || Object.values(PARTS).flat().includes(name) ? [] : [own(name, words((field as Row)['string']), name === 'website' || name === PROFILE ? 'link' : of, (field as Row)['readonly'] !== true)];
    });
    return [...parts, own('emails', 'Email', 'emails'), own('phones', 'Phone, Mobile', 'phones'), own('category_id', 'Tags', 'tags'), ...plain];
  }

  return {
    check: answering(check), prepare: answering(prepare), describe: answering(describe), changes: answering(changes), read: answering(read),
    find: answering(find), create: answering(create), update: answering(update), remove: answering(remove),
  };
}

/** One after the other: each request occupies a worker of the server. */
async function each<T, R>(list: readonly T[], work: (one: T, at: number) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const [at, one] of list.entries()) answers.push(await work(one, at));
  return answers;
}

const contact = { linkedin: PROFILE, emails: 'emails', phones: 'phones', about: 'comment' };

const odoo: Connector = {
  name: 'odoo',
  label: 'Odoo',
  flags: {
    createKey: 'externalId', lookFirst: true, batch: { create: PAGE, update: PAGE, read: PAGE, find: 100 }, versioning: 'none', deletions: 'none',
    // a long transaction commits with the time of its beginning
    overlap: 300_000,
    minGap: 50, burst: 20, restAfter429: 30_000, lateCreate: 120_000,
    kinds: { account: 'both', prospect: 'both', note: 'both', touch: 'push', followUp: 'both' },
  },
  signIn: [{ name: 'database', secret: false, optional: true }, { name: 'login', secret: false }, { name: 'key', secret: true }],
  oauth: false,
  originOf(typed) {
    const text = typed.trim();
    const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    const { hostname, origin } = URL.canParse(address) ? new URL(address) : { hostname: '', origin: '' };
    return hostname.includes('.') || hostname === 'localhost' ? origin : undefined;
  },
  proposed: {
    account: { name: 'name', domain: 'website', location: 'city', ...contact },
    // a person's address is that of the company there: where the person lives stays here
    prospect: { firstName: 'firstName', lastName: 'lastName', title: 'function', website: 'website', account: 'parent_id', tags: 'category_id', ...contact },
    note: { text: 'body', at: 'date', prospect: 'res_id' },
    touch: { text: 'body', at: 'date', prospect: 'res_id' },
    followUp: { text: 'summary', dueAt: 'date_deadline', done: 'done', prospect: 'res_id' },
  },
  linkTo: ({ origin }, kind, id) => (isContact(kind) ? `${origin}/web#id=${encodeURIComponent(id)}&model=res.partner&view_type=form` : undefined),
  open,
};

export default odoo;
