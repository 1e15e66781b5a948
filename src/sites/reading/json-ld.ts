/** A JSON-LD node; its values are untrusted and of any type. */
export type Node = Record<string, unknown>;

const MAX_BYTES = 2_000_000;
const MAX_NODES = 2_000;

/** All JSON-LD nodes of the page, `@graph` flattened one level; broken or oversized scripts are passed over. */
export function jsonLd(doc: Document): Node[] {
  const nodes: Node[] = [];
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (source.length > MAX_BYTES) continue;
    let parsed: unknown;
    try {
      // comments and CDATA wrappers are common; a reviver is not needed: own keys only are read, so `__proto__` is harmless
      parsed = JSON.parse(source.replace(/^\s*(<!--|\/\/\s*<!\[CDATA\[)|(-->|\/\/\s*\]\]>)\s*$/g, ''));
    } catch {
      continue;
    }
    for (const node of list(parsed)) {
      if (!isNode(node)) continue;
      nodes.push(node, ...list(own(node, '@graph')).filter(isNode));
      if (nodes.length > MAX_NODES) return nodes;
    }
  }
  return nodes;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property only: a page that names its key `constructor` or `__proto__` gets nothing. */
export function own(node: unknown, key: string): unknown {
  return isNode(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** One value, several, or none, as a list. */
export function list(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** Is this node of one of these schema.org types? Full addresses and arrays of types are understood. */
export function isType(node: unknown, ...types: string[]): boolean {
  return list(own(node, '@type')).some((type) => typeof type === 'string' && types.includes(type.replace(/^(https?:\/\/schema\.org\/|schema:)/, '')));
}

/** A text behind a key: a string, a number, or the name (`name`, `@value`, `url`) of a node. */
export function string(node: unknown, key: string): string {
  for (const value of list(own(node, key))) {
    if (typeof value === 'string' && value.trim()) return value;
    if (typeof value === 'number') return String(value);
    for (const inner of ['name', '@value', 'url', 'contentUrl', '@id']) {
      const found = own(value, inner);
      if (typeof found === 'string' && found.trim()) return found;
    }
  }
  return '';
}
