import { webUrl } from '../../../domain/identity.ts';
import { isNode, isType, jsonLd, list, own, string, type Node } from '../../reading/json-ld.ts';
import { text } from '../../reading/text.ts';

/** Somebody a page describes in a standard way, whichever: the words are schema.org's. */
export interface Entity {
  node: Node;
  source: 'json-ld' | 'microdata' | 'rdfa' | 'microformat';
  company: boolean;
  /** The page says that this is what it is about. */
  main: boolean;
  /** Where it stands, for formats that are part of the page's text. */
  element?: Element;
}

/** The entities of a page and the types of everything else its data speaks of. */
export interface Entities {
  found: Entity[];
  nodes: Node[];
}

const PERSON = ['Person', 'Patient', 'Physician'];
const COMPANY = /(^|:|\/|#)(Organi[sz]ation|Corporation|\w*Business|\w*Organization|NGO|Project|Store|\w+Store|Restaurant|Hotel|Dentist|LegalService|Attorney|\w*Agency|\w*Clinic|CollegeOrUniversity|School|Hospital|AccountingService|FinancialService|Brand)$/;
const LIMIT = 300;

/** All persons and companies that stand by themselves, not as the author, employer or reviewer of something else. */
export function entities(doc: Document): Entities {
  const nodes = jsonLd(doc);
  const byId = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node]] : [])));
  const whole = (value: unknown): Node[] => list(value).filter(isNode).map((node) => byId.get(own(node, '@id') as string) ?? node);
  const found: Entity[] = [];
  const add = (node: Node, main: boolean): void => {
    const company = list(node['@type']).some((type) => COMPANY.test(String(type)));
    const person = isType(node, ...PERSON);
    if ((person || company) && !found.some((one) => one.node === node)) found.push({ node, source: 'json-ld', company: !person, main });
  };
  const dependent = new Set(nodes.flatMap((node) => ['author', 'creator', 'editor', 'reviewedBy'].flatMap((key) => whole(own(node, key)))));
  const pages = nodes.filter((node) => list(node['@type']).some((type) => /Page$/.test(String(type))));
  for (const page of pages) {
    for (const key of ['mainEntity', 'about', ...(isType(page, 'ProfilePage') ? ['author'] : [])]) for (const node of whole(own(page, key))) add(node, isType(page, 'ProfilePage') || key === 'mainEntity');
  }
  for (const node of nodes) if (own(node, 'mainEntityOfPage')) add(node, pages.some((page) => isType(page, 'ProfilePage')));
  for (const node of nodes) {
    if (!dependent.has(node)) add(node, false);
    // the home page of somebody: the site is theirs and its name is their name in its better spelling
    if (isType(node, 'WebSite', 'Blog')) for (const author of whole(own(node, 'author'))) {
      const [site, name] = [string(node, 'name'), string(author, 'name')];
      if (isType(author, 'Person') && compact(name).length > 3 && compact(site) === compact(name)) add({ ...author, ...node, '@type': 'Person', url: undefined, name: /\s/.test(name) ? name : site }, true);
    }
  }
  for (const [source, scope, type, prop] of [['microdata', 'itemscope', 'itemtype', 'itemprop'], ['rdfa', 'typeof', 'typeof', 'property']] as const) {
    for (const element of [...doc.querySelectorAll(`[${type}]`)].slice(0, LIMIT)) {
      const types = element.getAttribute(type)!.trim();
      const person = /(^|[/:#\s])Person$/.test(types), company = COMPANY.test(types);
      const around = element.parentElement?.closest(`[${scope}]`);
      const page = !around || /(WebPage|ProfilePage|AboutPage|ContactPage|ItemPage|sioc:Item|foaf:Document)$/.test(around.getAttribute(type) ?? '');
      if (!(person || company) || !page || (element.hasAttribute(prop) && !/mainEntity|about/.test(element.getAttribute(prop)!)) || element.closest('[rel~="author"],[rel*="creator"],[rel$=":author"]')) continue;
      found.push({ node: item(element, scope, type, prop, 0), source, company: !person, element, main: element.hasAttribute(prop) || /ProfilePage$/.test(around?.getAttribute(type) ?? '') });
    }
  }
  for (const element of [...doc.querySelectorAll('.h-card,.vcard')].slice(0, LIMIT)) {
    if (element.parentElement?.closest(ROOT)) continue;
    const node = card(element);
    found.push({ node, source: 'microformat', company: isType(node, 'Organization'), element, main: false });
  }
  return { found, nodes };
}

/** Letters and digits only, without accents: what two spellings of one name share. */
export function compact(value: string): string {
  return value.normalize('NFKD').toLowerCase().replace(/ø/g, 'o').replace(/ß/g, 'ss').replace(/[^\p{L}\d]/gu, '');
}

function add(node: Node, key: string, value: unknown): void {
  if (value !== '' && value !== undefined) node[key] = key in node ? [...list(node[key]), value] : value;
}

/** Microdata and RDFa: properties of the nearest scope. */
function item(root: Element, scope: string, type: string, prop: string, depth: number): Node {
  const node: Node = Object.create(null);
  node['@type'] = root.getAttribute(type)!.trim().split(/\s+/).map((one) => one.replace(/^.*[/#:]/, ''));
  if (root.getAttribute('itemid')) node['@id'] = root.getAttribute('itemid');
  for (const element of [...root.querySelectorAll(`[${prop}]`)].slice(0, LIMIT)) {
    if (element.parentElement!.closest(`[${scope}]`) !== root) continue;
    const value = element.hasAttribute(scope) ? (depth < 4 ? item(element, scope, type, prop, depth + 1) : '') : valueOf(element);
    for (const key of element.getAttribute(prop)!.trim().split(/\s+/)) add(node, FOAF[key] ?? key.replace(/^.*[/#:]/, ''), value);
  }
  return node;
}

const FOAF: Record<string, string> = { 'foaf:mbox': 'email', 'foaf:phone': 'telephone', 'foaf:homepage': 'url', 'foaf:img': 'image', 'foaf:depiction': 'image', 'foaf:nick': 'alternateName', 'v:fn': 'name', 'v:title': 'jobTitle', 'v:role': 'jobTitle', 'v:affiliation': 'worksFor', 'v:org': 'worksFor', 'v:tel': 'telephone', 'v:photo': 'image' };

function valueOf(element: Element): string {
  for (const key of ['content', 'href', 'src', 'data-src', 'resource', 'datetime', 'value']) {
    const value = element.getAttribute(key)?.trim();
    if (!value || (key === 'value' && element.localName === 'li')) continue;
    return key === 'href' || key === 'src' || key === 'data-src' ? webUrl(value, element.baseURI)?.href ?? value : value;
  }
  return text(element);
}

const ROOT = '.h-card,.h-entry,.h-cite,.h-feed .h-entry,.h-event,.h-review,.vcard,.hentry:not(.page),.hreview,.comment';
const CLASSES: Record<string, string> = {
  fn: 'name', name: 'name', 'job-title': 'jobTitle', title: 'jobTitle', role: 'jobTitle', org: 'worksFor', 'organization-name': 'worksFor', note: 'description', photo: 'image', logo: 'logo', email: 'email', tel: 'telephone',
  url: 'url', uid: '@id', nickname: 'alternateName', locality: 'addressLocality', region: 'addressRegion', 'country-name': 'addressCountry', country: 'addressCountry', label: 'address', adr: 'address',
};

/** h-card, and hCard before it. Properties of cards and entries within belong to those. */
function card(root: Element): Node {
  const node: Node = Object.create(null);
  const modern = root.matches('.h-card');
  const place: Node = { '@type': 'PostalAddress' };
  for (const element of [root, ...root.querySelectorAll('[class]')].slice(0, LIMIT)) {
    if (element !== root && element.parentElement!.closest(ROOT) !== root) continue;
    for (const name of element.classList) {
      const [, prefix, bare = ''] = /^(?:([pue])-)?(.+)$/.exec(name) ?? [];
      if (!Object.hasOwn(CLASSES, bare) || !!prefix !== modern || (element === root && bare !== 'url')) continue;
      const key = CLASSES[bare]!;
      const link = bare === 'url' || bare === 'uid' || bare === 'photo' || bare === 'logo' || bare === 'email';
      const value = link || element.hasAttribute('title') && element.localName === 'abbr' ? element.getAttribute('title') && !link ? element.getAttribute('title') : valueOf(element) : text(element);
      if (key === 'telephone' && /fax/i.test(element.textContent ?? '')) continue;
      add(key.startsWith('addressL') || key.startsWith('addressR') || key.startsWith('addressC') ? place : node, key, key === 'telephone' ? text(element.querySelector('.value')) || value : value);
    }
  }
  if (Object.keys(place).length > 1) node['address'] = place;
  // a card without properties is its own name, address and photo
  if (!('name' in node)) {
    const given = [...root.querySelectorAll('.p-given-name,.p-family-name,.given-name,.family-name')].map(text).join(' ');
    add(node, 'name', given || (modern ? root.getAttribute('alt') || text(root) : ''));
  }
  if (modern && !('url' in node)) add(node, 'url', webUrl((root.matches('[href]') ? root : root.querySelector(':scope > a[href]'))?.getAttribute('href'), root.baseURI)?.href);
  if (modern && !('image' in node)) add(node, 'image', webUrl((root.matches('img') ? root : root.querySelector(':scope > img[src], :scope > a > img[src]'))?.getAttribute('src'), root.baseURI)?.href);
  const pronouns = [...root.querySelectorAll('[class*="p-pronoun"],[class*="p-x-pronoun"],[class*="u-pronoun"]')].map(text).filter(Boolean);
  if (pronouns.length) node['pronouns'] = [...new Set(pronouns)].slice(0, 4).join('/');
  node['@type'] = root.querySelector('.fn.org,.p-name.p-org') ? 'Organization' : 'Person';
  return node;
}
