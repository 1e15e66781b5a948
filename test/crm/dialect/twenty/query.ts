import type { WireAnswer } from '../dialect.ts';
import type { Access } from './access.ts';
import { untagged } from './answer.ts';
import { comparators, type Comparator, type Condition } from './condition.ts';
import { readOperation, type Operation, type Selection } from './graphql.ts';
import { list, type Sorting } from './list.ts';
import { denied, notFound, Refused, tooMany } from './refused.ts';
import { deep, type RestMeans } from './rest.ts';
import { user, workspace } from './store.ts';
import type { Row, Table } from './table.ts';
import { create, update } from './write.ts';

type Values = Record<string, unknown>;

const forbidden = { message: 'Forbidden resource', extensions: { code: 'FORBIDDEN', response: { message: 'Forbidden resource', error: 'Forbidden', statusCode: 403 }, userFriendlyMessage: 'An error occurred.' } };

function read(body: unknown): Operation | string {
  const { query = '', variables } = (typeof body === 'object' && body !== null ? body : {}) as { query?: string; variables?: Values };
  try {
    return readOperation(query, variables ?? {});
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const misfit = (body: unknown, selection: Selection, kind: string): WireAnswer => {
  const before = String((body as { query?: string }).query).slice(0, selection.at).split('\n');
  return untagged(200, { errors: [{ message: `Cannot query field "${selection.name}" on type "${kind}".`, locations: [{ line: before.length, column: before.at(-1)!.length + 1 }] }] }, true);
};

function pick(value: unknown, fields: Selection[]): unknown {
  if (fields.length === 0 || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((item) => pick(item, fields));
  return Object.fromEntries(fields.map((field) => [field.alias, pick((value as Values)[field.name], field.fields)]));
}

/** Answers POST /metadata: the workspace, and the user where a user signed in. */
export function who(body: unknown, access: Access | undefined): WireAnswer {
  const operation = read(body);
  if (typeof operation === 'string') return untagged(200, { errors: [{ message: operation }] }, true);
  const known: Values = { currentWorkspace: workspace, currentUser: user };
  const odd = operation.fields.find((field) => !(field.name in known));
  if (odd) return misfit(body, odd, operation.kind);
  if (!access || (!access.user && operation.fields.some((field) => field.name === 'currentUser'))) return untagged(200, { errors: [forbidden], data: null }, true);
  return untagged(200, { data: pick(known, operation.fields) }, true);
}

/** Answers POST /graphql: single records, lists, creation, update. The fields of a mutation have no order: `linkFirst` makes the last one run first. */
export function graphql(body: unknown, access: Access | undefined, means: Omit<RestMeans, 'who'> & { linkFirst(): boolean }): WireAnswer {
  const operation = read(body);
  if (typeof operation === 'string') return untagged(200, { errors: [{ message: operation }] }, true);
  if (!access) return untagged(200, { errors: [forbidden], data: null }, true);
  const resolved = operation.fields.map((field) => ({ field, run: resolver(field, operation.kind, { ...means, who: access }) }));
  const odd = resolved.find(({ run }) => !run);
  if (odd) return misfit(body, odd.field, operation.kind);
  if (operation.kind === 'Mutation' && resolved.length > 1 && means.linkFirst()) resolved.reverse();
  const data: Values = {};
  const errors: unknown[] = [];
  for (const { field, run } of resolved) {
    try {
      if (access.limited && !means.take()) throw tooMany();
      if (!access.read || (operation.kind === 'Mutation' && !access.write)) throw denied(400);
      data[field.alias] = pick(run!(), field.fields);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      data[field.alias] = null;
      errors.push({ message: error.message, extensions: error.extensions });
    }
  }
  return untagged(200, { data, ...(errors.length > 0 ? { errors } : {}) }, false);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function resolver({ name, args, fields }: Selection, kind: string, means: RestMeans): (() => unknown) | undefined {
  for (const table of means.store.bySingular.values()) {
    const { singular, plural } = table.object;
    const shown = (row: Row): unknown => (fields.some((field) => field.fields.length > 0) ? deep(means.store, table, row) : row.values);
    if (kind === 'Query') {
      if (name === singular) return () => shown(single(table, readInput(args['filter'])));
      if (name === plural) return () => page(table, args);
    } else {
      const upsert = args['upsert'] === true;
      if (name === `create${capital(singular)}`) return () => shown(create(means.store, table, [args['data'] as Values], upsert, means.lost)[0]!);
      if (name === `create${capital(plural)}`) return () => create(means.store, table, args['data'] as Values[], upsert, means.lost).map(shown);
      if (name === `update${capital(singular)}`) return () => shown(update(means.store, table, String(args['id']), args['data'] as Values));
    }
  }
  return undefined;
}

function single(table: Table, condition: Condition | undefined): Row {
  const [row] = list(table, { condition, order: [], limit: 1, after: undefined }).rows;
  if (!row) throw notFound();
  return row;
}

function page(table: Table, args: Values): unknown {
  const order = ((args['orderBy'] ?? []) as Values[]).flatMap((keys) => Object.entries(keys).map(([name, direction]) => readSorting([name], direction)));
  const limit = Math.min(200, Number(args['first'] ?? 60));
  const found = list(table, { condition: readInput(args['filter']), order, limit, after: args['after'] as string | undefined });
  const single = (row: Row): string | null => list(table, { condition: { path: ['id'], comparator: 'eq', value: row.values.id }, order, limit: 1, after: undefined }).start;
  return {
    edges: found.rows.map((row) => ({ node: row.values, cursor: single(row) })),
    pageInfo: { hasNextPage: found.more, hasPreviousPage: false, startCursor: found.start, endCursor: found.end },
    totalCount: found.total,
  };
}

function readSorting(path: string[], direction: unknown): Sorting {
  if (typeof direction === 'object' && direction !== null) {
    const [[part, inner] = ['', '']] = Object.entries(direction);
    return readSorting([...path, part], inner);
  }
  return { path, descending: String(direction).startsWith('Desc'), nullsLast: String(direction).endsWith('Last') };
}

// {updatedAt: {gte: …}, name: {firstName: {eq: …}}, or: […]}
function readInput(input: unknown): Condition | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  return { join: 'and', of: Object.entries(input).flatMap(([name, value]) => readInputField([name], value)) };
}

function readInputField(path: string[], value: unknown): Condition[] {
  const [name = ''] = path;
  if (path.length === 1 && (name === 'and' || name === 'or' || name === 'not')) {
    return [{ join: name, of: [value].flat().map(readInput).filter((part) => part !== undefined) }];
  }
  return Object.entries(value as Values).flatMap(([key, inner]) =>
    comparators.includes(key as Comparator) ? [{ path, comparator: key as Comparator, value: inner }] : readInputField([...path, key], inner));
}
