import type { Draft } from '../../domain/draft.ts';
import { webKey, webUrl, type SiteAddress } from '../../domain/identity.ts';
import { bare, isPublished, look, siteName, type Context } from './open-web/context.ts';
import { compact, type Entity } from './open-web/entity.ts';
import { addressesOf, companyFields, nameOf, personFields } from './open-web/fields.ts';
import { namedPerson } from './open-web/person.ts';
import { teamRows } from './open-web/team.ts';
import { COMPANY, personName } from './open-web/words.ts';
import { isType, own } from '../reading/json-ld.ts';
import { pick, present } from '../reading/pick.ts';
import { fold } from '../reading/text.ts';
import type { SiteReader } from '../reading/site.ts';

/** Any page that says who it is about in a standard way, or shows it plainly. Has no addresses of its own. */
export const address: SiteAddress = { name: 'web', origins: [], parse: () => null };

export default { address, fallback: true, read } satisfies SiteReader;

function read(doc: Document, url: URL): Draft | null {
  const context = look(doc, url);
  const own = context.url.href;
  const draft = (page: Draft['page'], agrees: Draft['agrees'], fields: Draft['fields']): Draft => ({
    page, site: 'web', url: own, keys: [...new Set([agrees === 'no' ? webKey(url) : context.key, webKey(url)])].slice(0, context.key.includes('?') ? 1 : 2), agrees, fields,
  });

  const person = mainPerson(context);
  if (person) return draft('person', agreement(context, person), personFields(context, person, null));

  const company = context.found.find((one) => one.company && isMainCompany(context, one));
  const title = fold(context.page.lines.find((line) => line.level === 1 && !line.aside)?.text);
  const named = isPublished(context, title) && isPublished(context, personName(title) ?? title) ? null : namedPerson(context);
  const base = doc.baseURI.startsWith('http') ? doc.baseURI : own;
  const rows = isPublished(context, title) ? [] : teamRows(context, base);
  if (named && (rows.length < 3 || compact(title).includes(compact(named.name)))) return draft('person', context.canonical ? 'yes' : 'unknown', personFields(context, undefined, named));
  if (rows.length > 1) return { ...draft('list', 'unknown', present({ company: pick(['title', 0.7, () => siteName(context)]) })), rows };
  if (company) return draft('company', agreement(context, company), companyFields(context, company));
  return speaksOfCompany(context, title) && !isPublished(context, title) && siteName(context) ? draft('company', context.canonical ? 'yes' : 'unknown', companyFields(context, context.found.find((one) => one.company))) : null;
}

/** The person the page's own data is about. */
function mainPerson(context: Context): Entity | undefined {
  const { found, key, url, home, page, titles, doc } = context;
  const persons = found.filter((one) => !one.company && fold(nameOf(one.node)));
  const here = (one: Entity): boolean => addressesOf(one.node, url.href).some((address) => webKey(address) === key || webKey(address) === webKey(url));
  const heading = page.lines.find((line) => line.level === 1 && !line.aside)?.text ?? titles[0] ?? '';
  const called = (one: Entity): boolean => { const name = compact(fold(nameOf(one.node))); return name.length > 2 && (compact(heading).includes(name) || name === compact(titles[0] ?? '')); };
  const me = new Set([...doc.querySelectorAll('a[rel~="me"],link[rel~="me"]')].map((link) => webUrl(link.getAttribute('href'), url.href)?.href));
  const alone = (one: Entity): boolean => home && persons.length === 1 && (one.source !== 'json-ld' || called(one));
  const stated = persons.find((one) => one.main);
  if (stated && (stated.source !== 'json-ld' || !stated.element)) return stated;
  const fit = persons.find(here) ?? persons.find((one) => called(one) || alone(one)) ?? (home ? persons.find((one) => addressesOf(one.node, url.href).some((address) => me.has(address.href))) : undefined);
  return fit && !isPublished(context, fold(nameOf(fit.node))) ? fit : undefined;
}

/** Is this the company the page is about, rather than the one that merely runs the site? */
function isMainCompany(context: Context, { main, node, element }: Entity): boolean {
  const { path, home, nodes } = context;
  if (isPublished(context, fold(nameOf(node)))) return false;
  if (main && !home) return true;
  return home ? !!(own(node, 'address') ?? own(node, 'telephone')) && !nodes.some((one) => isType(one, 'Product', 'ItemList')) : speaksOfCompany(context, '') || (!!element && path.length < 3 && compact(context.titles[0] ?? '') === compact(nameOf(node)));
}

function speaksOfCompany({ path, titles, home }: Context, heading: string): boolean {
  return !home && path.length < 4 && [path.at(-1) ?? '', heading, titles[0] ?? '', titles.at(-1) ?? ''].some((one) => COMPANY.test(one.replace(/\s+/g, '-')) || COMPANY.test(one));
}

/** Does what the entity says of its own address go with the page's? An address above the page (the site's root) says nothing. */
function agreement({ key, canonical, url }: Context, { node }: Entity): Draft['agrees'] {
  const own = addressesOf(node, url.href).filter((one) => bare(one) === bare(url));
  if (own.some((one) => webKey(one) === key || webKey(one) === webKey(url))) return 'yes';
  if (own.some((one) => !webKey(url).startsWith(webKey(one)))) return 'no';
  return canonical ? 'yes' : 'unknown';
}
