import type { Address, SiteAddress } from '../../domain/identity.ts';
import type { SiteReader } from './site.ts';

/** Does a match pattern (`https://*.linkedin.com/*`) cover this address? Scheme and host are compared whole. */
export function matches(pattern: string, url: URL): boolean {
  const parts = /^(https?|\*):\/\/(\*\.)?([^/*]+)\//.exec(pattern);
  if (!parts) return false;
  const [, scheme, below, host] = parts as unknown as [string, string, string | undefined, string];
  if (scheme !== '*' && url.protocol !== `${scheme}:` && url.protocol !== 'http:') return false;
  return url.hostname === host || (!!below && url.hostname.endsWith(`.${host}`));
}

/** Named sites before readers of any host, the fallback last: glob order is alphabetical and means nothing. */
export function bySpecificity(readers: SiteReader[]): SiteReader[] {
  const rank = (reader: SiteReader): number => (reader.fallback ? 2 : reader.address.origins.length ? 0 : 1);
  // plain comparison: the first collator of a page costs it ten milliseconds
  return readers.toSorted((a, b) => rank(a) - rank(b) || (a.address.name < b.address.name ? -1 : 1));
}

/** The readers that may read this address. A named site's origins belong to it alone: the open web's reader is not asked there. */
export function readersFor(readers: SiteReader[], url: URL): SiteReader[] {
  const named = readers.filter((reader) => reader.address.origins.some((pattern) => matches(pattern, url)));
  return named.length ? named : readers.filter((reader) => reader.address.origins.length === 0);
}

/** What an address claims by its spelling alone, whichever site it belongs to; null when no named site knows it. */
export function addressOf(sites: SiteAddress[], url: URL): Address | null {
  for (const site of sites) {
    if (![...site.origins, ...(site.spelledAt ?? [])].some((pattern) => matches(pattern, url))) continue;
    const address = site.parse(url);
    if (address) return address;
  }
  return null;
}
