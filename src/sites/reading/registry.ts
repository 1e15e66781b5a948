import type { Address, SiteAddress } from '../../domain/identity.ts';
import type { SiteReader } from './site.ts';

/** Does one of these match patterns (`https://*.linkedin.com/*`, no other form) cover this address? Hosts are compared whole; http is taken for https. Asked of every origin on every page: so it is plain string work. */
export function covers(patterns: readonly string[], { protocol, hostname }: URL): boolean {
  return /^https?:/.test(protocol) && patterns.some((pattern) => (pattern[8] === '*' ? `.${hostname}`.endsWith(pattern.slice(9, -2)) : hostname === pattern.slice(8, -2)));
}

/** Named sites before readers of any host, the fallback last: glob order is alphabetical and means nothing. */
export function bySpecificity(readers: SiteReader[]): SiteReader[] {
  const rank = (reader: SiteReader): number => (reader.fallback ? 2 : reader.address.origins.length ? 0 : 1);
  // plain comparison: the first collator of a page costs it ten milliseconds
  return readers.toSorted((a, b) => rank(a) - rank(b) || (a.address.name < b.address.name ? -1 : 1));
}

/** The readers that may read this address. A named site's origins belong to it alone: the open web's reader is not asked there. */
export function readersFor(readers: SiteReader[], url: URL): SiteReader[] {
  const named = readers.filter((reader) => covers(reader.address.origins, url));
  return named.length ? named : readers.filter((reader) => reader.address.origins.length === 0);
}

/** What an address claims by its spelling alone, whichever site it belongs to; null when no named site knows it. */
export function addressOf(sites: SiteAddress[], url: URL): Address | null {
  for (const site of sites) {
    if (!covers(site.origins, url) && !covers(site.spelledAt ?? [], url)) continue;
    const address = site.parse(url);
    if (address) return address;
  }
  return null;
}
