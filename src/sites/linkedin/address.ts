import { segments, slug, type Address, type SiteAddress } from '../../domain/identity.ts';

/** People live on www, on bare and mobile hosts and, logged out, on one host a country; blogs and product hosts have nobody. */
const HOST = /^(?:(?:www|m|mobile|touch|[a-z]{2})\.)?linkedin\.com$/;
/** Ids that LinkedIn gives members: profile id (`ACoAA…`) and Sales Navigator id (`ACwAA…`). Unlike slugs they are case-sensitive. */
const MEMBER_ID = /^AC[ow]AA[\w-]{10,}$/;
const NOBODY = /^(?:me|edit|new|unavailable|search|setup)$/;

/** How LinkedIn spells people, organizations, Sales Navigator leads and accounts, and lists of them. */
export const address: SiteAddress = {
  name: 'linkedin',
  origins: ['https://*.linkedin.com/*'],
  parse(url) {
    if (!HOST.test(url.hostname)) return null;
    const path = segments(url);
    while (/^(?:mwlite|comm|public-profile)$/i.test(path[0] ?? '') || (/^profile$/i.test(path[0] ?? '') && /^in$/i.test(path[1] ?? ''))) path.shift();
    const [kind = '', name, ...rest] = path.map((part, at) => (at ? part : part.toLowerCase()));
    if (kind === 'in') return person(name);
    if (kind === 'pub') return rest.length === 3 ? person(`${name}-${oldId(rest)}`) : null;
    if (kind === 'sales') return sales(url, name?.toLowerCase() ?? '', rest);
    if (/^(?:company|company-beta|school|showcase)$/.test(kind)) return organization(kind.replace('-beta', ''), name, rest);
    return isList(path) ? list(url) : null;
  },
};

function person(segment: string | undefined): Address | null {
  const name = slug(segment);
  if (!name || NOBODY.test(name)) return null;
  const id = MEMBER_ID.exec(segment!)?.[0];
  if (id) return { kind: 'person', key: `linkedin:${id[2] === 'w' ? 'sales' : 'fsd'}/${id}`, url: `https://www.linkedin.com/in/${id}/` };
  return { kind: 'person', key: `linkedin:in/${name}`, url: `https://www.linkedin.com/in/${encodeURIComponent(name)}/` };
}

/** Addresses of before 2015, `/pub/ada-example/4/63b/2a0`: the numbers in reverse end today's slug, `ada-example-2a063b4`. */
function oldId(parts: string[]): string {
  return parts.map((part, at) => (at ? part.padStart(3, '0') : part)).reverse().join('');
}

function organization(kind: string, segment: string | undefined, rest: string[]): Address | null {
  const name = slug(segment);
  if (!name || NOBODY.test(name) || /^admin$/i.test(rest[0] ?? '')) return null;
  const key = `linkedin:${kind}/${name}` as const;
  const url = `https://www.linkedin.com/${kind}/${encodeURIComponent(name)}/`;
  return /^people$/i.test(rest[0] ?? '') ? { kind: 'list', key: `${key}/people`, url: `${url}people/` } : { kind: 'company', key, url };
}

function sales(url: URL, kind: string, rest: string[]): Address | null {
  const id = /^[\w-]+/.exec(rest[0] ?? '')?.[0];
  if (/^(?:lead|people)$/.test(kind) && id && id.length > 7) return { kind: 'person', key: `linkedin:sales/${id}`, url: `https://www.linkedin.com/sales/lead/${id}` };
  if (/^(?:company|accounts?)$/.test(kind) && /^\d+$/.test(id ?? '')) return { kind: 'company', key: `linkedin:sales-company/${id}`, url: `https://www.linkedin.com/sales/company/${id}` };
  return /^(?:search|lists)$/.test(kind) && /^(?:people|company|companies)$/i.test(rest[0] ?? '') ? list(url) : null;
}

function isList(path: string[]): boolean {
  return /^(?:search\/results\/(?:people|companies|schools)$|mynetwork\/(?:invite-connect\/connections|network-manager\/)|groups\/\d+\/members)/.test(path.join('/').toLowerCase());
}

/** A list is its path and what was searched for; page, sorting and tracking are not part of it. */
function list(url: URL): Address {
  const path = segments(url).join('/').toLowerCase();
  const words = url.searchParams.get('keywords')?.normalize('NFC').trim().toLowerCase();
  return { kind: 'list', key: `linkedin:${path}${words ? `?${words.slice(0, 200)}` : ''}`, url: `https://www.linkedin.com/${path}/${url.search}` };
}
