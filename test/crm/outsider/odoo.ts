import type { Fetch, Outsider } from './outsider.ts';

type Answer = Record<string, unknown>;

const page = 500;
const everybody = { context: { active_test: false } };

/**
 * Somebody else at an Odoo. `token` is the key alone, "login key" or "database login key", parted by white space;
 * what is not said is `admin` and the first database of the server.
 */
export default function outsider(http: Fetch, origin: string, token: string): Outsider {
  const parts = token.trim().split(/\s+/);
  const key = parts.at(-1) ?? '';
  const login = parts.at(-2) ?? 'admin';
  let database = parts.at(-3);
  let uid: unknown;

  async function rpc(service: string, method: string, args: unknown[]): Promise<unknown> {
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } });
    const { status, text } = await http(`${origin}/jsonrpc`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (status !== 200) throw new Error(`Odoo answered ${status}`);
    const { result, error } = JSON.parse(text) as { result?: unknown; error?: { data: { name: string; message: string } } };
    if (error) throw new Error(`${error.data.name}: ${error.data.message}`);
    return result;
  }

  async function call(model: string, method: string, args: unknown[], kwargs: Answer = {}): Promise<unknown> {
    database ??= (await rpc('db', 'list', []) as string[])[0];
    uid ??= await rpc('common', 'authenticate', [database, login, key, {}]);
    if (typeof uid !== 'number') throw new Error('Odoo does not know this login and key');
    return rpc('object', 'execute_kw', [database, uid, key, model, method, args, kwargs]);
  }

  async function all(model: string, domain: unknown[], fields: string[], context: Answer = everybody): Promise<Answer[]> {
    const rows: Answer[] = [];
    for (let last = 0; ;) {
      const next = await call(model, 'search_read', [[...domain, ['id', '>', last]]], { fields, order: 'id', limit: page, ...context }) as Answer[];
      rows.push(...next);
      if (next.length < page) return rows;
      last = Number(next.at(-1)!.id);
    }
  }

  async function remove(ids: number[]): Promise<void> {
    for (let at = 0; at < ids.length; at += page) {
      await call('res.partner', 'unlink', [ids.slice(at, at + page)]);
    }
  }

  const at = (personId: string): unknown[] => [['model', '=', 'res.partner'], ['res_id', '=', Number(personId)]];
  const values = ({ firstName, lastName, email, title }: { firstName?: string; lastName?: string; email?: string; title?: string }): Answer => ({
    ...(firstName === undefined && lastName === undefined ? {} : { name: [firstName, lastName].filter(Boolean).join(' ') }),
    ...(email === undefined ? {} : { email: email || false }),
    ...(title === undefined ? {} : { function: title || false }),
  });

  return {
    async people() {
      const rows = await all('res.partner', [['is_company', '=', false]], ['name', 'email', 'function', 'active']);
      return rows.map((row) => ({
        id: String(row.id), ...named(row.name), emails: typeof row.email === 'string' && row.email !== '' ? row.email.split(/[,;]\s*/) : [],
        title: typeof row.function === 'string' ? row.function : '', deleted: row.active !== true,
      }));
    },
    async createPerson(person) {
      return String(await call('res.partner', 'create', [values(person)]));
    },
    async editPerson(id, change) {
      let whole = change;
      if ((change.firstName === undefined) !== (change.lastName === undefined)) {
        const [row] = await call('res.partner', 'read', [[Number(id)], ['name']]) as Answer[];
        whole = { ...named(row?.name), ...change };
      }
      await call('res.partner', 'write', [[Number(id)], values(whole)]);
    },
    async deletePerson(id) {
      await call('res.partner', 'action_archive', [[Number(id)]]);
    },
    async destroyPerson(id) {
      await call('res.partner', 'unlink', [[Number(id)]]);
    },
    async mergePeople(keep, lose) {
      const wizard = await call('base.partner.merge.automatic.wizard', 'create', [{ partner_ids: [[6, 0, [Number(keep), Number(lose)]]], dst_partner_id: Number(keep), state: 'selection' }]);
      await call('base.partner.merge.automatic.wizard', 'action_merge', [[wizard]]);
    },
    async notes(personId) {
      const rows = await all('mail.message', [...at(personId), ['message_type', '=', 'comment']], ['body']);
      return rows.map((row) => plain(String(row.body)));
    },
    async tasks(personId) {
      const open = await all('mail.activity', [['res_model', '=', 'res.partner'], ['res_id', '=', Number(personId)]], ['summary']);
      const done = await all('mail.message', [...at(personId), ['mail_activity_type_id', '!=', false]], ['body']);
      return [
        ...open.map((row) => ({ id: String(row.id), title: typeof row.summary === 'string' ? row.summary : '', done: false })),
        // a follow-up that is done is gone: what is left is a message that quotes its summary
        ...done.map((row) => ({ id: `message/${String(row.id)}`, title: plain(/<span>:\s*<\/span>\s*<span>([\s\S]*?)<\/span>/.exec(String(row.body))?.[1] ?? ''), done: true })),
      ];
    },
    async completeTask(id) {
      await call('mail.activity', 'action_feedback', [[Number(id)]]);
    },
    async companies() {
      const rows = await all('res.partner', [['is_company', '=', true]], ['name', 'active']);
      return rows.map((row) => ({ id: String(row.id), name: String(row.name), deleted: row.active !== true }));
    },
    async cleanUp(marker) {
      const rows = (await all('res.partner', [['name', 'ilike', marker]], ['name', 'is_company'])).filter((row) => {
        const name = String(row.name);
        return name.startsWith(marker) || (row.is_company !== true && name.includes(` ${marker}`));
      });
      await remove(rows.filter((row) => row.is_company !== true).map((row) => Number(row.id)));
      await remove(rows.filter((row) => row.is_company === true).map((row) => Number(row.id)));
    },
  };
}

/** Odoo has one name; its last word is taken for the last name. */
function named(name: unknown): { firstName: string; lastName: string } {
  const whole = typeof name === 'string' ? name.trim() : '';
  const gap = whole.lastIndexOf(' ');
  return { firstName: gap < 0 ? '' : whole.slice(0, gap).trim(), lastName: whole.slice(gap + 1) };
}

/** The text of the server's markup. */
function plain(html: string): string {
  return html.replace(/<\/p>\s*<p>|<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').trim();
}
