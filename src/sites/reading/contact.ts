import { webUrl } from '../../domain/identity.ts';
import { fold } from './text.ts';

const emails = (text: string): string[] | null => text.match(/[\p{L}\d][\p{L}\d._%+'-]{0,63}@(?:[\p{L}\d-]{1,63}\.){1,6}\p{L}{2,24}/gu);
const AT = /\s?[[({<]\s?[^\])}>@]{0,20}\b(?:at|ät|arroba|@)(?!\w)[^\])}>@]{0,20}[\])}>]\s?|\s?[[({<]\s?@\s?[\])}>]\s?/gi;
const DOT = /\s?[[({<]\s?(?:dot|punkt|point|punto|\.)\s?[\])}>]\s?/gi;
const SPELT = /([\w.+-]{1,64}) at ((?:[\w-]{1,63} dot ){1,5}[\w-]{2,24})(?!\w)/gi;

/** The mail addresses in a text, also those written `ada [at] example [dot] org`; a plain " at " alone is too common a word. */
export function emailsIn(text: string): string[] {
  if (!/[@[({<]| at /i.test(text) || !/@|[[({<][^\])}>]{0,20}(?:at|ät|arroba)\b| at \S+ dot | AT /i.test(text)) return [];
  const plain = fold(text).slice(0, 5_000).replace(AT, '@').replace(DOT, '.').replace(SPELT, (_, local: string, host: string) => `${local}@${host.replace(/ dot /gi, '.')}`).replace(/(\w) (?:AT|@) (?=[\w-]+\.\w)/g, '$1@');
  return [...new Set(emails(plain))].filter((email) => !/\.(png|jpe?g|gif|svg|webp)$/i.test(email));
}

/** The value of a `mailto:` or `tel:` link, decoded; '' for any other. */
export function reach(link: Element, scheme: 'mailto' | 'tel'): string {
  const href = link.getAttribute('href') ?? '';
  if (!href.toLowerCase().startsWith(`${scheme}:`)) return '';
  const value = href.slice(scheme.length + 1).split('?')[0]!;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The first phone number in a text, as shown; '' when there is none (too short or long, a date). */
export function phoneIn(text: string): string {
  const shown = /[+(]?\d[\d\s().\u00a0/‑–-]{5,24}\d/.exec(fold(text))?.[0] ?? '';
  const digits = shown.replace(/\D/g, '').length;
  return digits < 7 || digits > 15 || /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^\d{4}\s?[–-]\s?\d{4}$/.test(shown) ? '' : shown;
}

const PROFILE = new RegExp('^(?:https?:)?//(?:(?:www|m|mobile|[a-z]{2})\\.)?(?:'
  + 'linkedin\\.com/(?:in|pub|company|school)/[^/]|scholar\\.google\\.[a-z.]+/citations\\?(?:.*&)?user=|github\\.com/[^/?#]+/?(?:[?#]|$)|(?:youtube|facebook)\\.com/[^/]|t\\.me/'
  + '|(?:twitter|x|instagram|tiktok|threads|medium|dribbble|behance|crunchbase|xing|flickr|vimeo|soundcloud|pinterest|kaggle|gitlab|stackoverflow|vk)\\.(?:com|net)/'
  + '|(?:orcid|researchgate|bsky|about|linktr|dblp|wellfound|mastodon)\\.(?:org|net|app|me|ee|com|social)/)', 'i');
const NO_PROFILE = /^[^/]*\/\/[^/]+\/($|[?#]|(share|sharer|sharing|intent|home|login|search|hashtag|watch|embed|plugins|dialog|policies|legal|help|explore|p|groups|i|questions)(\.php)?([/?#]|$))|\/(status|posts?|article|shareArticle)\//i;

/** The address when it is one at a site of profiles, rather than a button that shares the page, a post or a project. */
export function profileUrl(href: unknown, base: string): URL | null {
  return typeof href === 'string' && PROFILE.test(href) && !NO_PROFILE.test(href) ? webUrl(href, base) : null;
}
