import { noDraft, type Row } from '../domain/draft.ts';
import { segments, slug, webUrl, type SiteAddress } from '../domain/identity.ts';
import { meta } from './reading/head.ts';
import { region } from './reading/region.ts';
import { PAGES } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';
import type { SiteReader } from './reading/site.ts';
import { text } from './reading/text.ts';

/** Names that are GitHub's own pages, besides those most sites have. */
const RESERVED = new Set(`${PAGES} codespaces collections copilot customer-stories gist issues organizations orgs projects pulls resources sessions solutions sponsors stars team trending`.split(' '));

/** `github.com/<login>` for users and organisations alike, with any tab; `/orgs/<login>/people` is a list. Written out: as a table it would bring all of `routes.ts` into the script of the busiest pages. */
export const address: SiteAddress = {
  name: 'github',
  origins: ['https://github.com/*'],
  spelledAt: ['https://www.github.com/*', 'https://gist.github.com/*'],
  parse(url) {
    const path = /^(?:(?:www|gist)\.)?github\.com$/.test(url.hostname) ? segments(url).map(slug).join('/') : '';
    const [, org, tab, login = org] = /^(?:orgs\/([a-z\d][\w-]{0,38})(?:\/(people|followers))?|@?([a-z\d][\w-]{0,38}))$/.exec(path) ?? [];
    if (!login || RESERVED.has(login)) return null;
    const spelled = tab ? path : login;
    return { kind: tab ? 'list' : org ? 'company' : 'either', key: `github:${spelled}`, url: `https://github.com/${spelled}` };
  },
};

const key = keyed('github');

const profile = sighted(address, (doc) => {
  const user = doc.querySelector('[itemscope][itemtype$="schema.org/Person"], .vcard:has(.vcard-username)');
  const root = user ?? doc.querySelector('[itemscope][itemtype$="schema.org/Organization"], .orghead, .org-header');
  const of = region(root);
  const page = user || !root && !meta(doc, 'hovercard-subject-tag').startsWith('organization') ? 'person' : 'company';
  // pronouns follow the login in the same element
  const login = user ? /[\w-]+/.exec(of.text('[itemprop="additionalName"], .vcard-username'))?.[0]
    : of.attr('img[itemprop="image"][alt^="@"]', 'alt').slice(1) || region(doc).attr('a[href^="/orgs/"][href$="/repositories"]', 'href').split('/')[2];
  const head = meta(doc, 'profile:username');
  const image = of.attr('a[itemprop="image"][href*="avatars"]', 'href') || of.attr(user ? '[itemprop="image"] img, .vcard-avatar img, img.avatar-user' : 'img[itemprop="image"]', 'src');
  // every picture is named after its owner's number
  const id = (picture: string): `github:${string}` | undefined => {
    const found = /^https:\/\/avatars\d*\.githubusercontent\.com\/u\/(\d+)/.exec(picture)?.[1];
    return found ? `github:id/${found}` : undefined;
  };
  const number = (tab: string): string => of.text(`a[href*="tab=${tab}"] .text-bold, a[href$="/${tab}"] :is(.text-bold, strong), a[href*="tab=${tab}"], a[href$="/${tab}"]`);
  const detail = (prop: string): string => of.text(`[itemprop="${prop}"] :is(.p-org, .p-label)`) || of.text(`[itemprop="${prop}"]`);
  const bio = of.text('.user-profile-bio, .org-description, h1 ~ .color-fg-muted');
  // "<bio> - <login>", or "<bio> <name> has 12 repositories available. …", of which the second half is GitHub's own
  const whole = meta(doc, 'og:description');
  const named = meta(doc, 'og:title').replace(/ - Overview$/, '');
  const told = [head, named].map((name) => whole.slice(0, Math.max(0, whole.endsWith(` - ${name}`) ? whole.length - name.length - 3 : whole.lastIndexOf(` ${name} has `)))).find(Boolean);
  return [
    () => root && {
      source: 'microdata', sure: 0.95, page, who: [id(image), key(login)],
      values: {
        name: of.text(user ? '.vcard-fullname' : 'h1, .org-name'), handle: login, pronouns: of.text('[itemprop="pronouns"]'),
        about: bio, tagline: !user && bio, avatar: image,
        company: user && detail('worksFor'), companyUrl: of.attr('[itemprop="worksFor"] a', 'href').replace(/^\//, 'https://github.com/'), location: detail(user ? 'homeLocation' : 'location') || of.text('.has-location'),
        emails: of.all('[itemprop="email"], a.email').map(text), websites: of.attrs('[itemprop="url"] a, a[itemprop="url"]', 'href'), profiles: of.attrs('[itemprop="twitter"] a, [itemprop="social"] a', 'href'),
        followers: number('followers'), following: user && number('following'),
      },
    },
    // repositories name their owner in the head too, but do not call themselves a profile
    () => head && meta(doc, 'og:type') === 'profile' && {
      source: 'meta', sure: 0.8, page, who: [id(meta(doc, 'og:image')), key(head)],
      values: { name: /\((.*)\) · GitHub$/.exec(doc.title)?.[1] ?? (user ? '' : named), handle: head, about: told, tagline: page === 'company' && told, avatar: meta(doc, 'og:image') },
    },
    () => login && { source: 'address', sure: 0.5, who: [key(login)], values: { name: login } },
  ];
});

/** The members an organisation shows: one row a login, however often it is linked. */
const read: SiteReader['read'] = (doc, url) => {
  const at = address.parse(url);
  if (at?.kind !== 'list') return profile.read(doc, url);
  const rows = new Map<string, Row>();
  for (const link of doc.querySelectorAll('main :is(a[data-hovercard-type="user"], a[id^="member-"], [data-bulk-actions-id] a)')) {
    const to = webUrl(link.getAttribute('href'), url.href);
    const found = to && to.search === '' ? address.parse(to) : null;
    if (found?.kind !== 'either') continue;
    const login = found.key.slice('github:'.length);
    const row = rows.get(login) ?? { name: login, url: found.url, key: found.key };
    const name = text(link);
    const src = link.querySelector('img')?.getAttribute('src');
    rows.set(login, { ...row, ...(row.name === login && name && name.toLowerCase() !== login ? { name } : {}), ...(src ? { avatar: src } : {}) });
  }
  const shown = region(doc).attr('nav a[href^="/orgs/"]', 'href').split('/')[2]?.toLowerCase();
  return rows.size ? { page: 'list', site: 'github', url: at.url, keys: [at.key], agrees: !shown ? 'unknown' : at.key.includes(`/${shown}/`) ? 'yes' : 'no', fields: {}, rows: [...rows.values()] } : noDraft('github', url.href);
};

export default { address, read } satisfies SiteReader;
