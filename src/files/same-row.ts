/** Deep equality of JSON values; the order of properties does not matter, an undefined one is an absent one. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a)) return a.length === (b as unknown[]).length && a.every((item, at) => isEqual(item, (b as unknown[])[at]));
  const mine = present(a);
  const theirs = new Map(present(b));
  return mine.length === theirs.size && mine.every(([name, value]) => theirs.has(name) && isEqual(value, theirs.get(name)));
}

function present(row: object): [string, unknown][] {
  return Object.entries(row).filter(([, value]) => value !== undefined);
}
