import type { Address, SiteAddress } from '../../domain/identity.ts';
import { covers } from './registry.ts';

/**
 * One shape of address: its kind, a pattern over the decoded path (and the `query` parameters that matter, in their order), its
 * canonical path and, where that differs, its key. `$1` stands for the first group in lower case, `$!1` for the group as it is.
 */
export type Route = readonly [kind: Address['kind'], pattern: RegExp, path: string, key?: string];

export interface Routes {
  name: string;
  /** The origin that canonical addresses begin with. */
  home: string;
  /** Where profiles are shown, if not just at home; `*.` covers the domain and all below it. */
  hosts?: string[];
  /** Further hosts at which its addresses are spelled although no profile is shown there; home with and without `www.` always is. */
  spelledAt?: string[];
  /** Made when an address of the site is first asked for: a page of another site need not know their patterns. */
  routes: () => Route[];
  /** First groups that are this site's own words and nobody's name: lower case, divided by spaces. `… ` in front adds the words most sites keep for themselves. */
  reserved?: string;
  /** Query parameters that belong to an address. */
  query?: string[];
}

/** What sites call their own pages: nobody is named so where names stand first in the path and were never given out freely. */
export const PAGES = 'about account admin api apps auth blog careers connect contact create dashboard developers docs events explore features groups help home jobs legal login logout marketplace messages news notifications pages pricing privacy register search security settings shop signin signup site sitemap store stories support tags terms topics users videos watch';

/** A site's addresses from a table: the first route that fits and names nothing reserved. */
export function routed({ name, home, hosts, spelledAt = [], routes, reserved = '', query = [] }: Routes): SiteAddress {
  const host = home.split('/')[2]!;
  const bound = (word: string): boolean => ` ${reserved.replace('…', PAGES)} `.includes(` ${word.toLowerCase()} `);
  const patterns = (list: string[]): string[] => list.map((one) => `https://${one}/*`);
  const origins = patterns(hosts ?? [host]);
  let spelled: string[] | undefined, known: Route[] | undefined;
  const further = (): string[] => {
    const bare = host.replace('www.', '');
    return spelled ??= patterns([bare, `www.${bare}`, ...spelledAt]).filter((pattern) => !origins.includes(pattern));
  };
  const parse = (url: URL): Address | null => {
    const shown = covers(origins, url) || covers(further(), url) ? pathOf(url, query) : null;
    if (shown === null) return null;
    for (const [kind, pattern, path, key = path] of known ??= routes()) {
      const found = pattern.exec(shown);
      if (!found || (found[1] && bound(found[1]))) continue;
      const fill = (template: string): string => template.replace(/\$(!?)(\d)/g, (_, exact: string, n: string) => (exact ? found[Number(n)] ?? '' : (found[Number(n)] ?? '').toLowerCase()));
      return { kind, key: `${name}:${fill(key)}`, url: home + encodeURI(fill(path)) };
    }
    return null;
  };
  return { name, origins, get spelledAt() { return further(); }, parse };
}

/** The decoded path without doubled or trailing slashes, and `?name=value` of the parameters asked for; null when it is none anybody wrote. */
function pathOf(url: URL, query: string[]): string | null {
  try {
    const path = decodeURIComponent(url.pathname).normalize('NFC').replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const asked = query.flatMap((one) => (url.searchParams.has(one) ? [`${one}=${url.searchParams.get(one)}`] : [])).join('&');
    return path.length > 300 || /[\s?#]/.test(path) ? null : asked ? `${path}?${asked}` : path;
  } catch {
    return null;
  }
}
