import { headKey, meta, openGraph } from './reading/head.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** `gitlab.com/<name>` for users and groups alike; projects and subgroups lie below. */
export const address = routed({
  name: 'gitlab', home: 'https://gitlab.com/',
  reserved: '… assets groups sign_in sign_up import invites jwt projects public snippets uploads v2',
  routes: () => [
    ['company', /^\/groups\/([\w.-]+)$/, '$1'],
    ['person', /^\/users\/(\w[\w.-]*)(?:\/[a-z]+)?$/, '$1'],
    ['either', /^\/(\w[\w.-]*)$/, '$1'],
  ],
});

export default sighted(address, (doc) => {
  // the body says which of its pages it is
  const kind = doc.body?.dataset['page'] ?? '';
  const group = kind ? kind.startsWith('groups:') : doc.querySelector('[itemtype$="schema.org/Organization"]') !== null;
  const root = doc.querySelector(group ? '[itemtype$="schema.org/Organization"], .group-home-panel, main' : '.user-profile, [itemtype$="schema.org/Person"], .cover-block');
  if (kind && !/^(users|groups):/.test(kind) || !root) return [];
  const of = region(root);
  const id = of.attr('[data-user-id]', 'data-user-id') || of.attr('[href*="user_id="]', 'href').split('user_id=')[1];
  const login = doc.body?.dataset[group ? 'group' : 'pageTypeId'] || of.text('.user-profile-header .middle-dot-divider, .gl-text-subtle').match(/@([\w.-]+)/)?.[1];
  return [
    () => ({
      source: 'microdata', sure: 0.9, who: [id && !group && /^\d+$/.test(id) && `gitlab:id/${id}`, headKey(doc, address) ?? (login && `gitlab:${login.toLowerCase()}`)], page: group ? 'company' : 'person',
      values: {
        // badges and pronouns follow the name in elements of their own
        name: [...(of.all('h1[itemprop="name"], .cover-title[itemprop="name"], [itemprop="name"], h1')[0]?.childNodes ?? [])].map((node) => node.textContent?.trim()).find(Boolean), handle: login, pronouns: of.text('[itemprop="pronouns"]').replace(/^\(|\)$/g, ''),
        title: of.text('[itemprop="jobTitle"]'), company: of.text('[itemprop="worksFor"]'), location: of.text('[itemprop="addressLocality"], [itemprop="homeLocation"], [itemprop="address"]'),
        about: of.text('.profile-user-bio, .home-panel-description, .cover-desc.cgray > p'), websites: of.attrs('a[itemprop="url"], [itemprop="url"] a', 'href'), emails: of.attrs('[itemprop="email"] a, a[itemprop="email"]', 'href'),
        avatar: of.attr('.avatar-holder img, img[itemprop="image"], .avatar-container img', 'src'), followers: of.text('a[href$="/followers"]'), following: of.text('a[href$="/following"]'),
      },
    }),
    () => meta(doc, 'og:type') !== 'article' && openGraph(doc, address, /^(.+?)(?: · GitLab)?$/, { about: '' }),
  ];
});
