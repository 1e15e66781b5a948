import type { WireAnswer } from '../dialect.ts';
import type { Access } from './access.ts';
import { json } from './answer.ts';
import type { Condition } from './condition.ts';
import { readFilter } from './filter-text.ts';
import { list, readOrder } from './list.ts';
import { duplicates, merge } from './merge.ts';
import { bad, denied, notFound, Refused, tooMany } from './refused.ts';
import type { Values } from './schema.ts';
import type { Store } from './store.ts';
import type { Row, Table } from './table.ts';
import { isUuid } from './value.ts';
import { affected, create, restore, update, updateMany } from './write.ts';

/** One request for records; `path` is what follows /rest/, `body` is undefined where none was sent. */
export interface RestRequest {
  method: string;
  path: string[];
  query: URLSearchParams;
  body: unknown;
}

/** What the records part needs: who asks, whether the bucket has a token left, and whether an upsert is to lose its race. */
export interface RestMeans {
  store: Store;
  who: Access;
  take(): boolean;
  lost(known: Row): boolean;
}

/** Answers a request under /rest except /rest/metadata; throws Refused. */
export function rest(request: RestRequest, means: RestMeans): WireAnswer {
  const { method, query } = request;
  const [first = '', second, third] = request.path;
  const special = first === 'batch' || first === 'restore' ? first : undefined;
  const id = special ? undefined : second;
  if (request.path.length > 2 || (special && (second === undefined || third !== undefined))) {
    throw bad(`Query path '/rest/${request.path.join('/')}' invalid. Valid examples: /rest/companies/id or /rest/companies or /rest/batch/companies`);
  }
  const plural = special ? second! : first;
  const table = means.store.byPlural.get(plural);
  if (!table) throw bad(`object '${plural}' not found. eg: companies`);
  const depth = readDepth(query);
  const limit = readLimit(query);
  const order = query.get('order_by') ? readOrder(query.get('order_by')!) : [];
  const condition = query.get('filter') ? readFilter(query.get('filter')!) : undefined;
  if (means.who.limited && !means.take()) throw tooMany();
  const named = id === 'duplicates' || id === 'merge';
  if (!means.who.read || (!means.who.write && method !== 'GET' && id !== 'duplicates')) throw denied(400);
  if (id !== undefined && !named && method !== 'POST' && !isUuid(id)) throw bad(`'${id}' is not a valid UUID`);
  const call: Call = { ...request, ...means, table, id: id?.toLowerCase(), depth, condition, singular: capital(table.object.singular), plural: capital(table.object.plural) };
  if (special === 'restore') return many(call, 'restore', method === 'PATCH' ? restore(means.store, table, condition) : unsupported(method));
  if (id === 'duplicates') return answerDuplicates(call);
  if (id === 'merge') return answerMerge(call);
  switch (method) {
    case 'GET': return id === undefined ? answerList(call, limit, order) : answerOne(call);
    case 'POST': return answerCreate(call, special === 'batch');
    case 'PATCH':
    case 'PUT': return answerUpdate(call);
    case 'DELETE': return answerDelete(call);
    default: return unsupported(method);
  }
}

interface Call extends RestRequest, RestMeans {
  table: Table;
  id: string | undefined;
  depth: 0 | 1;
  condition: Condition | undefined;
  singular: string;
  plural: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const unsupported = (method: string): never => { throw bad(`Method ${method} is not supported here`); };

/** The JSON of a record; kept with the record, because pulls ask for it again and again. */
export const textOf = (row: Row): string => (row.text ??= JSON.stringify(row.values));

const wrapped = (status: number, name: string, text: string): WireAnswer => json(status, `{"data":{"${name}":${text}}}`);
const many = ({ plural }: Call, verb: string, rows: Row[], status = 200): WireAnswer => wrapped(status, verb + plural, `[${rows.map(textOf).join(',')}]`);

function readDepth(query: URLSearchParams): 0 | 1 {
  const depth = query.get('depth') ?? '';
  if (!['', '0', '1'].includes(depth)) throw bad(`'depth=${depth}' parameter invalid. Allowed values are 0, 1`);
  return depth === '1' ? 1 : 0;
}

function readLimit(query: URLSearchParams): number {
  const limit = query.get('limit') ?? '60';
  if (!/^\d+$/.test(limit)) throw bad(`limit '${limit}' is invalid. Should be an integer`);
  return Math.min(200, Number(limit));
}

/** A record with its relations as objects and arrays; what is deleted is not shown, not even its id. */
export function deep(store: Store, table: Table, row: Row): Values {
  const values: Values = { ...row.values };
  for (const field of table.object.fields) {
    if (field.one) {
      const to = store.bySingular.get(field.one.to)!.get(values[field.one.column] as string);
      const shown = to && to.values.deletedAt === null ? to.values : null;
      values[field.name] = shown;
      if (!shown) values[field.one.column] = null;
    } else if (field.many === 'never') {
      values[field.name] = [];
    } else if (field.many) {
      const of = store.bySingular.get(field.many.of)!;
      values[field.name] = [...of.linked(field.many.by, row.values.id)].map((linked) => linked.values).filter((linked) => linked.deletedAt === null);
    }
  }
  return values;
}

const shown = (call: Call, row: Row): string => (call.depth === 1 ? JSON.stringify(deep(call.store, call.table, row)) : textOf(row));

function answerList(call: Call, limit: number, order: ReturnType<typeof readOrder>): WireAnswer {
  const after = call.query.get('starting_after') ?? undefined;
  const page = list(call.table, { condition: call.condition, order, limit, after });
  const rows = page.rows.map((row) => shown(call, row)).join(',');
  const info = JSON.stringify({ startCursor: page.start, endCursor: page.end, hasNextPage: page.more, hasPreviousPage: false });
  return json(200, `{"data":{"${call.table.object.plural}":[${rows}]},"totalCount":${page.total},"pageInfo":${info}}`);
}

function answerOne(call: Call): WireAnswer {
  const row = call.store.need(call.table, call.id!);
  if (row.values.deletedAt !== null) throw notFound();
  return wrapped(200, call.table.object.singular, shown(call, row));
}

function answerCreate(call: Call, batch: boolean): WireAnswer {
  const upsert = call.query.get('upsert') === 'true';
  if (batch) return many(call, 'create', create(call.store, call.table, Array.isArray(call.body) ? (call.body as Record<string, unknown>[]) : [input(call.body)], upsert, call.lost), 201);
  if (typeof call.body === 'string') throw new Refused(400, 'TypeError', `Cannot create property 'position' on string '${call.body}'`);
  if (call.body === undefined) throw new Refused(400, 'TypeError', "Cannot read properties of undefined (reading 'position')");
  const [row] = create(call.store, call.table, [input(call.body)], upsert, call.lost);
  return wrapped(201, `create${call.singular}`, textOf(row!));
}

function answerUpdate(call: Call): WireAnswer {
  if (call.id !== undefined) return wrapped(200, `update${call.singular}`, textOf(update(call.store, call.table, call.id, input(call.body))));
  if (!call.condition) throw bad('Filter is required');
  return many(call, 'update', updateMany(call.store, call.table, call.condition, input(call.body)));
}

function answerDelete(call: Call): WireAnswer {
  const { store, table } = call;
  const soft = call.query.get('soft_delete') === 'true';
  if (call.id === undefined && !call.condition) throw bad('Filter is required');
  const rows = call.id === undefined ? affected(table, call.condition) : [store.need(table, call.id)];
  const gone = rows.map((row) => {
    if (soft) return textOf(store.softDelete(table, row.values.id));
    store.destroy(table, row.values.id);
    return JSON.stringify({ id: row.values.id });
  });
  return call.id === undefined ? wrapped(200, `delete${call.plural}`, `[${gone.join(',')}]`) : wrapped(200, `delete${call.singular}`, gone[0]!);
}

function answerDuplicates(call: Call): WireAnswer {
  const { data = [], ids = [] } = input(call.body) as { data?: Record<string, unknown>[]; ids?: string[] };
  const inputs = [...data, ...ids.map((id) => call.store.need(call.table, id).values)];
  const found = duplicates(call.store, call.table, inputs).map((rows) => {
    const cursor = (row: Row | undefined) => (row ? Buffer.from(JSON.stringify({ id: row.values.id })).toString('base64') : null);
    const info = { hasNextPage: false, hasPreviousPage: false, startCursor: cursor(rows[0]), endCursor: cursor(rows.at(-1)) };
    return { [`${call.table.object.singular}Duplicates`]: rows.map((row) => row.values), totalCount: rows.length, pageInfo: info };
  });
  return json(200, JSON.stringify({ data: found }));
}

function answerMerge(call: Call): WireAnswer {
  const { ids = [], conflictPriorityIndex = 0, dryRun = false } = input(call.body) as { ids?: string[]; conflictPriorityIndex?: number; dryRun?: boolean };
  return wrapped(200, `merge${call.singular}`, JSON.stringify(merge(call.store, call.table, ids, conflictPriorityIndex, dryRun)));
}

function input(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) throw new Refused(400, 'TypeError', 'Cannot convert undefined or null to object');
  return body as Record<string, unknown>;
}
