import { parsed, statusFailure, words } from '../answer.ts';
import type { Access, Http, HttpRequest } from '../connector.ts';
import { Refused, unless, valueOf } from '../refused.ts';
import { isRow, rowsOf, textIn, type Row } from '../untrusted.ts';

type About = Pick<HttpRequest, 'fields' | 'records'>;

/** Calls of one account in one database. All throw `Refused`. */
export interface Session {
  enter(): Promise<{ database: string; uid: number }>;
  version(): Promise<string>;
  call(model: string, method: string, args: unknown[], kwargs?: Row, about?: About): Promise<unknown>;
  /** Rows of a search, archived ones too. */
  searchRead(model: string, domain: unknown[], fields: string[], more?: Row): Promise<Row[]>;
  may(model: string, right: string): Promise<boolean>;
  /** Creates or updates by `id` (external) or `.id`, for the ledger our `fields`: each row's number, or what is wrong with it. Bad rows are taken out, the others are written. */
  load(model: string, rows: Row[], fields: readonly string[]): Promise<(number | string)[]>;
}

/** Archived records count as well. */
export const ALL = { context: { active_test: false } };

const REST = 30_000;

/** What the server's error says. Its trace is never looked at: it tells of paths. */
function refusal(data: unknown): Refused {
  const [code, said] = isRow(data) ? [textIn(data['name']), words(data['message'])] : ['', ''];
  if (/AccessDenied|SessionExpired/.test(code) || (code.endsWith('MissingError') && said.includes('res.users('))) return new Refused('sign-in', '', code);
  if (code.endsWith('AccessError')) return new Refused('permission', said.split(/(?<=\.) /)[0], code);
  if (code.includes('OperationalError') && /database .* does not exist/.test(said)) return new Refused('sign-in', 'This server has no database of that name.', code);
  if (/^psycopg2\.(OperationalError|InterfaceError|errors\.(SerializationFailure|LockNotAvailable|DeadlockDetected))/.test(code)) return new Refused('network', '', code);
  return new Refused('rejected', said, code);
}

export function openSession(http: Http, { origin, secrets, settings, known }: Access, clock: () => number): Session {
  let entered: { database: string; uid: number } | undefined;

  async function rpc(service: string, method: string, args: unknown[], about: About = {}): Promise<unknown> {
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } });
    const answer = valueOf(await http({ method: 'POST', url: `${origin}/jsonrpc`, headers: { 'content-type': 'application/json' }, body, ...about }));
    const failure = statusFailure(answer, clock(), REST);
    if (failure) valueOf({ ok: false, failure });
    const said = valueOf(parsed(answer));
    if (!isRow(said) || said['jsonrpc'] !== '2.0') throw new Refused('wrong-address');
    // success is the absence of an error: a method that returns nothing answers no result
    if (said['error'] !== undefined) throw refusal(isRow(said['error']) ? said['error']['data'] : null);
    return said['result'];
  }

  const session: Session = {
    async enter() {
      if (entered) return entered;
      const named = settings['database'] || known['database'];
      const listed = named ? [named] : await unless('rejected', unless('sign-in', rpc('db', 'list', []), []), []);
      if (!Array.isArray(listed) || listed.length !== 1) throw new Refused('sign-in', 'Say which database: the server does not tell, or has several.');
      const database = textIn(listed[0]);
      const uid = Number(known['uid']) || await rpc('common', 'authenticate', [database, settings['login'] ?? '', secrets['key'] ?? '', {}]);
      if (typeof uid !== 'number') throw new Refused('sign-in');
      return entered = { database, uid };
    },
    async version() {
      const about = await rpc('common', 'version', []);
      if (!isRow(about) || typeof about['server_version'] !== 'string') throw new Refused('wrong-address');
      return about['server_version'].slice(0, 40);
    },
    async call(model, method, args, kwargs = {}, about = {}) {
      const { database, uid } = await session.enter();
      return rpc('object', 'execute_kw', [database, uid, secrets['key'] ?? '', model, method, args, kwargs], about);
    },
    searchRead: async (model, domain, fields, more = {}) => rowsOf(await session.call(model, 'search_read', [domain], { fields, ...ALL, ...more })),
    may: async (model, right) => await unless('permission', session.call(model, 'check_access_rights', [right], { raise_exception: false }), false) === true,
    async load(model, rows, fields) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const named = columns.map((column) => (/^(parent|category)_id$/.test(column) ? `${column}/.id` : column));
      const answers: (number | string)[] = rows.map(() => '');
      for (let left = rows.map((_row, at) => at); left.length;) {
        const cells = left.map((at) => columns.map((column) => cell(rows[at]![column])));
        const answer = await session.call(model, 'load', [named, cells], {}, { records: left.length, fields });
        const { ids, messages } = isRow(answer) ? answer : {};
        if (Array.isArray(ids) && ids.length === left.length) {
          left.forEach((at, index) => { answers[at] = Number(ids[index]); });
          return answers;
        }
        const bad = new Map(rowsOf(messages).filter(({ type }) => type === 'error').map((one) => [left[Number(one['record'])] ?? -1, words(one['message'])]));
        if (bad.size === 0 || bad.has(-1)) throw new Refused('rejected');
        for (const [at, said] of bad) answers[at] = said || '?';
        left = left.filter((at) => !bad.has(at));
      }
      return answers;
    },
  };
  return session;
}

/** A value of write() in the form of load(). */
function cell(value: unknown): unknown {
  if (Array.isArray(value)) return (value as [[number, number, number[]]])[0][2].join(',');
  return value === true ? 'True' : value === false || value === undefined ? '' : value;
}
