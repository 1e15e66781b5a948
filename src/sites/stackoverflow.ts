import type { SiteAddress } from '../domain/identity.ts';
import { headKey, meta } from './reading/head.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';
import { lines, text } from './reading/text.ts';

const users = routed({
  name: 'stackoverflow', home: 'https://stackoverflow.com/', hosts: ['*.stackoverflow.com', '*.stackexchange.com', '*.serverfault.com', '*.superuser.com', '*.askubuntu.com', '*.mathoverflow.net', 'stackapps.com'],
  routes: () => [
    ['person', /^\/(?:users|u)\/(\d+)(?:\/[^/?]*)?$/, 'users/$1', '$1'],
    ['person', /^\/(cv|story)\/([^/?]+)$/, '$1/$2'],
  ],
});

/** `/users/<n>` of any site of the network; but for Stack Overflow itself the host is part of the key: each site counts its own users. */
export const address: SiteAddress = {
  ...users,
  parse(url) {
    const found = users.parse(url);
    const host = url.hostname.replace(/^(www|meta)\.(?=\w+\.\w+$)/, '');
    return found && host !== 'stackoverflow.com' ? { ...found, key: `stackoverflow:${host}/${found.key.slice('stackoverflow:'.length)}`, url: found.url.replace('stackoverflow.com', host) } : found;
  },
};

export default sighted(address, (doc, at) => {
  const main = doc.querySelector('#mainbar-full, #content, #user-card');
  const page = region(main);
  const id = headKey(doc, address);
  // a story's head gives the number of the same user
  const who = /:(cv|story)\//.test(at.key) ? [id, id && at.key] : [id];
  // "User Ada - Stack Overflow", the first word in the language of the site
  const [, titled] = (/:(cv|story)\//.test(at.key) ? /^(.+?) - / : /^\S+ (.+?)(?: - [^-]+)?$/).exec(meta(doc, 'og:title') || doc.title) ?? [];
  const name = page.text('#user-displayname, .user-card-name, .fs-headline2, .profile-user--name h2, #name');
  return [
    () => name && {
      source: 'structure', sure: 0.9, who,
      values: {
        // reputation and badges stood in the same element once
        name: titled && name.startsWith(titled) ? titled : name,
        about: lines(page.all('.js-about-me-content, .user-about-me, .profile-user--about .bio, #user-about-me')[0]).join('\n'),
        headline: page.text('.fs-title.fc-black-400, .fs-title.fc-light, .fs-title:not(h2), .profile-user--role, .current-position'),
        location: text(page.all('.iconLocation, .icon-location')[0]?.closest('li')) || page.text('.adr, [itemprop="address"]'),
        avatar: page.attr('.js-usermini-avatar-container img, img.s-avatar--image, .gravatar img, .avatar img, .gravatar-wrapper-164 img, .gravatar-wrapper-128 img, #user-avatar img', 'src'),
        websites: page.attrs('a[rel~="me"]', 'href'),
      },
    },
    () => id && titled && { source: 'title', sure: 0.6, who, values: { name: titled } },
  ];
});
