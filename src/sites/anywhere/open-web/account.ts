import { isType } from '../../reading/json-ld.ts';
import { bare, type Context } from './context.ts';
import { compact, isReserved, personName } from './words.ts';

/** Somebody's account at a site of many: what the page calls them, and the name they sign in with when it says so. */
export interface Account {
  name: string;
  handle: string;
  /** What link previews are told of them; '' where that is the site speaking. */
  about: string;
  avatar: string;
}

const STATED = /^profile$|[.:](user|author|musician|profile)$/;
const MARKED = /^(u|users?|profiles?|members?|authors?|creators?|accounts?)$/i;
const AVATAR = /(?<![a-z])(avatars?|userpic|buddyicons?|headshot|portraits?|profile[-_ ]?(pic|image|photo|img))/i;
const PAIRS = [/^(.{1,80}?) ?[(（]@?([\w.-]{2,40})(?:@[\w.-]+)?[)）]/, /^()@([\w.-]{2,40})(?![\w.@-])/];

/**
 * Whose account a page shows, told by the ways such sites have in common: `og:type`, "Ada (@ada)" in the title, or an address made
 * of the name. Unlike elsewhere the name may be of any shape. Null when these do not go together.
 */
export function accountOf(context: Context): Account | null {
  const { meta } = context;
  const found = named(context);
  if (!found) return null;
  const about = meta('og:description') || meta('description'), said = compact(about), picture = meta('og:image');
  const others = [meta('og:site_name'), bare(context.url).split('.').at(-2) ?? '', found.name, found.handle].map(compact).filter((one) => one.length > 2);
  return {
    ...found,
    about: others.some((one) => said.includes(one)) || /^[\d.,]+\S{0,3} \p{L}|[|•]/u.test(about) ? '' : about,
    avatar: STATED.test(meta('og:type')) || AVATAR.test(picture) ? picture : '',
  };
}

function named({ meta, path, titles, lines, nodes, doc, home, entry }: Context): Pick<Account, 'name' | 'handle'> | null {
  // "/users/ada", "/users/77/ada", and one of its tabs
  const sign = path.findIndex((one) => MARKED.test(one)), [first = '', second = ''] = path.slice(sign + 1);
  const last = sign < 0 ? path.at(-1) ?? '' : /^\d+$/.test(first) && second ? second : first, slug = last.replace(/^[@~]/, '');
  if (home && !last.startsWith('~') || path.length > 3 + Math.max(0, sign) || !slug || isReserved(slug) || nodes.some((node) => isType(node, 'MusicGroup', 'MusicAlbum', 'MusicRecording'))) return null;
  const same = (one: string): boolean => compact(one) !== '' && compact(one) === compact(slug);
  const heads = lines.filter((line) => line.level > 0 && line.level < 3).map((line) => line.text);
  const shown = [meta('og:title'), doc.title.trim(), meta('twitter:title')].filter(Boolean);
  const stated = STATED.test(meta('og:type')), user = meta('profile:username');
  const headed = (name: string): string => heads.find((one) => compact(one) === compact(name)) ?? '';

  for (const text of shown) {
    for (const pair of PAIRS) {
      const [, name = '', handle = ''] = pair.exec(text) ?? [];
      // "Ada Example (ada)" or "ada (Ada Example)": the one that is the address is the handle
      if (handle && (same(handle) || user === handle)) return { name: name || headed(handle) || handle, handle };
    }
    const [, handle = '', name = ''] = /^([\w.-]{2,40}) [(（](.{2,80}?)[)）]/.exec(text) ?? [];
    if (name && same(handle)) return { name, handle };
  }
  const marked = sign >= 0 || last !== slug;
  const site = compact(meta('og:site_name'));
  const parts = [...(shown[0] ?? '').split(/\s+[|–—•·-]+\s+|\s*[|•]\s*|, | on (?=\S+$)/), ...(stated ? [] : titles)].filter((part) => compact(part) !== site);
  const name = heads.find((head) => parts.some((part) => compact(part) === compact(head))) ?? heads.find((head) => same(head) && (marked || !slug.includes('-')) || user && compact(head) === compact(user)) ?? (parts.find(same) || (stated ? parts[0] : ''));
  if (name && compact(name) !== site) {
    const own = !!headed(name) || same(name) || same(user);
    if (stated && own || marked && same(name)) return { name, handle: user || (marked && !/^\d+$/.test(slug) ? slug : '') };
    const portrait = lines.some((line) => line.images.some((image) => AVATAR.test(`${image.getAttribute('src')} ${image.className} ${image.id}`) && compact(image.alt).includes(compact(name)))) || AVATAR.test(meta('og:image'));
    // words with dashes between them are what articles and products have for an address
    if (path.length === 1 && !slug.includes('-') && same(name) && portrait && site && !entry()) return { name, handle: slug };
  }
  // "Profile of ada", with the name in the heading
  const called = heads.find((head) => personName(head) || same(head));
  if (called && (same(user) || marked && shown.some((text) => compact(text).includes(compact(slug))) && slug.length > 3 && !/^\d+$/.test(slug))) return { name: called, handle: user || slug };
  return null;
}
