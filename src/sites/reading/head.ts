import { webUrl, type ProfileKey, type SiteAddress } from '../../domain/identity.ts';
import type { Sight } from './sight.ts';

/** What the head says under this name, as `name` or `property`; '' when it does not. */
export function meta(doc: Document, name: string): string {
  return doc.querySelector(`meta[name="${name}"],meta[property="${name}"]`)?.getAttribute('content')?.trim() ?? '';
}

/** The address the head gives the page: its canonical link, else `og:url`; '' when it has none. */
export function canonical(doc: Document): string {
  return doc.querySelector('link[rel="canonical"]')?.getAttribute('href') || meta(doc, 'og:url');
}

/** The key of the address the head gives the page, if it is one of this site. */
export function headKey(doc: Document, site: SiteAddress): ProfileKey | undefined {
  const url = webUrl(canonical(doc), doc.baseURI);
  return (url && site.parse(url)?.key) ?? undefined;
}

/** What link previews are told; the first group of `name` is the name in `og:title`, or else in the title. Nothing when the head gives no address of this site. */
export function openGraph(doc: Document, site: SiteAddress, name: RegExp, values: Sight['values'] = {}): Sight | null {
  const who = headKey(doc, site);
  const found = name.exec(meta(doc, 'og:title')) ?? name.exec(doc.title);
  return who && found ? { source: 'open-graph', sure: 0.8, who: [who], values: { name: found[1], about: meta(doc, 'og:description'), avatar: meta(doc, 'og:image'), ...values } } : null;
}
