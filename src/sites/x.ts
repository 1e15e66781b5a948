import { list, own, string } from './reading/json-ld.ts';
import { canonical, meta } from './reading/head.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';

/** `x.com/<handle>` and its tabs, under the old name too; `x:id/<n>` is the number that outlives a change of handle. */
export const address = routed({
  name: 'x', home: 'https://x.com/', hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'], spelledAt: ['mobile.x.com', 'www.twitter.com'],
  query: ['screen_name', 'user_id'],
  reserved: 'account compose download explore following followers hashtag home i intent jobs login logout messages notifications oauth privacy search settings share signup tos who_to_follow',
  routes: () => [
    ['person', /^\/intent\/(?:user|follow)\?(?:screen_name=@?)(\w{1,20})(?:&|$)/i, '$1'],
    ['person', /^\/(?:i\/user\/|intent\/(?:user|follow)\?user_id=)(\d+)$/i, 'i/user/$1', 'id/$1'],
    ['person', /^\/@?(\w{1,20})(?:\/(?:with_replies|media|highlights|articles|likes|affiliates|superfollows|photo|header_photo|about))?(?:\?|$)/i, '$1'],
  ],
});

const key = keyed('x');
/** The egg and the grey silhouette stand for no picture. */
const photo = (src: string): string => (/default_profile/.test(src) ? '' : src);

export default sighted(address, (doc) => {
  // hover cards and "who to follow" use the same hooks outside the main column
  const now = region(doc.querySelector('[data-testid="primaryColumn"]'));
  const old = region(doc.querySelector('.ProfileHeaderCard, .profile-card'));
  const canopy = region(doc.querySelector('.ProfileCanopy'));
  const handle = now.all('[data-testid="UserName"] span').map((one) => one.textContent ?? '').find((shown) => /^@\w+$/.test(shown))
    ?? (now.all('[data-testid^="UserProfileHeader"]').length ? now.attr('a[href$="/following"]', 'href').split('/')[1] : '');
  const stat = (nav: string): string => canopy.attr(`[data-nav="${nav}"] [data-count]`, 'data-count') || old.text(`[data-nav="${nav}"] strong`);
  return [
    () => profilePage(doc, address, (node) => ({
      who: [`x:id/${string(node, 'identifier')}`, key(string(node, 'additionalName'))],
      values: { websites: list(own(node, 'sameAs')), avatar: photo(string(own(node, 'image'), 'contentUrl')) },
    })),
    () => handle && {
      source: 'structure', sure: 0.95, who: [key(handle)],
      values: {
        // the first text of the block; a name that is only the handle is a suspended account's
        name: (now.text('[data-testid="UserName"] [dir="ltr"]') || now.text('h2[role="heading"]')).replace(/^@\w+$/, ''),
        handle,
        about: now.text('[data-testid="UserDescription"]'),
        location: now.text('[data-testid="UserLocation"]'),
        category: now.text('[data-testid="UserProfessionalCategory"]'),
        websites: now.all('[data-testid="UserUrl"]').map((link) => shownLink(link.textContent, link.getAttribute('href'))),
        avatar: photo(now.attr(`a[href="/${handle.replace(/\W/g, '')}/photo" i] img`, 'src')),
        followers: now.text('a[href$="/verified_followers"] span, a[href$="/followers"] span'),
        following: now.text('a[href$="/following"] span'),
        posts: now.text('h2[role="heading"] ~ div'),
      },
    },
    () => {
      const shown = old.text('.ProfileHeaderCard-screenname .username, .ProfileHeaderCard-screenname, .screen-name');
      const id = canopy.attr('[data-user-id]', 'data-user-id');
      return shown && {
        source: 'structure', sure: 0.9, who: [id && `x:id/${id}`, key(shown)],
        values: {
          name: old.text('.ProfileHeaderCard-name a, .ProfileHeaderCard-name, .fullname'),
          handle: shown,
          about: old.text('.ProfileHeaderCard-bio, .bio'),
          location: old.text('.ProfileHeaderCard-locationText, .location'),
          websites: old.attrs('.ProfileHeaderCard-urlText a, .url a', 'title'),
          avatar: photo(canopy.attr('.ProfileAvatar-image', 'src') || old.attr('.profile-picture img', 'src')),
          followers: stat('followers'), following: stat('following'), posts: stat('tweets') || stat('profile'),
        },
      };
    },
    () => {
      // the body-less page that link previews get
      const [, name, named] = /^(.+) \(@(\w+)\)/.exec(meta(doc, 'og:title') || doc.title) ?? [];
      return meta(doc, 'og:type') === 'profile' && /\b(?:x|twitter)\.com\//.test(canonical(doc)) ? { source: 'open-graph', sure: 0.8, who: [key(named)], values: { name, handle: named, about: meta(doc, 'og:description'), avatar: photo(meta(doc, 'og:image')) } } : null;
    },
  ];
});

/** X shows where its shortened link leads, cut at some length. */
function shownLink(shown: string | null, href: string | null): string {
  return shown && !shown.endsWith('…') ? shown : href ?? '';
}
