import { idOf, inputs, invalid, members, Refusal, type Problem } from './answer.ts';
import { link, wantedLinks, type Links } from './association.ts';
import { readValues } from './property.ts';
import { ownerOf, rowOf, show, showWritten, write, type Portal, type Row, type Table } from './table.ts';

/** What one row of a batch is going to do. */
interface Plan {
  trace: string | undefined;
  row: Row | null;
  values: Record<string, string>;
  links: ReturnType<typeof wantedLinks>;
}

const validation = (problem: { message: string; errors?: Problem['errors'] }): Problem => ({ status: 400, category: 'VALIDATION_ERROR', ...problem } as Problem);

/** Reads what a row wants to write; `claimed` holds the unique values of the rows before it. */
function planRow(portal: Portal, table: Table, row: Row | null, sent: Record<string, unknown>, key: [string, string] | null, claimed: Map<string, unknown>): Plan | Problem {
  const { values, wrong } = readValues(table.properties, sent['properties']);
  if (wrong.length > 0) return validation({ message: `Property values were not valid: ${JSON.stringify(wrong.map(({ message, code, context }) => ({ isValid: false, message, error: code, name: context?.['propertyName']?.[0] })))}`, errors: wrong });
  if (key && values[key[0]] === undefined) values[key[0]] = key[1];
  if (!row && (table.type === 'notes' || table.type === 'tasks') && !values['hs_timestamp']) return validation({ message: 'Error creating record. Some required properties were not set.', errors: [{ message: 'hs_timestamp is required', code: 'REQUIRED_PROPERTY', context: { properties: ['hs_timestamp'] } }] });
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || !table.properties.get(name)?.unique) continue;
    const owner = ownerOf(table, name, value);
    const other = claimed.get(`${name}\n${value}`);
    if ((owner && owner !== row) || other !== undefined) return conflict(table, name, value, owner);
    claimed.set(`${name}\n${value}`, row ?? sent);
  }
  return { trace: typeof sent['objectWriteTraceId'] === 'string' ? sent['objectWriteTraceId'] : undefined, row, values, links: row ? [] : wantedLinks(portal, table.type, sent['associations']) };
}

/** The e-mail of another contact is a 409 that names it in words; any other unique value is a validation error. */
function conflict(table: Table, name: string, value: string, owner: Row | null): Problem {
  if (table.type === 'contacts' && name === 'email') return { status: 409, category: 'CONFLICT', message: `Contact already exists. Existing ID: ${owner?.id ?? 'unknown'}` };
  return validation({ message: `Property values were not valid: [{"isValid":false,"error":"CONFLICTING_UNIQUE_VALUE","name":"${name}"}]`, errors: [{ message: `${owner?.id ?? 'another record of the batch'} already has the value ${value}.`, code: 'CONFLICTING_UNIQUE_VALUE', context: { propertyName: [name] } }] });
}

function commit(portal: Portal, table: Table, links: Links, plan: Plan): Row {
  const row = write(portal, table, plan.row, plan.values);
  for (const { to, id, typeId } of plan.links) link(portal, links, table.type, row.id, to, id, typeId);
  return row;
}

const isProblem = (plan: Plan | Problem): plan is Problem => 'category' in plan;

/** Creates or changes one record, or refuses. */
export function writeOne(portal: Portal, table: Table, links: Links, row: Row | null, body: unknown): Record<string, unknown> {
  const sent = members(body);
  if (!sent || !members(sent['properties'])) throw invalid('Invalid input JSON: Some required fields were not set: [properties]');
  const plan = planRow(portal, table, row, sent, null, new Map());
  if (isProblem(plan)) throw new Refusal(plan);
  return showWritten(table, commit(portal, table, links, plan), plan.values);
}

const errorOf = ({ category, message, errors }: Problem, context: Record<string, string[]>): object => ({ status: 'error', category, message, context, errors: errors ?? [], links: {} });

function answer(portal: Portal, status: number, results: object[], errors: object[]): [number, object] {
  const at = new Date(portal.means.now()).toISOString();
  return [errors.length > 0 ? 207 : status, { status: 'COMPLETE', results, startedAt: at, completedAt: at, ...(errors.length > 0 ? { numErrors: errors.length, errors } : {}) }];
}

/** POST …/batch/create, update and upsert: all or nothing, unless every input has a trace id: then 207 and row by row. */
export function batchWrite(portal: Portal, table: Table, links: Links, action: 'create' | 'update' | 'upsert', body: unknown): [number, object] {
  const list = inputs(body);
  const idProperty = readIdProperty(table, action, list.map((one) => one['idProperty']));
  const ids = action === 'create' ? [] : list.map((one) => idOf(one) ?? lack('id'));
  const folded = idProperty === 'email' ? ids.map((id) => id.trim().toLowerCase()) : ids;
  const twice = folded.filter((id, at) => folded.indexOf(id) !== at);
  if (twice.length > 0) throw invalid(`Duplicate IDs found in batch input: [${[...new Set(twice)].join(', ')}]. IDs must be unique`);
  if (list.some((one) => !members(one['properties']))) lack('properties');
  const tracing = list.every((one) => typeof one['objectWriteTraceId'] === 'string');
  const claimed = new Map<string, unknown>();
  const errors: object[] = [];
  const plans: Plan[] = [];
  list.forEach((sent, at) => {
    const id = ids[at];
    const row = id === undefined ? null : idProperty ? ownerOf(table, idProperty, id) : rowOf(portal, table, id);
    if (action === 'update' && !row) {
      errors.push(errorOf({ status: 404, category: 'OBJECT_NOT_FOUND', message: 'Could not get some objects, they may be deleted or not exist. Check that ids are valid.' }, tracing ? { ids: [id!], objectWriteTraceId: [String(sent['objectWriteTraceId'])] } : { ids: [id!] }));
      return;
    }
    if (action === 'upsert' && !row && portal.take('upsert-conflict')) {
      // the other request of the same moment was first: its record stands, this one is refused
      commit(portal, table, links, { trace: undefined, row: null, values: { [idProperty!]: id! }, links: [] });
    }
    const settled = action === 'upsert' && !row && ownerOf(table, idProperty!, id!) !== null;
    const plan = settled ? conflict(table, idProperty!, id!, ownerOf(table, idProperty!, id!)) : planRow(portal, table, row, sent, action === 'upsert' && !row ? [idProperty!, folded[at]!] : null, claimed);
    if (!isProblem(plan)) plans.push(plan);
    else if (tracing) errors.push(errorOf(plan, { objectWriteTraceId: [String(sent['objectWriteTraceId'])] }));
    else throw new Refusal(plan);
  });
  const results = plans.map((plan) => ({ ...showWrittenOf(portal, table, links, plan), ...(action === 'upsert' ? { new: plan.row === null } : {}), ...(plan.trace === undefined ? {} : { objectWriteTraceId: plan.trace }) }));
  // nothing is promised about the order, so it is not that of the inputs
  return answer(portal, action === 'create' ? 201 : 200, results.reverse(), errors);
}

function showWrittenOf(portal: Portal, table: Table, links: Links, plan: Plan): Record<string, unknown> {
  return showWritten(table, commit(portal, table, links, plan), plan.values);
}

function readIdProperty(table: Table, action: string, named: unknown[]): string | null {
  const names = [...new Set(named.filter((name) => name !== undefined && name !== null))];
  if (names.length > 1) throw invalid('All inputs must have the same idProperty');
  const name = names[0];
  if (name === undefined || name === 'hs_object_id') {
    if (action === 'upsert') throw invalid('idProperty is required for upsert');
    return null;
  }
  if (typeof name !== 'string' || !table.properties.get(name)?.unique) throw invalid(`${String(name)} is not a unique property of ${table.type}`);
  return name;
}

function lack(name: string): never {
  throw invalid(`Invalid input JSON: Some required fields were not set: [${name}]`);
}

/** POST …/batch/read: the records that are there, 207 when some are not. */
export function batchRead(portal: Portal, table: Table, body: unknown, archived: boolean): [number, object] {
  const ids = [...new Set(inputs(body).map((one) => idOf(one) ?? lack('id')))];
  const idProperty = readIdProperty(table, 'read', [members(body)?.['idProperty']]);
  const asked = members(body)?.['properties'];
  const names = Array.isArray(asked) ? asked.map(String) : null;
  const missing: string[] = [];
  const results = ids.flatMap((id) => {
    const row = idProperty ? ownerOf(table, idProperty, id) : rowOf(portal, table, id, archived);
    if (row) return [show(table, row, names)];
    missing.push(id);
    return [];
  });
  const problem: Problem = { status: 404, category: 'OBJECT_NOT_FOUND', message: 'Could not get some objects, they may be deleted or not exist. Check that ids are valid.' };
  return answer(portal, 200, results.reverse(), missing.length > 0 ? [errorOf(problem, { ids: missing })] : []);
}
