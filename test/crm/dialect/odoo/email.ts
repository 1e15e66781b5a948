const address = /[^\s<>()",;:[\]\\@]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+/gi;

/** The lower-case form of the one address in a text; null when it holds none or several. */
export function normalizedEmail(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const found = text.match(address);
  return found?.length === 1 ? found[0].toLowerCase() : null;
}

/** Name and address of a text such as "Ada <ada@example.com>". */
export function namedEmail(text: string): { name: string; email: string | null } {
  const email = text.match(address)?.[0] ?? null;
  const name = text.replace(/<[^>]*>/, '').replaceAll('"', '').trim();
  return { name: name === '' || name === email ? email ?? text : name, email };
}
