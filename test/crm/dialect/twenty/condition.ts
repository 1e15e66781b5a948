import { bad } from './refused.ts';
import { parts, uniquePath, type FieldType, type ObjectType, type Values } from './schema.ts';
import { instant, reference } from './value.ts';

/** The comparators of the server's filters, in the order in which its error message lists them. */
export const comparators = ['eq', 'neq', 'in', 'containsAny', 'is', 'gt', 'gte', 'lt', 'lte', 'startsWith', 'endsWith', 'like', 'ilike'] as const;
export type Comparator = (typeof comparators)[number];

/** A filter: a test of one value, or tests joined. Values are still as they were sent. */
export type Condition = { path: string[]; comparator: Comparator; value: unknown } | { join: 'and' | 'or' | 'not'; of: Condition[] };

/** A place where a table can look records up: an id, a unique value, a relation, or a list that is not empty. */
export interface Known {
  path: string;
  values: string[] | 'filled';
}

/** A checked filter. `test` says whether a record passes; every record that passes is found at one of `known`; `since` bounds updatedAt from below. */
export interface Filter {
  test(values: Values): boolean;
  known: Known[] | undefined;
  since: string | undefined;
}

const allowed: Partial<Record<FieldType, readonly Comparator[]>> = {
  RAW_JSON: ['is', 'like'],
  UUID: ['eq', 'neq', 'in', 'is', 'gt', 'gte', 'lt', 'lte'],
  DATE_TIME: ['eq', 'neq', 'in', 'is', 'gt', 'gte', 'lt', 'lte'],
  NUMBER: ['eq', 'neq', 'in', 'is', 'gt', 'gte', 'lt', 'lte'],
};

/** Checks a filter against the fields of an object. Deleted records pass only if the filter speaks of deletedAt. */
export function filter(object: ObjectType, condition: Condition | undefined): Filter {
  const result: Filter = condition ? compile(object, condition) : { test: () => true, known: undefined, since: undefined };
  if (!condition || !mentions(condition, 'deletedAt')) {
    const { test } = result;
    result.test = (values) => values.deletedAt === null && test(values);
  }
  return result;
}

function mentions(condition: Condition, name: string): boolean {
  return 'join' in condition ? condition.of.some((part) => mentions(part, name)) : condition.path[0] === name;
}

function compile(object: ObjectType, condition: Condition): Filter {
  if (!('join' in condition)) return compare(object, condition);
  const of = condition.of.map((part) => compile(object, part));
  if (condition.join === 'not') return { test: (values) => !of.every((part) => part.test(values)), known: undefined, since: undefined };
  if (condition.join === 'or') {
    const known = of.every((part) => part.known) ? of.flatMap((part) => part.known!) : undefined;
    return { test: (values) => of.some((part) => part.test(values)), known, since: undefined };
  }
  return { test: (values) => of.every((part) => part.test(values)), known: of.find((part) => part.known)?.known, since: of.find((part) => part.since !== undefined)?.since };
}

const canLookUp = (object: ObjectType, path: string): boolean =>
  path === 'id' || object.fields.some((field) => field.one?.column === path || (field.unique && uniquePath(field) === path));

/** The type of a path and how to read it; refuses a field that is not there and a composite field without a part. */
export function column(object: ObjectType, path: string[]): { type: FieldType; read(values: Values): unknown } {
  const [name = '', part] = path;
  const field = object.fields.find((known) => (known.one ? known.one.column === name : known.name === name));
  if (!field || field.many) throw bad(`Object ${object.singular} doesn't have any "${name}" field.`);
  const composite = parts[field.type];
  if (!composite) return { type: field.one ? 'UUID' : field.type, read: (values) => values[name] };
  const type = part === undefined ? undefined : composite[part];
  if (type === undefined) throw bad(`Sub field "${part ?? ''}" not found for composite type: ${field.type}`);
  return { type, read: (values) => (values[name] as Record<string, unknown> | null)?.[part!] };
}

function compare(object: ObjectType, { path, comparator, value }: Extract<Condition, { path: string[] }>): Filter {
  // a composite field without a part is told by the comparator standing where the part should be
  const { type, read } = column(object, path.length === 1 && object.fields.some((field) => field.name === path[0] && parts[field.type]) ? [path[0]!, comparator] : path);
  const name = path.join('.');
  if (allowed[type] && !allowed[type].includes(comparator)) {
    throw bad(`Operator "${comparator}" is not valid for field "${name}" of type ${type} - Allowed operators: ${allowed[type].join(', ')}`);
  }
  if (comparator === 'is') {
    const wanted = String(value).toUpperCase();
    if (wanted !== 'NULL' && wanted !== 'NOT_NULL') throw bad(`Invalid value ${String(value)} for operator "is" of field "${name}"`);
    // texts are kept as NULL when they are empty and answered as ''
    return { test: (values) => (read(values) === null || read(values) === '' || read(values) === undefined) === (wanted === 'NULL'), known: undefined, since: undefined };
  }
  const wanted = (Array.isArray(value) ? value : [value]).map((given) => typed(type, given, name));
  const exact = (comparator === 'eq' || comparator === 'in') && canLookUp(object, name) && !wanted.includes('');
  const known: Known[] | undefined = exact ? [{ path: name, values: wanted.map(String) }] : type === 'RAW_JSON' ? [{ path: name, values: 'filled' }] : undefined;
  const since = (comparator === 'gte' || comparator === 'gt') && name === 'updatedAt' ? String(wanted[0]) : undefined;
  return { test: matcher(comparator, wanted, read), known, since };
}

function typed(type: FieldType, value: unknown, name: string): string | number {
  if (type === 'DATE_TIME') return instant(value, name);
  if (type === 'UUID') return reference(value, name);
  return type === 'NUMBER' ? Number(value) : String(value);
}

function matcher(comparator: Comparator, wanted: (string | number)[], read: (values: Values) => unknown): (values: Values) => boolean {
  const first = wanted[0] ?? '';
  const present = (test: (have: string | number) => boolean) => (values: Values): boolean => {
    const have = read(values);
    return have !== null && have !== undefined && test(have as string | number);
  };
  switch (comparator) {
    case 'eq': return present((have) => have === first);
    case 'neq': return (values) => read(values) !== first;
    case 'in': {
      const set = new Set(wanted);
      return present((have) => set.has(have));
    }
    case 'gt': return present((have) => have > first);
    case 'gte': return present((have) => have >= first);
    case 'lt': return present((have) => have < first);
    case 'lte': return present((have) => have <= first);
    case 'startsWith': return present((have) => String(have).startsWith(String(first)));
    case 'endsWith': return present((have) => String(have).endsWith(String(first)));
    case 'containsAny': return present((have) => wanted.includes(have));
    case 'is': throw new Error('told apart before');
    case 'like':
    case 'ilike': {
      const pattern = like(String(first), comparator === 'ilike');
      // an empty list cannot match, and most lists are empty
      return present((have) => (Array.isArray(have) ? have.length > 0 && pattern.test(jsonText(have)) : pattern.test(String(have))));
    }
  }
}

function like(text: string, anyCase: boolean): RegExp {
  const source = text.replaceAll(/\\?[\s\S]/g, (part) => {
    if (part === '%') return '[\\s\\S]*';
    if (part === '_') return '[\\s\\S]';
    return part.slice(-1).replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, anyCase ? 'iu' : 'u');
}

// The database writes its JSON with a blank after commas and colons.
function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`;
  if (value !== null && typeof value === 'object') return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${jsonText(inner)}`).join(', ')}}`;
  return JSON.stringify(value);
}
