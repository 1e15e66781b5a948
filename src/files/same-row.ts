/** Deep equality of JSON values; the order of properties does not matter, an undefined one is an absent one. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a)) return a.length === (b as unknown[]).length && a.every((item, at) => isEqual(item, (b as unknown[])[at]));
  const mine = a as Record<string, unknown>;
  const theirs = b as Record<string, unknown>;
  let more = 0;
  for (const name of Object.keys(theirs)) if (theirs[name] !== undefined) more++;
  for (const name of Object.keys(mine)) {
    if (mine[name] === undefined) continue;
    if (!Object.hasOwn(theirs, name) || !isEqual(mine[name], theirs[name])) return false;
    more--;
  }
  return more === 0;
}
