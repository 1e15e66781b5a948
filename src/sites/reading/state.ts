import { isNode, list, own, type Node } from './json-ld.ts';

const MAX_BYTES = 5_000_000;
const MAX_NODES = 30_000;

/** An app's state left in a script: by the script's id (`#__NEXT_DATA__`) or by what it is assigned to (`window._sharedData`). Null when there is none. */
export function state(doc: Document, where: string): unknown {
  if (where.startsWith('#')) return parsed(doc.querySelector(`script${where}`)?.textContent);
  for (const script of doc.querySelectorAll('script:not([src])')) {
    const source = script.textContent ?? '';
    const start = source.indexOf(where);
    const found = start < 0 ? null : /^[^=]{0,40}=\s*(?=[{[])/.exec(source.slice(start, start + 200));
    if (found) return parsed(source.slice(start + found[0].length));
  }
  return null;
}

/** JSON at the beginning of a text, whatever script follows it; null when it is none or too large. */
function parsed(source: string | null | undefined): unknown {
  if (!source || source.length > MAX_BYTES) return null;
  // Angular's older way to write JSON into a page
  if (source.startsWith('{&q;')) return parsed(source.replace(/&([qalgs]);/g, (_, mark: string) => ({ q: '"', a: '&', l: '<', g: '>', s: "'" })[mark]!));
  try {
    return JSON.parse(source.replace(/;\s*$/, ''));
  } catch {
    const end = ending(source);
    try {
      return end ? JSON.parse(source.slice(0, end)) : null;
    } catch {
      return null;
    }
  }
}

/** Where the first bracket is closed again, strings passed over. */
function ending(source: string): number {
  let depth = 0;
  for (let i = 0, quoted = false; i < source.length; i++) {
    const mark = source[i];
    if (mark === '\\') i++;
    else if (mark === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (mark === '{' || mark === '[') depth++;
    else if ((mark === '}' || mark === ']') && --depth === 0) return i + 1;
  }
  return 0;
}

/** What lies at a path of own keys (`a.b.0.c`); undefined when it breaks off. */
export function dig(node: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (Array.isArray(at) ? at[Number(key)] : own(at, key)), node);
}

/** The first node, nearest the top, that fits. */
export function find(node: unknown, fits: (node: Node) => boolean): Node | null {
  const queue: unknown[] = [node];
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const one = queue[i];
    if (isNode(one) && fits(one)) return one;
    if (typeof one === 'object' && one !== null) queue.push(...list(Array.isArray(one) ? one : Object.values(one)).filter((inner) => typeof inner === 'object' && inner !== null));
  }
  return null;
}
