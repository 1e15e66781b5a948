/** One condition of a search; `value` of "and", "or" and "not" are conditions again. */
export interface Where {
  type: string;
  attribute?: string;
  value?: unknown;
}

/** What a list request asks for. Missing maxSize: the server's page of 20. */
export interface Search {
  where: Where[];
  select?: string[];
  orderBy?: string;
  order?: string;
  maxSize?: unknown;
  offset?: unknown;
}

type Tree = { [name: string]: Tree | string };

/** A query string as PHP reads it: a[0][b]=c makes {a: {0: {b: 'c'}}}. */
function tree(query: string): Tree {
  const root: Tree = Object.create(null) as Tree;
  for (const [key, value] of new URLSearchParams(query)) {
    const steps = [key.replace(/\[.*$/, ''), ...[...key.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] as string)];
    let at = root;
    for (let i = 0; i < steps.length - 1; i += 1) {
      const name = step(at, steps[i] as string);
      const next = at[name];
      at = typeof next === 'object' ? next : (at[name] = Object.create(null) as Tree);
    }
    at[step(at, steps[steps.length - 1] as string)] = value;
  }
  return root;
}

const step = (at: Tree, name: string): string => (name === '' ? String(Object.keys(at).length) : name);

/** Trees whose names are all numbers are lists. */
function lists(part: Tree | string): unknown {
  if (typeof part === 'string') return part;
  const names = Object.keys(part);
  if (names.length > 0 && names.every((name) => /^\d+$/.test(name))) return names.map((name) => lists(part[name] as Tree | string));
  return Object.fromEntries(names.map((name) => [name, lists(part[name] as Tree | string)]));
}

/** Reads the query of a list request, in brackets or as the one parameter searchParams in JSON. */
export function readSearch(query: string): Search {
  if (query === '') return { where: [] };
  const raw = lists(tree(query)) as Record<string, unknown>;
  const given = typeof raw['searchParams'] === 'string' ? { ...raw, ...(JSON.parse(raw['searchParams']) as Record<string, unknown>) } : raw;
  const { select, orderBy, order, maxSize, offset, where } = given;
  return {
    where: Array.isArray(where) ? (where as Where[]) : [],
    ...(select !== undefined && { select: Array.isArray(select) ? select.map(String) : String(select).split(',') }),
    ...(typeof orderBy === 'string' && { orderBy }), ...(typeof order === 'string' && { order }), ...(maxSize !== undefined && { maxSize }), ...(offset !== undefined && { offset }),
  };
}
