import { own, string } from './reading/json-ld.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';
import { dig, find, state } from './reading/state.ts';

/** `tiktok.com/@<user>`; `tiktok:id/<n>` outlives a change of name. */
export const address = routed({
  name: 'tiktok', home: 'https://www.tiktok.com/', spelledAt: ['m.tiktok.com'],
  routes: () => [['person', /^\/@([\w.]{1,30})$/, '@$1', '$1']],
});

const key = keyed('tiktok');

export default sighted(address, (doc, at) => {
  const bare = at.key.slice('tiktok:'.length);
  const page = region(doc.querySelector('[data-e2e="user-page"]') ?? doc.querySelector('[data-e2e="user-title"]')?.closest('main, body'));
  const shown = page.text('[data-e2e="user-title"]');
  return [
    () => profilePage(doc, address, (node) => ({ who: [key(string(node, 'alternateName') || string(node, 'identifier'))], values: { avatar: '' } })),
    () => {
      const app = state(doc, '#__UNIVERSAL_DATA_FOR_REHYDRATION__') ?? state(doc, '#SIGI_STATE') ?? state(doc, '#__NEXT_DATA__');
      const is = (node: unknown): boolean => string(node, 'uniqueId').toLowerCase() === bare && string(node, 'nickname') !== '';
      const both = find(app, (node) => is(own(node, 'user')) && own(node, 'stats') !== undefined);
      const user = own(both, 'user') ?? find(app, is);
      const stats = own(both, 'stats') ?? own(dig(app, 'UserModule.stats'), string(user, 'uniqueId'));
      return !!user && {
        source: 'state', sure: 1, who: [`tiktok:id/${string(user, 'id')}`, key(string(user, 'uniqueId'))],
        values: {
          name: string(user, 'nickname'), handle: string(user, 'uniqueId'), about: string(user, 'signature'), websites: dig(user, 'bioLink.link'), avatar: string(user, 'avatarLarger'),
          followers: own(stats, 'followerCount'), following: own(stats, 'followingCount'), posts: own(stats, 'videoCount'),
        },
      };
    },
    () => shown && {
      source: 'structure', sure: 0.9, who: [key(shown)],
      values: {
        name: page.text('[data-e2e="user-subtitle"]'), handle: shown, about: page.text('[data-e2e="user-bio"]'), websites: page.text('[data-e2e="user-link"]'), avatar: page.attr('[data-e2e="user-avatar"] img', 'src'),
        followers: page.text('[data-e2e="followers-count"]'), following: page.text('[data-e2e="following-count"]'),
      },
    },
  ];
});
