import { bareHost, webKey, webUrl, type Address, type ProfileKey, type SiteAddress } from '../domain/identity.ts';
import { addressOf, covers } from './reading/registry.ts';

const found = import.meta.glob<SiteAddress>(['./*.ts', './anywhere/*.ts', '!./{addresses,anywhere,frequent,named,readers}.ts'], { eager: true, import: 'address' });

/** How every site spells its addresses; carries no reader. */
export const addresses: SiteAddress[] = Object.values(found);

/** What an address claims, if a named site knows it. */
export function claimOf(text: string): Address | null {
  const url = webUrl(text);
  return url && addressOf(addresses, url);
}

/** The identity key of any web address: the site's own where one is known, `web:` otherwise; null when it is no web address. */
export function keyOf(text: string): ProfileKey | null {
  const url = webUrl(text);
  return url && (addressOf(addresses, url)?.key ?? webKey(url));
}

/** The sites whose pages can be at an address, as recipes name them: the named one that lives there, else those of any host and the host itself. */
export function sitesAt(url: URL): string[] {
  const named = addresses.filter(({ origins }) => covers(origins, url));
  return named.length ? named.map(({ name }) => name) : [...addresses.filter(({ origins }) => origins.length === 0).map(({ name }) => name), bareHost(url)];
}
