import { segments, webKey, webUrl, type ProfileKey } from '../../../domain/identity.ts';
import { isType, jsonLd, list, string, type Node } from '../../reading/json-ld.ts';
import { fold } from '../../reading/text.ts';
import { entitiesOf, type Entity } from './entity.ts';
import { linesOf, type Line } from './page.ts';
import { compact, COMPANY, PUBLISHED } from './words.ts';

/** All that the rules ask of a page, found once. */
export interface Context {
  doc: Document;
  url: URL;
  /** What its relative addresses are relative to. */
  base: string;
  lines: Line[];
  nodes: Node[];
  found: Entity[];
  key: ProfileKey;
  /** The page's canonical address equals its own. */
  canonical: boolean;
  /** `<title>` in its parts. */
  titles: string[];
  /** The page's own first heading, '' without one. */
  heading: string;
  /** Path segments, decoded, without index page and file name ending. */
  path: string[];
  /** The front page of a site or of a `~user`. */
  home: boolean;
  /** It holds an entry, a product or an event, marked as such. */
  entry(): boolean;
  meta(name: string): string;
}

/** Looks at a page once. */
export function look(doc: Document, url: URL): Context {
  // one look for all: each is a walk through the whole page
  const told = [...doc.querySelectorAll('base,link,meta')];
  const all = (tag: string): Element[] => told.filter((one) => one.localName === tag);
  const base = webUrl(all('base').find((one) => one.hasAttribute('href'))?.getAttribute('href'), url.href)?.href ?? url.href;
  const nodes = jsonLd(doc);
  const lines = linesOf(doc.body ?? doc.documentElement);
  const path = segments(url).map((one) => { try { return decodeURIComponent(one); } catch { return one; } }).map((one) => one.replace(/\.(html?|php|aspx?|jsp)$/i, '')).filter((one) => !/^(index|home|default|welcome)$/i.test(one));
  const canonical = webUrl(all('link').find((one) => one.matches('[rel="canonical"]'))?.getAttribute('href'), base);
  const metas = new Map(all('meta').filter((one) => one.hasAttribute('content')).toReversed().map((one) => [one.getAttribute('property') ?? one.getAttribute('name') ?? '', one]));
  const meta = (name: string): string => fold(metas.get(name)?.getAttribute('content'));
  const key = pageKey(url), said = canonical && bare(canonical) === bare(url) ? pageKey(canonical) : '';
  let entry: boolean | undefined;
  return {
    doc, url, base, nodes, lines, path,
    found: entitiesOf(doc, nodes, base),
    // a canonical above the page, or without its query, is what a template writes for everybody
    key: said && !key.startsWith(said) ? said : key,
    canonical: said === key,
    titles: fold(doc.title).split(/\s+[|–—·•»«›:-]+\s+|\s*[|»•]\s*/).filter(Boolean),
    heading: lines.find((line) => line.level === 1 && !line.aside)?.text ?? '',
    // a site that names itself is not each of its users' own
    home: path.length === 0 || path.length === 1 && (path[0]!.startsWith('~') ? !meta('og:site_name') : /^[a-z]{2}$/.test(path[0]!)) || path.length === 1 && /^(people|users|homepages?|staff)\./.test(url.hostname),
    meta,
    entry: () => entry ??= !!doc.querySelector('.h-entry,.single-post,.hentry:not(.page) .published,[itemtype$="NewsArticle"],[itemtype$="BlogPosting"],[itemtype$="/Article"],[itemtype$="/Product"],[itemtype$="Event"]'),
  };
}

/** A page chosen by its query (`staff.php?id=7`) is not the page without it. */
export function pageKey(url: URL): ProfileKey {
  const query = [...url.searchParams].filter(([name]) => /^(p|user|person|name|member|staff|view)$|id$/i.test(name) && !/^(fbcl|gcl|mscl|s|sess)/i.test(name)).map((pair) => pair.join('=').toLowerCase()).sort();
  return query.length ? `${webKey(url)}?${query.join('&')}` : webKey(url);
}

/** The host without `www`. */
export function bare(url: URL): string {
  return url.hostname.toLowerCase().replace(/^www\d?\./, '');
}

/** Is this something published, sold or searched, rather than the page of somebody called `name`? */
export function isPublished({ doc, entry, nodes, url, path, home, meta, titles, heading }: Context, name: string): boolean {
  if (/\b404\b|not found|nicht gefunden|introuvable|no encontrad/i.test(`${titles[0]} ${heading}`) || path.some((one) => PUBLISHED.test(one)) || /[?&](s|q|query|search)=|\/(19|20)\d\d\/\d\d?\//.test(url.href)) return true;
  if (meta('product:price:amount') || nodes.some((node) => list(node['@type']).some((type) => /Product$/.test(String(type)) || !home && /(NewsArticle|Posting|Recipe|Event|QAPage|ResultsPage)$/.test(String(type)))
    || isType(node, 'Article') && compact(string(node, 'headline')) !== compact(name))) return true;
  return !home && (!!meta('article:published_time') && !doc.body?.matches('.page')
    || entry());
}

/** What a site calls itself: what it states, else the part of the title that its host or copyright line says too. */
export function siteName({ titles, meta, url, found, nodes, lines }: Context): string {
  const stated = meta('og:site_name') || found.find((one) => one.company && one.source === 'json-ld')?.name || string(nodes.find((node) => isType(node, 'WebSite')), 'name');
  if (stated) return fold(stated);
  const mark = lines.findLast((line) => /©|\(c\)|copyright/i.test(line.text))?.text ?? '';
  const said = compact(mark + bare(url));
  const signed = /(?:©|\(c\)|copyright)[\s\d–,©-]*(?:by\s)?([^|•©]{2,60}?)\.?\s*(?:$|[|•©]|all rights|alle rechte|tous droits)/i.exec(mark)?.[1] ?? '';
  const label = compact(bare(url).split('.')[0]!), own = titles.filter((part) => !COMPANY.test(compact(part)));
  return own.findLast((part) => compact(part).length > 2 && (said.includes(compact(part)) || compact(part).includes(label))) ?? (signed || (own.length > 1 || own.length < titles.length ? own.at(-1) : '') || '');
}
