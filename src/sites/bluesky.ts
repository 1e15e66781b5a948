import { headKey, meta } from './reading/head.ts';
import { string } from './reading/json-ld.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';

/** `bsky.app/profile/<handle or DID>`; the DID outlives a change of handle. */
export const address = routed({
  name: 'bluesky', home: 'https://bsky.app/', spelledAt: ['staging.bsky.app', 'main.bsky.dev'],
  routes: () => [
    ['person', /^\/profile\/(did:(?:plc|web):[\w.:%-]+)$/i, 'profile/$1', '$1'],
    ['person', /^\/profile\/@?([\w-]+(?:\.[\w-]+)+)$/i, 'profile/$1', '$1'],
  ],
});

const key = keyed('bluesky');
const did = (text: string): ReturnType<typeof key> => key(/did:(?:plc:[a-z2-7]{24}|web:[\w.-]+)/.exec(text)?.[0] ?? '');

export default sighted(address, (doc) => {
  // screens stay mounted behind each other: the one on top is the last that is shown
  const name = [...doc.querySelectorAll('[data-testid="profileHeaderDisplayName"]')].findLast((one) => !one.closest('[aria-hidden="true"],[style*="display: none"],[style*="display:none"]'));
  const screen = region(name?.closest('[data-testid="profileView"], [data-testid="profileScreen"], main, body'));
  const links = (to: string): string => screen.attr(`a[href^="/profile/"][href$="/${to}"]`, 'href');
  const handle = decodeURIComponent((links('followers') || links('follows')).split('/')[2] ?? '') || screen.all('div[dir], span').map((one) => one.childElementCount ? '' : one.textContent?.replace(/[\u200e-\u202f\u2066-\u2069]/g, '') ?? '').find((shown) => /^@[\w-]+(\.[\w-]+)+$/.test(shown)) || '';
  const avatar = screen.attr('[data-testid="userAvatarImage"] img, img[src*="/img/avatar"]', 'src');
  return [
    () => name && {
      source: 'structure', sure: 0.95, who: [did(avatar), key(handle)],
      values: {
        name: name.textContent?.replace(/^[\u200e-\u202f\s]*$/, ''), handle: handle.startsWith('did:') ? '' : handle,
        about: screen.text('[data-testid="profileHeaderDescription"]'), avatar,
        followers: screen.text('[data-testid="profileHeaderFollowersButton"]'), following: screen.text('[data-testid="profileHeaderFollowsButton"]'),
      },
    },
    () => profilePage(doc, address, (node) => ({ who: [did(string(node, 'identifier')), key(string(node, 'alternateName'))] })),
    () => meta(doc, 'og:type') === 'profile' && {
      source: 'open-graph', sure: 0.8, who: [did(doc.querySelector('link[rel="alternate"][href^="at://"]')?.getAttribute('href') ?? ''), key(meta(doc, 'profile:username')), headKey(doc, address)],
      values: { name: /^(.*?)\s*\(@/.exec(meta(doc, 'og:title'))?.[1], handle: meta(doc, 'profile:username'), about: meta(doc, 'og:description'), avatar: meta(doc, 'og:image').includes('/avatar/') && meta(doc, 'og:image') },
    },
  ];
});
