import { ok, type Result } from '../domain/failure.ts';
import { ourField, type SyncKind } from '../domain/sync/record.ts';
import { words } from './answer.ts';
import type { Access, Connector, Http, Operations, Page, RemoteField, RowAnswer } from './connector.ts';
import { exchangeOf, isNote, isParent, PAGE, READ, REST_AFTER_429 } from './pipedrive/exchange.ts';
import { PATH, timeOf, toBody } from './pipedrive/value.ts';
import { type Row, rowOf, writtenIn } from './untrusted.ts';

const KEY_LABEL = 'Paydirt key';
/** Without a time the lists are silent about what was deleted: the first pull has one too. */
const FIRST = Date.UTC(2000, 0, 1);
const FIELDS = { account: '/api/v2/organizationFields', prospect: '/api/v2/personFields' };


const connector: Connector = {
  name: 'pipedrive',
  label: 'Pipedrive',
  flags: {
    // one record a request; a call does some so that one look serves them all
    createKey: 'none', lookFirst: true, batch: { create: 1, update: 50, read: READ, find: 50 }, versioning: 'none', deletions: 'feed',
    overlap: 2_000, minGap: 210, burst: 1, restAfter429: REST_AFTER_429, lateCreate: 120_000,
    kinds: { account: 'both', prospect: 'both', note: 'both', touch: 'push', followUp: 'both' },
  },
  signIn: [{ name: 'token', secret: true }],
  oauth: false,
  originOf(typed) {
    const name = typed.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/[/?#].*$/, '').replace(/\.pipedrive\.com$/, '');
    return /^[a-z0-9-]*$/.test(name) ? `https://${name || 'api'}.pipedrive.com` : undefined;
  },
  proposed: {
    account: { name: 'name', domain: 'website', linkedin: 'linkedin', employees: 'employee_count', location: 'address' },
    prospect: { firstName: 'first_name', lastName: 'last_name', title: 'job_title', emails: 'emails', phones: 'phones', linkedin: 'linkedin', account: 'org_id' },
    note: { text: 'content', prospect: 'person_id', at: 'add_time' },
    touch: { text: 'content', prospect: 'person_id', at: 'add_time' },
    followUp: { text: 'subject', dueAt: 'due', done: 'done', prospect: 'person_id' },
  },
  linkTo({ known }, kind, id) {
    return isParent(kind) && known['company'] ? `https://${known['company']}.pipedrive.com/${kind === 'prospect' ? 'person' : 'organization'}/${encodeURIComponent(id)}` : undefined;
  },
  open,
};

export default connector;

function open(http: Http, access: Access, clock: () => number): Operations {
  const { known: codes } = access;
  const { call, list, remotes, rawsOf, read, find, put } = exchangeOf(http, access, clock);
  const ours = (kind: SyncKind, names: readonly string[]): string[] => {
    const mine = new Map(Object.entries(connector.proposed[kind] ?? {}).map(([name, theirs]) => [theirs, name]));
    return names.map((name) => mine.get(name) ?? name);
  };

  return {
    async check() {
      const me = await call('GET', '/v1/users/me');
      if (!me.ok) return me;
      const missing: string[] = [];
      for (const kind of ['account', 'prospect'] as const) {
        // a create without a name is refused for that, unless the right is missing
        for (const [answer, rights] of [[await call('GET', `${PATH[kind]}?limit=1`), ['read']], [await call('POST', PATH[kind], {}), ['create', 'update']]] as const) {
          if (!answer.ok && answer.failure.kind !== 'permission') return answer;
          if (!answer.ok) missing.push(...rights.map((right) => `${right} ${kind}`));
        }
      }
      const { name, email, company_name: company } = rowOf(me.value.body['data']);
      return ok({ who: words(writtenIn(name) || writtenIn(email)), where: words(company), missing });
    },

    async prepare() {
      const me = await call('GET', '/v1/users/me');
      if (!me.ok) return me;
      const known: { [name: string]: string } = { company: writtenIn(rowOf(me.value.body['data'])['company_domain']) };
      let todo = '';
      for (const kind of ['account', 'prospect'] as const) {
        const fieldsNow = async (): Promise<Result<Row[]>> => { const page = await list(FIELDS[kind], { limit: String(PAGE) }); return page.ok ? ok(page.value.raws.filter((one) => one['is_custom_field'] === true)) : page; };
        const codeOf = (raws: Row[], label: RegExp): string => writtenIn(raws.find((one) => label.test(writtenIn(one['field_name'])) && /^(varchar|text)$/.test(writtenIn(one['field_type'])))?.['field_code']);
        const label = new RegExp(`^${KEY_LABEL}$`, 'i');
        let there = await fieldsNow();
        if (there.ok && !codeOf(there.value, label)) {
          const made = await call('POST', FIELDS[kind], { field_name: KEY_LABEL, field_type: 'varchar' });
          // two devices may have made one each: the first of the list is everybody's
          if (made.ok && made.value.status < 300) there = await fieldsNow();
          else if (!made.ok && made.failure.kind !== 'permission') return made;
        }
        if (!there.ok) return there;
        const code = codeOf(there.value, label);
        if (code) known[kind] = code;
        else todo = `Add a text field "${KEY_LABEL}" to people and to organizations (Settings, Data fields), or let an administrator connect once.`;
        const linkedin = kind === 'prospect' && codeOf(there.value, /linked\s*in/i);
        if (linkedin) known['linkedin'] = linkedin;
      }
      return ok({ known, todo });
    },

    async describe(kind) {
      const own = Object.entries(connector.proposed[kind] ?? {}).map(([mine, name]): RemoteField => ({ name, label: name, kind: ourField(kind, mine)!.kind, writable: true }));
      if (!isParent(kind)) return ok(own);
      const page = await list(FIELDS[kind], { limit: String(PAGE) });
      if (!page.ok) return page;
      const custom = page.value.raws.filter((one) => one['is_custom_field'] === true && ![codes[kind], codes['linkedin']].includes(writtenIn(one['field_code'])));
      return ok([...own.filter(({ name }) => name !== 'linkedin' || kind === 'account' || codes['linkedin']), ...custom.map((one): RemoteField => ({
        name: writtenIn(one['field_code']), label: words(one['field_name']), writable: /^(varchar|text)$/.test(writtenIn(one['field_type'])), kind: writtenIn(one['field_type']) === 'text' ? 'longText' : 'text',
      }))]);
    },

    async changes(kind, since, cursor) {
      const when = (at: number): string => new Date(Math.floor(at / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');
      if (!isNote(kind)) {
        const page = await list(PATH[kind], { updated_since: when(Math.max(since, FIRST)), sort_by: 'update_time', sort_direction: 'asc', limit: String(PAGE), ...(cursor ? { cursor } : {}) });
        if (!page.ok) return page;
        return ok({ records: remotes(kind, page.value.raws).filter(({ fields }) => isParent(kind) || fields['person_id'] !== null), next: page.value.next || null });
      }
      // by time and not by offset, which would skip what moves up; only within one second there is nothing else
      const from = rowOf(cursor ? JSON.parse(cursor) : { at: since, start: 0 });
      const [at, start] = [Number(from['at']), Number(from['start'])];
      const page = await list(PATH[kind], { start: String(start), limit: String(PAGE), sort: 'update_time ASC', ...(at > 0 ? { updated_since: when(at) } : {}) });
      if (!page.ok) return page;
      const last = Math.max(at, ...page.value.raws.map((raw) => timeOf(raw['update_time'])).filter((time) => !Number.isNaN(time)));
      const next = page.value.more ? JSON.stringify(last > at ? { at: last, start: 0 } : { at, start: start + page.value.raws.length }) : null;
      return ok({ records: remotes(kind, page.value.raws).filter(({ fields }) => fields['person_id'] !== null), next } satisfies Page);
    },

    read,
    find,

    async create(kind, rows) {
      const answers: RowAnswer[] = [];
      for (const { key, fields } of rows) {
        const names = Object.keys(fields);
        const body = toBody(kind, names, fields, codes);
        const custom = codes[kind] ? { custom_fields: { ...rowOf(body['custom_fields']), [codes[kind]]: key } } : {};
        const answer = await put(kind, 'POST', PATH[kind], { ...body, ...(kind === 'followUp' ? { type: 'task' } : {}), ...custom }, ours(kind, names));
        if (!answer.ok) return answer;
        answers.push(answer.value);
      }
      return ok(answers);
    },

    async update(kind, rows) {
      // a deleted record would take the change in silence, and nobody's newer value is written over
      const before = isNote(kind) ? ok([]) : await rawsOf(kind, rows.map(({ id }) => id));
      if (!before.ok) return before;
      const there = new Map(before.value.map((raw) => [writtenIn(raw['id']), raw]));
      const answers: RowAnswer[] = [];
      for (const { id, at, changed, fields } of rows) {
        const raw = there.get(id);
        if (!isNote(kind) && (!raw || timeOf(raw['update_time']) > at)) {
          answers.push({ kind: raw ? 'stale' : 'gone' });
          continue;
        }
        const answer = await put(kind, isNote(kind) ? 'PUT' : 'PATCH', `${PATH[kind]}/${encodeURIComponent(id)}`, toBody(kind, changed, fields, codes, raw), ours(kind, changed));
        if (!answer.ok) return answer;
        answers.push(answer.value);
      }
      return ok(answers);
    },

    async remove(kind, ids) {
      for (const id of ids) {
        const answer = await call('DELETE', `${PATH[kind]}/${encodeURIComponent(id)}`);
        if (!answer.ok) return answer;
      }
      return ok(null);
    },

    removeDouble: async (kind, _keep, lose) => {
      const answer = await call('DELETE', `${PATH[kind]}/${encodeURIComponent(lose)}`);
      return answer.ok ? ok(null) : answer;
    },
  };
}

