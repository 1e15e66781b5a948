import type { Draft } from '../../domain/draft.ts';
import { webUrl, type SiteAddress } from '../../domain/identity.ts';
import { accountOf } from './open-web/account.ts';
import { bare, isPublished, look, pageKey, siteName, type Context } from './open-web/context.ts';
import type { Entity } from './open-web/entity.ts';
import { fieldsOf } from './open-web/fields.ts';
import { namedPerson } from './open-web/person.ts';
import { teamRows } from './open-web/team.ts';
import { compact, COMPANY } from './open-web/words.ts';
import { isType, list, own } from '../reading/json-ld.ts';
import { pick, present } from '../reading/pick.ts';
import type { SiteReader } from '../reading/site.ts';

/** Any page that says who it is about in a standard way, or shows it plainly. Has no addresses of its own. */
export const address: SiteAddress = { name: 'web', origins: [], parse: () => null };

export default { address, fallback: true, read } satisfies SiteReader;

function read(doc: Document, url: URL): Draft | null {
  const context = look(doc, url);
  const { found, heading, key } = context;
  const draft = (page: Draft['page'], fields: Draft['fields'], entity?: Entity): Draft => {
    const agrees = agreement(context, entity), here = pageKey(url);
    return { page, site: 'web', url: url.href, keys: agrees === 'no' ? [here] : [...new Set([key, here])], agrees, fields };
  };

  const person = mainPerson(context), account = accountOf(context);
  if (person) return draft('person', fieldsOf(context, person, null, false, account), person);

  const named = namedPerson(context);
  const shown = named && !isPublished(context, named.name) ? named : null, headed = shown && compact(heading).includes(compact(shown.name));
  const rows = headed || isPublished(context, heading) ? [] : teamRows(context);
  if (shown && (headed || rows.length < 3)) return draft('person', fieldsOf(context, undefined, shown, false, account));
  if (account && rows.length < 3 && !isPublished(context, account.name)) return draft('person', fieldsOf(context, undefined, { name: account.name, at: context.lines.findIndex((line) => line.text === account.name) }, false, account));
  if (rows.length > 1) return { ...draft('list', present({ company: pick(['title', 0.7, () => siteName(context)]) })), rows };

  const company = found.find((one) => one.company && isMainCompany(context, one));
  if (company) return draft('company', fieldsOf(context, company, null, true), company);
  return speaksOfCompany(context) && !isPublished(context, heading) && siteName(context) ? draft('company', fieldsOf(context, undefined, null, true)) : null;
}

/** The person the page's own data is about. */
function mainPerson(context: Context): Entity | undefined {
  const { found, key, url, base, home, titles, doc } = context;
  const persons = found.filter((one) => !one.company);
  if (!persons.length) return undefined;
  const heading = compact(context.heading || titles[0] || ''), title = compact(titles[0] ?? '');
  const me = new Set([...doc.querySelectorAll('[rel~="me"]')].map((link) => webUrl(link.getAttribute('href'), base)?.href));
  const called = ({ name }: Entity): boolean => compact(name).length > 2 && (heading.includes(compact(name)) || title === compact(name));
  const fit = persons.find((one) => one.main) ?? persons.find((one) => one.urls.some((address) => pageKey(address) === key || pageKey(address) === pageKey(url)))
    ?? persons.find((one) => called(one) || home && (persons.length === 1 && !!one.element || one.urls.some((address) => me.has(address.href))))
    // somebody's own site: its only card, on the page about them
    ?? (persons.length === 1 && speaksOfCompany(context) ? persons.find((one) => one.source === 'microformat' || titles.some((part) => compact(part) === compact(one.name))) : undefined);
  return fit && (fit.main && fit.source === 'json-ld' || !isPublished(context, fit.name)) ? fit : undefined;
}

/** Is this the company the page is about, rather than the one that merely runs the site? */
function isMainCompany(context: Context, { main, node, name }: Entity): boolean {
  const { home, nodes } = context;
  const about = nodes.some((one) => isType(one, 'WebPage') && list(one['about']).some((whom) => own(whom, '@id') !== undefined && list(node['@id']).includes(own(whom, '@id'))));
  return !isPublished(context, name) && (home ? (about || !!(node['address'] ?? node['telephone'])) && !isType(node, 'NewsMediaOrganization') && !nodes.some((one) => isType(one, 'Product', 'ItemList')) : main || speaksOfCompany(context));
}

function speaksOfCompany({ path, titles, home, heading }: Context): boolean {
  return !home && path.length < 4 && [path.at(-1)!, heading, titles[0] ?? '', titles.at(-1) ?? ''].some((one) => COMPANY.test(compact(one)));
}

/** Does what the entity says of its own address go with the page's? An address above the page (the site's root) says nothing. */
function agreement({ key, canonical, url }: Context, entity: Entity | undefined): Draft['agrees'] {
  const own = entity?.urls.filter((one) => bare(one) === bare(url)).map(pageKey) ?? [], here = pageKey(url);
  if (own.some((one) => one === key || one === here)) return 'yes';
  return own.some((one) => !here.startsWith(one)) ? 'no' : canonical ? 'yes' : 'unknown';
}
