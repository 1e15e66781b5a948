import { noDraft, type Draft, type DraftFields, type Row } from '../domain/draft.ts';
import { emailKey, segments, slug, webUrl, type ProfileKey, type SiteAddress } from '../domain/identity.ts';
import { pick, present } from './reading/pick.ts';
import type { SiteReader } from './reading/site.ts';
import { count, text } from './reading/text.ts';

/** First path segments that are GitHub's own pages, as far as they could be taken for a login. */
const RESERVED = new Set(('about account apps blog careers codespaces collections contact copilot customer-stories dashboard discussions docs edu education enterprise enterprises events explore features gist '
  + 'home issues join login logout marketplace mobile models new newsroom nonprofits notifications open-source organizations orgs partners password_reset premium-support press pricing privacy projects pulls readme resources search security session sessions settings showcases signup site sitemap solutions sponsors stars status support team teams terms topics trending users watching why-github').split(' '));
const LOGIN = /^[a-z\d][a-z\d_-]{0,38}$/;

function loginOf(segment: string | undefined): string | null {
  const login = slug(segment?.replace(/^@|^%40/, ''));
  return login && LOGIN.test(login) && !RESERVED.has(login) ? login : null;
}

/** `github.com/<login>` for users and organisations alike, with any tab; `/orgs/<login>/people` is a list. */
export const address: SiteAddress = {
  name: 'github',
  origins: ['https://github.com/*'],
  spelledAt: ['https://www.github.com/*', 'https://gist.github.com/*'],
  parse(url) {
    const [first, second, third, ...more] = segments(url);
    if (first === 'orgs' && url.hostname !== 'gist.github.com') {
      const org = loginOf(second);
      if (!org || more.length || (third && third !== 'people' && third !== 'followers')) return null;
      return third ? { kind: 'list', key: `github:orgs/${org}/${third}`, url: `https://github.com/orgs/${org}/${third}` } : { kind: 'company', key: `github:${org}`, url: `https://github.com/${org}` };
    }
    const login = second === undefined ? loginOf(first) : null;
    return login ? { kind: 'either', key: `github:${login}`, url: `https://github.com/${login}` } : null;
  },
};

const PERSON = '[itemscope][itemtype$="schema.org/Person"]';
const COMPANY = '[itemscope][itemtype$="schema.org/Organization"]';

function read(doc: Document, url: URL): Draft {
  const at = address.parse(url);
  if (!at) return noDraft('github', url.href);
  if (at.kind === 'list') return people(doc, url, at.key);

  const meta = (name: string): string => doc.querySelector(`meta[name="${name}"],meta[property="${name}"]`)?.getAttribute('content') ?? '';
  const person = doc.querySelector(PERSON);
  const company = person ? null : doc.querySelector(COMPANY) ?? doc.querySelector('.orghead, .org-header');
  const root = person ?? company;
  const head = (meta('profile:username') || meta('octolytics-dimension-user_login')).toLowerCase();
  // without a profile in the body only a head that calls itself one counts: repositories name their owner there too
  if (!root && !(meta('og:type') === 'profile' && meta('profile:username'))) return noDraft('github', url.href);

  const all = (selector: string): Element[] => [...(root?.querySelectorAll(selector) ?? [])];
  const of = (selector: string): Element | null => root?.querySelector(selector) ?? null;
  // the login is the first text: pronouns follow it in the same element
  const login = person ? [...(of('[itemprop="additionalName"], .vcard-username')?.childNodes ?? [])].map((node) => /[\w-]+/.exec(node.textContent ?? '')?.[0]).find(Boolean) : undefined;
  const shown = login ?? (company ? of('img[alt^="@"]')?.getAttribute('alt')?.slice(1) ?? doc.querySelector('nav a[href^="/orgs/"]')?.getAttribute('href')?.split('/')[2] : undefined);
  const own = (shown ?? head).toLowerCase();
  // after an in-page navigation the head can still be somebody else's
  const fresh = head === own;
  const bare = at.key.slice('github:'.length);
  const image = (): string | null | undefined => of('a[itemprop="image"][href*="avatars"]')?.getAttribute('href') ?? of('img[itemprop="image"], [itemprop="image"] img, .vcard-avatar img, img.avatar-user, img.avatar')?.getAttribute('src');
  const id = /\/u\/(\d+)/.exec(image() ?? '')?.[1] ?? (fresh ? /^\d+$/.exec(meta('octolytics-dimension-user_id') || (meta('hovercard-subject-tag').split(':')[1] ?? ''))?.[0] : undefined);
  const detail = (prop: string): string => {
    const found = of(`li[itemprop="${prop}"], [itemprop="${prop}"]`);
    return text(found?.querySelector('.p-org, .p-label') ?? null) || found?.getAttribute('title')?.trim() || text(found);
  };
  const links = (selector: string): string[] => [...new Set(all(selector).map((one) => webUrl(one.getAttribute('href'), url.href)?.href).filter((href) => href !== undefined))];
  const number = (tab: string): number | null => {
    const link = of(`a[href*="tab=${tab}"], a[href$="/${tab}"]`);
    return count(text(link?.querySelector('.text-bold, strong') ?? link));
  };
  const bio = (): string => text(of('.user-profile-bio, .org-description, h1 ~ .color-fg-muted, h1 ~ .text-gray'));
  const described = (): string | null => {
    // "<bio> - <login>", or "<bio> <name> has 12 repositories available. …", of which the second half is GitHub's own
    const names = [shown ?? head, head, meta('og:title').replace(/ - Overview$/, '')];
    const whole = meta('og:description');
    const end = names.map((name) => (whole.endsWith(` - ${name}`) ? whole.length - name.length - 3 : whole.lastIndexOf(` ${name} has `))).find((at) => at > 0);
    return fresh && end ? whole.slice(0, end) : null;
  };
  const about = pick<string>(['structure', 0.95, bio], ['meta', 0.8, described]);
  const title = (): string | undefined => (fresh ? /\((.*)\) · GitHub$/.exec(doc.title)?.[1] ?? (person ? undefined : meta('og:title').replace(/ - Overview$/, '')) : undefined);

  const fields = present<DraftFields>({
    name: pick(
      ['microdata', 1, () => text(of('[itemprop="name"]:is(.vcard-fullname, h1, h1 *)'))],
      ['structure', 0.9, () => text(company && of('h1, .org-name'))],
      ['title', 0.7, title],
      ['address', 0.5, () => shown ?? head],
    ),
    handle: pick(['microdata', 1, () => shown], ['meta', 0.9, () => head]),
    pronouns: pick(['microdata', 0.9, () => text(of('[itemprop="pronouns"]'))]),
    company: pick(['microdata', 0.9, () => person && detail('worksFor')]),
    companyUrl: pick(['microdata', 0.8, () => webUrl(of('[itemprop="worksFor"] a')?.getAttribute('href'), url.href)?.href]),
    location: pick(['microdata', 0.95, () => detail(person ? 'homeLocation' : 'location')], ['structure', 0.7, () => text(company && of('.has-location'))]),
    about,
    tagline: company ? about : undefined,
    avatar: pick(['microdata', 0.95, image], ['open-graph', 0.8, () => fresh && !root ? meta('og:image') : null]),
    emails: pick(['microdata', 0.9, () => all('[itemprop="email"]').map((one) => emailKey(decodeURIComponent(one.getAttribute('href') ?? one.querySelector('a')?.getAttribute('href') ?? text(one)))?.slice(6)).filter((mail) => mail !== undefined)]),
    websites: pick(['microdata', 0.95, () => links('[itemprop="url"] a, a[itemprop="url"]')]),
    profiles: pick(['microdata', 0.9, () => links('[itemprop="twitter"] a, [itemprop="social"] a, a[itemprop="twitter"]')]),
    followers: pick(['structure', 0.95, () => number('followers')]),
    following: pick(['structure', 0.95, () => person && number('following')]),
  });
  const keys: ProfileKey[] = [at.key, ...(id && own === bare ? [`github:id/${id}` as const] : [])];
  const isCompany = company !== null || (!person && (meta('hovercard-subject-tag').startsWith('organization') || at.kind === 'company'));
  return { page: isCompany ? 'company' : 'person', site: 'github', url: at.url, keys, agrees: own === bare ? 'yes' : own ? 'no' : 'unknown', fields };
}

/** The members an organisation shows: one row a login, however often it is linked. */
function people(doc: Document, url: URL, key: ProfileKey): Draft {
  const rows = new Map<string, Row>();
  for (const link of doc.querySelectorAll<HTMLElement>('main a[data-hovercard-type="user"], main a[id^="member-"], .member-list-item a, [data-bulk-actions-id] a')) {
    const to = webUrl(link.getAttribute('href'), url.href);
    const found = to && to.hostname === 'github.com' && !to.search ? address.parse(to) : null;
    if (found?.kind !== 'either') continue;
    const login = found.key.slice('github:'.length);
    const row = rows.get(login) ?? { name: login, url: found.url, key: found.key };
    const name = text(link);
    const src = link.querySelector('img')?.getAttribute('src');
    if (row.name === login && name && name.replace(/^@/, '').toLowerCase() !== login) row.name = name;
    rows.set(login, src && !row.avatar ? { ...row, avatar: src } : row);
  }
  const shown = doc.querySelector('main nav a[href^="/orgs/"], nav a[href^="/orgs/"]')?.getAttribute('href')?.split('/')[2]?.toLowerCase();
  return rows.size ? { page: 'list', site: 'github', url: url.href, keys: [key], agrees: !shown ? 'unknown' : shown === key.split('/')[1] ? 'yes' : 'no', fields: {}, rows: [...rows.values()] } : noDraft('github', url.href);
}

export default { address, read } satisfies SiteReader;
