import { segments, webUrl } from '../../domain/identity.ts';
import { fold } from './text.ts';

const EMAIL = /[\p{L}\d][\p{L}\d._%+'-]{0,63}@(?:[\p{L}\d-]{1,63}\.){1,6}\p{L}{2,24}/gu;
const AT = /\s?[[({<]\s?[^\])}>@]{0,20}\b(?:at|ät|arroba|@)(?!\w)[^\])}>@]{0,20}[\])}>]\s?|\s?[[({<]\s?@\s?[\])}>]\s?/gi;
const DOT = /\s?[[({<]\s?(?:dot|punkt|point|punto|\.)\s?[\])}>]\s?/gi;
const SPELT = /([\w.+-]{1,64}) at ((?:[\w-]{1,63} dot ){1,5}[\w-]{2,24})(?!\w)/gi;

/** The mail addresses in a text, also those written `ada [at] example [dot] org`; a plain " at " alone is too common a word. */
export function emailsIn(text: string): string[] {
  if (!/@|\bat\b|ät|arroba/i.test(text)) return [];
  const plain = fold(text).slice(0, 5_000).replace(AT, '@').replace(DOT, '.').replace(SPELT, (_, local: string, host: string) => `${local}@${host.replace(/ dot /gi, '.')}`).replace(/(\w) (?:AT|@) (?=[\w-]+\.\w)/g, '$1@');
  return [...new Set(plain.match(EMAIL))].filter((email) => !/\.(png|jpe?g|gif|svg|webp)$/i.test(email));
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

const PROFILES = /(^|\.)(linkedin|twitter|x|github|gitlab|facebook|instagram|youtube|orcid|researchgate|medium|xing|bsky|tiktok|dribbble|behance|stackoverflow|crunchbase|about|linktr|threads|vk|dev|flickr|vimeo|soundcloud|pinterest|kaggle|dblp|imdb|wellfound|t|mastodon)\.(com|org|net|io|app|to|ee|me|co|social)$/;

/** The address when it is one at a site of profiles, rather than a button that shares the page, a post or a project. */
export function profileUrl(href: unknown, base: string): URL | null {
  const url = typeof href === 'string' ? webUrl(href, base) : null;
  if (!url) return null;
  const host = url.hostname.replace(/^www\./, ''), path = segments(url);
  if (/^scholar\.google\./.test(host)) return url.searchParams.has('user') ? url : null;
  return PROFILES.test(host) && path.length > 0 && !(host === 'github.com' && path.length > 1)
    && !/^(share|sharer|sharing|intent|home|login|search|hashtag|watch|embed|plugins|dialog|policies|legal|help|explore|p|status|groups|i)(\.php)?$/i.test(path[0]!) && !/\/(status|posts?|questions|article)\//.test(url.pathname) ? url : null;
}
