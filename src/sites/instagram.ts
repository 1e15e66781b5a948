import { headKey, meta } from './reading/head.ts';
import { own, string } from './reading/json-ld.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { keyed, sighted } from './reading/sight.ts';
import { dig, find, state } from './reading/state.ts';
import { count, lines, text } from './reading/text.ts';

/** `instagram.com/<user>` and its tabs; `instagram:id/<n>` outlives a change of name. */
export const address = routed({
  name: 'instagram', home: 'https://www.instagram.com/', spelledAt: ['m.instagram.com'],
  reserved: 'about accounts api archive challenge developer direct directory emails explore graphql legal lite oauth p press privacy qr reel reels session stories terms topics tv web your_activity',
  routes: () => [['person', /^\/(?:_u\/)?@?([\w.]{1,30})(?:\/(?!live$|p$)[a-z_]+)?$/i, '$1/', '$1']],
});

const key = keyed('instagram');
const GHOST = /44884218_345707102882519|favicon|rsrc\.php/;
const photo = (src: string): string => (GHOST.test(src) ? '' : src);

export default sighted(address, (doc, at) => {
  const bare = at.key.slice('instagram:'.length);
  const header = doc.querySelector('main header');
  const top = region(header);
  // the first heading of the header is the user name, in all layouts
  const shown = top.text('h2, h1').replace(/^.*\s/, '');
  const title = /^(?:(.+?)\s*)?[(（]@([\w.]+)[)）]|^@([\w.]+)/.exec(meta(doc, 'og:title') || doc.title) ?? [];
  // "<n> followers, <n> following, <n> posts - …": the order is the same in every language
  const described = meta(doc, 'og:description') || meta(doc, 'description');
  const counts = described.split(/ [-–—] /)[0]!.split(/[,،、，](?!\d)/).map((part) => count(part));
  return [
    () => {
      // both the old shared data and today's payloads hold the viewer as well: only the user of this name counts
      const user = find(dig(state(doc, 'window._sharedData'), 'entry_data.ProfilePage'), (node) => string(node, 'username').toLowerCase() === bare && own(node, 'biography') !== undefined);
      return user && {
        source: 'state', sure: 1, who: [`instagram:id/${string(user, 'id')}`, key(string(user, 'username'))],
        values: {
          name: string(user, 'full_name'), handle: string(user, 'username'), about: string(user, 'biography'), websites: string(user, 'external_url'), avatar: photo(string(user, 'profile_pic_url_hd') || string(user, 'profile_pic_url')),
          followers: dig(user, 'edge_followed_by.count'), following: dig(user, 'edge_follow.count'), posts: dig(user, 'edge_owner_to_timeline_media.count'),
          emails: string(user, 'business_email'), phones: string(user, 'business_phone_number'), category: string(user, 'business_category_name') || string(user, 'category_name'),
        },
      };
    },
    () => header && /^[\w.]{1,30}$/.test(shown) && {
      source: 'structure', sure: 0.9, who: [key(shown)],
      values: { handle: shown, ...structure(header, (title[2] ?? title[3])?.toLowerCase() === shown.toLowerCase() ? title[1] ?? '' : undefined) },
    },
    () => profilePage(doc, address, (node) => ({ sure: 0.9, who: [key(string(node, 'alternateName'))], values: { avatar: photo(string(node, 'image')) } })),
    () => meta(doc, 'og:type') === 'profile' && {
      source: 'open-graph', sure: 0.8, who: [key(title[2] ?? title[3] ?? ''), headKey(doc, address)],
      values: {
        name: title[1], handle: title[2] ?? title[3], avatar: photo(meta(doc, 'og:image')), followers: counts[0], following: counts[1], posts: counts[2],
        about: /: ["'“”«»「]([^]*)["'“”«»」]$/.exec(meta(doc, 'description'))?.[1],
      },
    },
    () => (header || meta(doc, 'og:type') === 'profile') && { source: 'address', sure: 0.5, values: { name: title[1] ? '' : bare } },
  ];
});

/**
 * Today's header has neither hooks nor links a visitor could name: what is where tells what it is.
 * `known` is the full name if the head tells it: '' = the account has none, undefined = not told.
 */
function structure(header: Element, known: string | undefined): Record<string, unknown> {
  const top = region(header);
  const title = top.all('h2, h1')[0]!;
  const numbered = top.all('li, a, span[dir="auto"]').filter((one) => !one.contains(title) && !one.querySelector('li, a, span[dir="auto"]') && /^\D{0,30}\d[\d.,\s]*\S{0,6}\D{0,30}$/.test(text(one)));
  // posts, followers and following stand in a box of their own; names and bios with a number do not
  const first = numbered.findIndex((one, i) => {
    const box = numbered[i + 2] && ancestors(one).find((outer) => outer.contains(numbered[i + 2]!));
    return box && numbered.filter((other) => box.contains(other)).length === 3;
  });
  const counters = first < 0 ? [] : numbered.slice(first, first + 3);
  const value = (at: number): string => (counters[at] && region(counters[at]).attr('[title]', 'title')) || text(counters[at]);
  const rest = top.all('section h1, section span[dir="auto"], section div > span:only-of-type:not([title])')
    .filter((one) => !one.closest('a, button, li') && !one.contains(title) && !title.contains(one) && !counters.some((counter) => one.contains(counter) || counter.contains(one)) && text(one) !== '');
  const name = known === '' ? undefined : rest.find((one) => text(one) === known) ?? rest[0];
  const bio = rest.slice(name ? rest.indexOf(name) + 1 : 0).find((one) => !name?.contains(one));
  return {
    name: text(name), about: lines(bio).join('\n'), websites: top.attrs('a[rel~="me"]', 'href'), avatar: photo(top.attr('img[src]', 'src')),
    ...(counters.length ? { posts: value(0), followers: value(1), following: value(2) } : {}),
  };
}

function ancestors(element: Element): Element[] {
  const outer = element.parentElement;
  return outer ? [outer, ...ancestors(outer)] : [];
}
