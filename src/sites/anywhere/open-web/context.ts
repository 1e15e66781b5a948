import { segments, webKey, webUrl, type ProfileKey } from '../../../domain/identity.ts';
import { fold } from '../../reading/text.ts';
import { compact, entities, type Entities } from './entity.ts';
import { readPageText, type Page } from './page.ts';
import { PUBLISHED } from './words.ts';

/** All that the rules ask of a page, found once. */
export interface Context extends Entities {
  doc: Document;
  url: URL;
  page: Page;
  key: ProfileKey;
  /** The page's canonical address equals its own. */
  canonical: boolean;
  /** `<title>` in its parts, the page's own first or last. */
  titles: string[];
  /** Path segments, decoded. */
  path: string[];
  /** The front page of a site or of a `~user`. */
  home: boolean;
  meta(name: string): string;
}

/** Looks at a page once. */
export function look(doc: Document, url: URL): Context {
  const metas = new Map<string, string>();
  for (const element of doc.querySelectorAll('meta[content]')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase();
    if (!metas.has(name)) metas.set(name, fold(element.getAttribute('content')));
  }
  const path = segments(url).map((one) => { try { return decodeURIComponent(one).replace(/\.(html?|php|aspx?|jsp|shtml)$/i, ''); } catch { return one; } });
  const trusted = canonicalOf(doc, url);
  return {
    ...entities(doc), doc, url, path,
    page: readPageText(doc.body ?? doc.documentElement),
    key: pageKey(trusted ?? url), canonical: !!trusted && webKey(trusted) === webKey(url),
    titles: fold(doc.title).split(/\s+[|–—·•»«›:\-]+\s+|\s*[|»•]\s*/).filter(Boolean),
    home: path.every((one, at) => (at === 0 && /^(~.+|[a-z]{2}(-[a-z]{2})?)$/i.test(one)) || /^(index|home|default|main|welcome)$/i.test(one)) || (path.length === 1 && /^(people|users|homes)\./.test(url.hostname)),
    meta: (name) => metas.get(name) ?? '',
  };
}

/** The canonical address when it can be believed: same host, and not a page above this one, as templates write it for everybody. */
function canonicalOf(doc: Document, url: URL): URL | null {
  const other = webUrl(doc.querySelector('link[rel="canonical"]')?.getAttribute('href'), url.href);
  if (!other || bare(other) !== bare(url)) return null;
  const [mine, its] = [webKey(url), webKey(other)];
  return mine !== its && mine.startsWith(its) ? null : other;
}

/** A page chosen by its query (`staff.php?id=7`) is not the page without it. */
function pageKey(url: URL): ProfileKey {
  const query = [...url.searchParams].filter(([name]) => /^(id|p|pid|uid|user|person|name|mid|nid|page_id|member|sid|staff|key|itemid|view)$|_?id$/i.test(name)).map((pair) => pair.join('=')).sort().join('&');
  return query ? `${webKey(url)}?${query.toLowerCase()}` : webKey(url);
}

/** The host without `www`. */
export function bare(url: URL): string {
  return url.hostname.toLowerCase().replace(/^www\d?\./, '');
}

/** Is this something published, sold or searched, rather than the page of somebody called `name`? */
export function isPublished({ doc, nodes, url, path, home, meta, titles }: Context, name: string): boolean {
  if (/\b404\b|not found|nicht gefunden|introuvable|no encontrad/i.test(titles.join(' ')) || path.some((one) => PUBLISHED.test(one)) || /[?&](s|q|query|search)=/.test(url.search)) return true;
  const types = nodes.flatMap((node) => [node['@type']].flat().map((type) => [String(type), node] as const));
  if (types.some(([type, node]) => /(NewsArticle|Posting|Product|Recipe|Event|QAPage|ResultsPage)$/.test(type) && (!home || /Product/.test(type)) || /^Article$/.test(type) && compact(fold(String(node['headline'] ?? node['name']))) !== compact(name))) return true;
  if (/product/.test(meta('og:type')) || meta('product:price:amount')) return true;
  if (home) return false;
  return (!!meta('article:published_time') && !doc.body?.matches('.page'))
    || !!doc.querySelector('.h-entry,.single-post,.error404,.search-results,.hentry:not(.page) .published,.hentry:not(.page) .entry-date,[itemtype$="NewsArticle"],[itemtype$="BlogPosting"],[itemtype$="/Article"],[itemtype$="/Product"],[itemtype$="/Recipe"],[itemtype$="Event"],form[action*="/cart"],[typeof~="schema:Article"]')
    || /\/(19|20)\d\d\/\d\d?\//.test(url.pathname);
}

/** What a site calls itself: only what more than one place says, or what it states as its name. */
export function siteName({ titles, meta, url, found, nodes, page }: Context): string {
  const stated = meta('og:site_name') || meta('application-name');
  if (stated) return stated;
  const owner = found.find((one) => one.company && one.source === 'json-ld')?.node['name'];
  if (typeof owner === 'string' && owner) return fold(owner);
  const site = nodes.find((node) => node['@type'] === 'WebSite')?.['name'];
  if (typeof site === 'string' && site) return fold(site);
  const host = compact(bare(url));
  const mark = page.lines.findLast((line) => /©|\(c\)|copyright/i.test(line.text))?.text ?? '';
  const signed = compact(mark);
  const supported = titles.findLast((part) => compact(part).length > 2 && (signed.includes(compact(part)) || host.includes(compact(part))));
  const after = /(?:©|\(c\)|copyright)[\s\d–,©-]*(?:by\s)?([^|•©]{2,60}?)(?:\.?\s*(?:$|[|•©]|all rights|alle rechte|tous droits|todos los|tutti i))/i.exec(mark)?.[1] ?? '';
  return supported ?? (fold(after).replace(/^[\s.,–-]+|[\s,–-]+$/g, '') || (titles.length > 1 ? titles.at(-1)! : ''));
}
