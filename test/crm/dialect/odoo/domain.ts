import type { Database } from './database.ts';
import { Fault, printed, unknownField } from './fault.ts';
import type { Field, Model, Row, Value } from './model.ts';
import { stampOf } from './stamp.ts';
import { valueOf } from './value.ts';

type Test = (row: Row) => boolean;

/** A condition ready to be asked, with what an index can do for it. */
export interface Condition {
  test: Test;
  /** Ids one of which a record must have; null = any. */
  candidates: number[] | null;
  /** Ids must be above this. */
  after: number | null;
  /** Records must have been written at this moment or later. */
  from: number | null;
  /** The condition speaks of `active`: archived records are not left out on their own. */
  speaksOfActive: boolean;
}

const notADomain = new Fault('builtins.AssertionError', "Domains to normalize must have a 'domain' form: a list or tuple of domain components");

/** Reads a search domain (prefix notation, "and" where nothing is said). */
export function condition(database: Database, model: Model, domain: unknown): Condition {
  if (!Array.isArray(domain)) throw notADomain;
  const terms = domain as unknown[];
  const all: Condition = { test: () => true, candidates: null, after: null, from: null, speaksOfActive: terms.some((term) => Array.isArray(term) && term[0] === 'active') };
  const tests: Test[] = [];
  let at = 0;
  const next = (top: boolean): Test => {
    const term = terms[at++];
    if (term === '!') {
      const not = next(false);
      return (row) => !not(row);
    }
    if (term === '&' || term === '|') {
      const [left, right] = [next(top && term === '&'), next(top && term === '&')];
      return term === '&' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
    }
    if (!Array.isArray(term) || term.length !== 3) throw at > terms.length ? notADomain : new Fault('builtins.ValueError', `Invalid leaf ${printed(term)}`);
    const [path, operator, value] = term as [unknown, unknown, unknown];
    if (top) narrow(database, model, all, path, operator, value);
    return leaf(database, model, path, String(operator), value);
  };
  while (at < terms.length) tests.push(next(true));
  all.test = tests.length === 1 ? tests[0]! : (row) => tests.every((test) => test(row));
  return all;
}

/** Uses an index for a leaf that must hold. */
function narrow(database: Database, model: Model, all: Condition, path: unknown, operator: unknown, value: unknown): void {
  if (path === 'write_date' && (operator === '>=' || operator === '>') && typeof value === 'string') {
    all.from = Math.max(all.from ?? 0, moment(database, operator, value));
    return;
  }
  if (path === 'id' && operator === '>' && Number.isInteger(value)) all.after = Math.max(all.after ?? 0, value as number);
  if (typeof path !== 'string' || !(operator === '=' || operator === 'in') || value === false || value === null) return;
  const values = (operator === 'in' && Array.isArray(value) ? value : [value]) as Value[];
  if (values.includes(false) || values.includes(null)) return;
  const ids = path === 'id' ? values.filter((id) => typeof id === 'number') : database.table(model.name).having(path, values);
  if (ids && (all.candidates === null || ids.length < all.candidates.length)) all.candidates = ids;
}

function leaf(database: Database, model: Model, path: unknown, operator: string, value: unknown): Test {
  if (path === 1 || path === 0) return () => path === value;
  const [name = '', ...rest] = String(path).split('.');
  const field = model.fields[name];
  if (!field) throw new Fault('builtins.ValueError', `Invalid field ${model.name}.${name} in leaf (${printed(path)}, ${printed(operator)}, ${printed(value)})`);
  if (rest.length > 0) {
    if (!field.relation) throw unknownField(model.name, String(path));
    const further = leaf(database, database.table(field.relation).model, rest.join('.'), operator, value);
    return (row) => links(database, field, row, name).some((id) => {
      const target = database.find(field.relation!, id);
      return target !== undefined && further(target);
    });
  }
  if (/like$/.test(operator)) return alike(database, field, name, operator, value);
  if (operator === 'in' || operator === 'not in') return among(database, field, name, operator, value);
  if (field.relation && typeof value === 'string') {
    const titled = (row: Row): boolean => links(database, field, row, name).some((id) => database.title(field.relation!, database.get(field.relation!, id)) === value);
    return operator === '=' ? titled : (row) => !titled(row);
  }
  const wanted: Value = field.type === 'datetime' && typeof value === 'string' ? moment(database, operator, value) : value === false || value === undefined ? null : value as Value;
  const of = (row: Row): Value => {
    const found = valueOf(database, field, row, name);
    return field.type === 'boolean' ? found === true || null : found;
  };
  switch (operator) {
    case '=': return wanted === null ? (row) => empty(of(row)) : (row) => same(of(row), wanted);
    case '!=': return wanted === null ? (row) => !empty(of(row)) : (row) => !same(of(row), wanted);
    case '=?': return wanted === null ? () => true : (row) => same(of(row), wanted);
    case '<': return (row) => order(of(row), wanted) < 0;
    case '<=': return (row) => order(of(row), wanted) <= 0;
    case '>': return (row) => order(of(row), wanted) > 0;
    case '>=': return (row) => order(of(row), wanted) >= 0;
    default: throw new Fault('builtins.ValueError', `Invalid operator ${printed(operator)} in domain term (${printed(path)}, ${printed(operator)}, ${printed(value)})`);
  }
}

function among(database: Database, field: Field, name: string, operator: string, value: unknown): Test {
  const wanted = new Set<unknown>(Array.isArray(value) ? value : value === false ? [null] : [value]);
  if (wanted.has(false)) wanted.add(null);
  const inside = (row: Row): boolean => {
    const found = valueOf(database, field, row, name);
    if (field.type === 'boolean') return wanted.has(found === true);
    return Array.isArray(found) ? found.some((id) => wanted.has(id)) || (found.length === 0 && wanted.has(null)) : wanted.has(found);
  };
  return operator === 'in' ? inside : (row) => !inside(row);
}

function alike(database: Database, field: Field, name: string, operator: string, value: unknown): Test {
  const negative = operator.startsWith('not ');
  const kind = negative ? operator.slice(4) : operator;
  if (!['like', 'ilike', '=like', '=ilike'].includes(kind)) throw new Fault('builtins.ValueError', `Invalid operator ${printed(operator)}`);
  const pattern = kind.startsWith('=') ? String(value) : `%${typeof value === 'string' ? value : ''}%`;
  const source = pattern.replace(/\\?[\s\S]/g, (one) => one === '%' ? '[^]*' : one === '_' ? '[^]' : one.at(-1)!.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const matcher = new RegExp(`^${source}$`, kind.endsWith('ilike') ? 'iu' : 'u');
  const hit = (row: Row): boolean => {
    if (field.relation) return links(database, field, row, name).some((id) => matcher.test(database.title(field.relation!, database.get(field.relation!, id))));
    const found = valueOf(database, field, row, name);
    return found !== null && matcher.test(String(found));
  };
  return negative ? (row) => !hit(row) : hit;
}

function links(database: Database, field: Field, row: Row, name: string): readonly number[] {
  const value = valueOf(database, field, row, name);
  const ids = Array.isArray(value) ? value as readonly number[] : typeof value === 'number' ? [value] : [];
  return ids.filter((id) => database.find(field.relation!, id));
}

/** A bare day means its end where that makes the condition hold for the whole day. */
function moment(database: Database, operator: unknown, value: string): number {
  const text = value.length === 10 ? `${value} ${operator === '>' || operator === '<=' ? '23:59:59' : '00:00:00'}` : value;
  return stampOf(text, database.means.now());
}

function empty(value: Value): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function same(found: Value, wanted: Value): boolean {
  return Array.isArray(found) ? (found as readonly Value[]).includes(wanted) : found === wanted;
}

/** NaN where SQL answers unknown, so that no comparison holds. */
function order(found: Value, wanted: Value): number {
  if (found === null || wanted === null) return Number.NaN;
  if (typeof found === 'number') return found - Number(wanted);
  return found === wanted ? 0 : found > wanted ? 1 : -1;
}
