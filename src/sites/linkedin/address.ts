import { slug, type Address, type SiteAddress } from '../../domain/identity.ts';

/** People live on www, on bare and mobile hosts and, logged out, on one host a country; blogs and product hosts have nobody. */
const HOST = /^(?:(?:www|m|mobile|touch|[a-z]{2})\.)?linkedin\.com$/;
/** Ids that LinkedIn gives members: profile id (`ACoAA…`) and Sales Navigator id (`ACwAA…`). Unlike slugs they are case-sensitive. */
const MEMBER_ID = /^AC([ow])AA[\w-]{10,}$/;
const NOBODY = /^(?:me|edit|new|unavailable|search|setup)$/;
const LISTS = /^(?:search\/results\/(?:people|companies|schools)|mynetwork\/(?:invite-connect\/connections|network-manager\/.+)|groups\/\d+\/members|sales\/(?:search|lists)\/(?:people|compan).*)$/i;

/** How LinkedIn spells people, organizations, Sales Navigator leads and accounts, and lists of them. */
export const address: SiteAddress = {
  name: 'linkedin',
  origins: ['https://*.linkedin.com/*'],
  parse(url) {
    if (!HOST.test(url.hostname)) return null;
    const path = url.pathname.replace(/^(?:\/(?:mwlite|comm|public-profile|profile(?=\/in\/)))+(?=\/)/i, '').split('/').filter(Boolean);
    const whole = path.join('/');
    const [kind, name, third = '', ...rest] = [path[0]?.toLowerCase(), ...path.slice(1)];
    if (kind === 'in') return person(name);
    // addresses of before 2015, `/pub/ada-example/4/63b/2a0`: the numbers in reverse end today's slug, `ada-example-2a063b4`
    if (kind === 'pub') return rest.length === 2 ? person(`${name}-${rest[1]!.padStart(3, '0')}${rest[0]!.padStart(3, '0')}${third}`) : null;
    if (/^(?:company(?:-beta)?|school|showcase)$/.test(kind ?? '')) return organization(kind!.replace('-beta', ''), name, third.toLowerCase());
    const [, lead, account] = /^sales\/(?:(?:lead|people)\/([\w-]{8,})|(?:company|accounts?)\/(\d+)(?![\w-]))/i.exec(whole) ?? [];
    if (lead) return claim('person', `sales/${lead}`, `sales/lead/${lead}`);
    if (account) return claim('company', `sales-company/${account}`, `sales/company/${account}`);
    // a list is its path and what was searched for; page, sorting and tracking are not part of it
    const words = url.searchParams.get('keywords')?.trim().toLowerCase().slice(0, 200);
    return LISTS.test(whole) ? claim('list', whole.toLowerCase() + (words ? `?${words}` : ''), `${whole}/${url.search}`) : null;
  },
};

function claim(kind: Address['kind'], key: string, path: string): Address {
  return { kind, key: `linkedin:${key}`, url: `https://www.linkedin.com/${path}` };
}

function person(segment: string | undefined): Address | null {
  const name = slug(segment);
  if (!name || NOBODY.test(name)) return null;
  const id = MEMBER_ID.exec(segment!);
  return id ? claim('person', `${id[1] === 'w' ? 'sales' : 'fsd'}/${id[0]}`, `in/${id[0]}/`) : claim('person', `in/${name}`, `in/${encodeURIComponent(name)}/`);
}

function organization(kind: string, segment: string | undefined, tab: string): Address | null {
  const name = slug(segment);
  if (!name || NOBODY.test(name) || tab === 'admin') return null;
  const path = `${kind}/${encodeURIComponent(name)}/`;
  return tab === 'people' ? claim('list', `${kind}/${name}/people`, `${path}people/`) : claim('company', `${kind}/${name}`, path);
}
