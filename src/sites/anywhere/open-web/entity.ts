import { webUrl } from '../../../domain/identity.ts';
import { isNode, isType, list, own, string, type Node } from '../../reading/json-ld.ts';
import { seenFirst } from '../../reading/region.ts';
import { fold, text } from '../../reading/text.ts';
import { compact } from './words.ts';

/** Somebody a page describes in a standard way, whichever: the words are schema.org's. */
export interface Entity {
  node: Node;
  source: 'json-ld' | 'microdata' | 'rdfa' | 'microformat';
  company: boolean;
  /** The page says that this is what it is about. */
  main: boolean;
  name: string;
  /** The addresses it gives as its own. */
  urls: URL[];
  /** Where it stands, for formats that are part of the page's text. */
  element?: Element;
}

const LIMIT = 300;
const CARD = '.h-card,.vcard', ENTRY = '.h-entry,.h-cite,.h-event,.h-review,.hentry:not(.page),.comment';
const FORMATS = [['microdata', '[itemscope]', 'itemtype', 'itemprop'], ['rdfa', '[typeof]', 'typeof', 'property'], ['microformat', `${CARD},${ENTRY}`, 'class', 'class']] as const;
type Format = (typeof FORMATS)[number];

/** What other vocabularies call schema.org's properties. */
const ALIAS: Record<string, string> = {
  fn: 'name', 'job-title': 'jobTitle', title: 'jobTitle', role: 'jobTitle', org: 'worksFor', affiliation: 'worksFor', memberOf: 'worksFor', note: 'description', photo: 'image', img: 'image', tel: 'telephone', phone: 'telephone', mbox: 'email',
  homepage: 'url', uid: 'url', nickname: 'alternateName', 'given-name': 'givenName', 'family-name': 'familyName', adr: 'address', locality: 'addressLocality', region: 'addressRegion', 'country-name': 'addressCountry',
};

/** All persons and companies that stand by themselves, not as the author, employer or reviewer of something else. */
export function entitiesOf(doc: Document, nodes: Node[], base: string): Entity[] {
  const found: Entity[] = [];
  const seen = new Set<Node>();
  const byId = new Map(nodes.filter((node) => Object.keys(node).length > 1).map((node) => [node['@id'], node]));
  const add = (node: Node, main: boolean, source: Entity['source'] = 'json-ld', element?: Element): void => {
    const name = fold(string(node, 'name') || ['givenName', 'additionalName', 'familyName'].map((key) => string(node, key)).join(' '));
    const person = isType(node, 'Person');
    const company = !person && (list(node['@type']).some((type) => /Organi[sz]ation$|Corporation$|Business$|NGO$/.test(String(type))) || !!(node['telephone'] ?? node['legalName'] ?? node['openingHours']));
    if (!name || !(person || company) || seen.has(node)) return;
    seen.add(node);
    const urls = [node['@id'], ...list(node['url']), ...list(node['mainEntityOfPage']).map((one) => own(one, '@id') ?? one)]
      .map((one) => (typeof one === 'string' && !/#./.test(one) ? webUrl(one, base) : null)).filter((one) => one !== null);
    found.push({ node: Object.fromEntries(Object.entries(node).map(([key, value]) => [key, list(value).map((one) => byId.get(own(one, '@id') ?? {}) ?? one)])), source, company, main, name, urls, ...(element ? { element } : {}) });
  };

  const whole = (node: Node, ...keys: string[]): Node[] => keys.flatMap((key) => list(own(node, key))).filter(isNode).map((one) => byId.get(one['@id'] ?? {}) ?? one);
  const profile = nodes.find((node) => isType(node, 'ProfilePage'));
  if (profile) for (const node of whole(profile, 'mainEntity', 'about', 'author')) add(node, true);
  const dependent = new Set(nodes.flatMap((node) => whole(node, 'author', 'creator', 'editor', 'reviewedBy')));
  for (const node of nodes) {
    for (const one of whole(node, 'mainEntity')) add(one, true);
    for (const one of whole(node, 'about')) if (/Page$/.test(String(node['@type']))) add(one, false);
    if (!dependent.has(node) || profile && node['mainEntityOfPage']) add(node, !!profile && 'mainEntityOfPage' in node);
    // the front page of somebody: the site is theirs, and one of its two names is the better spelling
    if (isType(node, 'WebSite', 'Blog')) for (const author of whole(node, 'author')) {
      const [site, name] = [string(node, 'name'), string(author, 'name')];
      if (isType(author, 'Person') && name && compact(site) === compact(name)) add({ ...author, ...node, '@type': 'Person', url: [], name: name.includes(' ') ? name : site }, true);
    }
  }
  // most pages have none of them: one look for all
  if (doc.querySelector(`[itemscope],[typeof],${CARD}`)) for (const format of FORMATS) {
    const [source, scope, type, prop] = format;
    for (const element of [...doc.querySelectorAll(source === 'microformat' ? CARD : scope)].slice(0, LIMIT)) {
      const around = element.parentElement?.closest(scope);
      const inPage = around && /Page$/.test(around.getAttribute(type) ?? '');
      const role = element.getAttribute(prop) ?? '';
      if (around && !inPage || source !== 'microformat' && role && !/mainEntity|about/.test(role) || element.closest('[rel~="author"],[rel*="creator"],[rel$=":author"]')) continue;
      add(item(element, format, 0), !!inPage && /mainEntity|about/.test(role) || /ProfilePage/.test(around?.getAttribute(type) ?? ''), source, element);
    }
  }
  return found;
}

/** A scope of microdata, RDFa or microformats as a node; properties of scopes within belong to those. */
function item(root: Element, format: Format, depth: number): Node {
  const [source, scope, type, prop] = format;
  const card = source === 'microformat';
  const node: Node = Object.create(null);
  const put = (key: string, value: unknown): void => { if (value) node[key] = [...list(node[key]), value]; };
  node['@type'] = card ? 'Person' : (root.getAttribute(type) ?? '').split(/\s+/).map((one) => one.replace(/^.*[/#:]/, ''));
  for (const element of [root, ...seenFirst(root.querySelectorAll(`[${prop}]`))].slice(0, LIMIT)) {
    if (element !== root && element.parentElement!.closest(scope) !== root || element === root && !card) continue;
    const keys = (element.getAttribute(prop) ?? '').trim().split(/\s+/).map((one) => one.replace(/^.*[/#:]|^[puedt]{1,2}-(x-)?/, '')).map((one) => (one.startsWith('pronoun') ? 'pronouns' : Object.hasOwn(ALIAS, one) ? ALIAS[one]! : one));
    for (const key of keys) put(key, element !== root && element.matches(scope) && depth < 4 && !keys.includes('name') ? { name: text(element), ...item(element, format, depth + 1) } : valueOf(element, key, card));
    if (card && keys.includes('name') && keys.includes('worksFor')) node['@type'] = 'Organization';
  }
  if (card) {
    // a card without properties is its own name, address and photo
    const link = root.matches('[href]') ? root : root.querySelector(':scope > a[href]'), image = root.matches('img') ? root : root.querySelector(':scope > img, :scope > a > img');
    if (!node['name'] && !node['familyName']) put('name', root.getAttribute('alt') || text(root));
    if (!node['url'] && link) put('url', valueOf(link, 'url', card));
    if (!node['image'] && image) put('image', valueOf(image, 'image', card));
  }
  return node;
}

function valueOf(element: Element, key: string, card: boolean): string {
  if (/^(url|image|logo|email|sameAs)$/.test(key)) {
    const link = element.matches('[href],[src]') ? element : element.querySelector('[href],[src]');
    const address = link?.getAttribute('href') ?? link?.getAttribute('data-src') ?? link?.getAttribute('src');
    if (address) return address;
  }
  return element.getAttribute('content') || (card && element.localName === 'abbr' && element.getAttribute('title')) || text(card && element.querySelector('.value') || element);
}
