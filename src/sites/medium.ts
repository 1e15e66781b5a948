import { headKey, meta, openGraph } from './reading/head.ts';
import { string } from './reading/json-ld.ts';
import { profilePage } from './reading/profile-page.ts';
import { routed } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';
import { dig, find, state } from './reading/state.ts';
import type { SiteAddress } from '../domain/identity.ts';

const key = keyed('medium');
const paths = routed({
  name: 'medium', home: 'https://medium.com/', hosts: ['*.medium.com'],
  routes: () => [['person', /^\/(@[\w.-]+)(?:\/[a-z]+)?$/, '$1']],
});

/** `medium.com/@<name>` or `<name>.medium.com`; stories lie below. */
export const address: SiteAddress = {
  ...paths,
  parse(url) {
    const [, name] = /^([\w-]+)\.medium\.com$/.exec(url.hostname) ?? [];
    if (name && !/^(www|blog|help|policy|about|cdn-\w+|api|link)$/.test(name)) {
      return /^\/([a-z]+\/?)?$/.test(url.pathname) ? { kind: 'person', key: key(name) || 'medium:', url: `https://medium.com/@${name}` } : null;
    }
    const found = paths.parse(url);
    return found && { ...found, key: key(found.key.slice('medium:'.length)) || found.key };
  },
};

export default sighted(address, (doc, at) => [
  () => {
    const bare = at.key.slice('medium:'.length);
    const user = find(state(doc, 'window.__APOLLO_STATE__'), (node) => string(node, 'username').toLowerCase() === bare && string(node, 'name') !== '');
    const id = string(user, 'id');
    return user && {
      source: 'state', sure: 1, who: [id && `medium:id/${id}`, key(string(user, 'username'))],
      values: {
        name: string(user, 'name'), handle: string(user, 'username'), about: string(user, 'bio'), avatar: string(user, 'imageId') && `https://miro.medium.com/v2/${string(user, 'imageId')}`,
        followers: dig(user, 'socialStats.followerCount'), following: dig(user, 'socialStats.followingCount'),
      },
    };
  },
  () => profilePage(doc, address),
  () => meta(doc, 'og:type') === 'profile' && openGraph(doc, address, /^(.+?)(?: [–—|-] Medium)?$/, {
    handle: headKey(doc, address)?.slice('medium:'.length),
    // Medium's own sentences stand around the bio
    about: meta(doc, 'og:description').replace(/^Read writing from .{1,100}? on Medium\.\s*|\s*Every day, .{1,100} and thousands of .*$/gs, ''),
  }),
]);
