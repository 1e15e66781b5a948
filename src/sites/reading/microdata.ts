import { list, type Node } from './json-ld.ts';
import { seenFirst } from './region.ts';
import { text } from './text.ts';

const MAX = 300;

/** A microdata scope as a node like those of JSON-LD; what lies in scopes within belongs to those. */
export function microdata(root: Element, depth = 0): Node {
  const node: Node = Object.create(null);
  node['@type'] = (root.getAttribute('itemtype') ?? '').replace(/^.*\//, '');
  for (const one of seenFirst(root.querySelectorAll('[itemprop]')).slice(0, MAX)) {
    if (one.parentElement!.closest('[itemscope]') !== root) continue;
    const key = one.getAttribute('itemprop')!;
    const value = one.hasAttribute('itemscope') && depth < 4 ? microdata(one, depth + 1) : one.getAttribute('content') ?? one.getAttribute('href') ?? one.getAttribute('src') ?? text(one);
    node[key] = key in node ? [...list(node[key]), value] : value;
  }
  return node;
}
