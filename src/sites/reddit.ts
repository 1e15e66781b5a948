import { headKey, meta } from './reading/head.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';

/** `reddit.com/user/<name>`; what they wrote lies below. */
export const address = routed({
  name: 'reddit', home: 'https://www.reddit.com/', hosts: ['*.reddit.com'],
  reserved: 'me',
  routes: () => [['person', /^\/(?:user|u)\/([\w-]{3,20})(?:\/(?:overview|submitted|comments|posts|gilded|about|trophies))?$/i, 'user/$1/', '$1']],
});

export default sighted(address, (doc) => {
  const title = meta(doc, 'og:title') || doc.title;
  const named = /\bu\/([\w-]{3,20})\b/.exec(title)?.[1] ?? /^overview for ([\w-]{3,20})$/.exec(doc.title)?.[1];
  const side = region(doc.querySelector('aside, .side .titlebox, [data-testid="profile-sidebar"]'));
  const main = region(doc.querySelector('main, shreddit-app'));
  const who = [headKey(doc, address) ?? keyed('reddit')(named)];
  return [
    // a suspended or missing account has neither karma nor a name
    () => named && (side.all('.karma, [data-testid*="karma" i]').length > 0) && {
      source: 'structure', sure: 0.8, who,
      values: { name: main.text('[data-testid="profile-main"] h1, main h1').replace(/^u\//, '') || named, handle: named, about: side.text('[data-testid="profile-description"]'), avatar: main.attr('[data-testid="profile-icon"], img[src*="profileIcon"], img[src*="snoovatar"]', 'src') },
    },
    () => named && meta(doc, 'og:title') !== '' && { source: 'open-graph', sure: 0.7, who, values: { name: /^(.+?) \(u\//.exec(title)?.[1]?.replace(/^u\//, '') ?? named, handle: named } },
  ];
});
