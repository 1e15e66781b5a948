import { segments, webUrl } from '../../domain/identity.ts';
import { fold } from './text.ts';

const EMAIL = /[\p{L}\d][\p{L}\d._%+'-]{0,63}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,6}\p{L}{2,24}/gu;
const AT = /\s{0,3}[[({<]\s{0,3}(?:[^\])}>@]{0,20}\b)?(?:at|ät|arroba|chez|@)(?:\b[^\])}>@]{0,20})?[\])}>]\s{0,3}/gi;
const DOT = /\s{0,3}[[({<]\s{0,3}(?:dot|punkt|point|punto|\.)\s{0,3}[\])}>]\s{0,3}/gi;
const SPELT = /([\w.+-]{1,64}) (?:at|AT) ((?:[\w-]{1,63} (?:dot|DOT) ){1,5}[\w-]{2,24})(?!\w)/g;

/** The mail addresses in a text, also those written `ada [at] example [dot] org`; a plain " at " alone is too common a word. */
export function emailsIn(text: string): string[] {
  if (!/@|\bat\b|ät|arroba|chez/i.test(text)) return [];
  const plain = text.slice(0, 5_000).replace(AT, '@').replace(DOT, '.').replace(SPELT, (_, local: string, host: string) => `${local}@${host.replace(/ dot /gi, '.')}`)
    .replace(/(\w) (?:AT|@) (?=[\w-]+\.\w)/g, '$1@');
  return [...new Set([...plain.matchAll(EMAIL)].map(([email]) => email))].filter((email) => !/\.(png|jpe?g|gif|svg|webp)$/i.test(email));
}

/** The address behind a `mailto:` link; '' when there is none, as in "mail this page to a friend". */
export function mailto(href: string): string {
  if (!/^mailto:/i.test(href)) return '';
  let address = href.slice(7).split('?')[0]!;
  try {
    address = decodeURIComponent(address);
  } catch {
    // shown as written
  }
  return emailsIn(address)[0] ?? '';
}

/** A phone number as shown, without what labels it; '' when it is none (too short or long, a date, a fax). */
export function phone(text: string): string {
  const shown = fold(text).match(/(?:\+|\(|\b0|\b\d)[\d\s().\u00a0/‑–-]{5,24}\d/)?.[0] ?? '';
  const digits = shown.replace(/\D/g, '').length;
  return digits < 6 || digits > 15 || /^(19|20)\d\d\s?[–-]\s?(19|20)\d\d$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(shown) ? '' : shown;
}

const PROFILE_HOSTS = /(^|\.)(linkedin|twitter|x|github|gitlab|facebook|instagram|youtube|orcid|researchgate|medium|xing|bsky|tiktok|dribbble|behance|stackoverflow|crunchbase|about|linktr|threads|vk|academia|keybase|dev|codepen|flickr|vimeo|soundcloud|pinterest|kaggle|huggingface|dblp|goodreads|imdb|angel|wellfound|producthunt|bitbucket|t|telegram|mastodon|speakerdeck|slideshare)\.(com|org|net|io|app|to|ee|me|co|social|uni-trier\.de)$/;

/** Is this a profile at a site of profiles, rather than a button that shares the page or a link to a post? */
export function profileUrl(href: string | null | undefined, base?: string): URL | null {
  const url = webUrl(href, base);
  if (!url) return null;
  const host = url.hostname.replace(/^www\./, '');
  if (/^scholar\.google\./.test(host)) return url.searchParams.has('user') ? url : null;
  if (!PROFILE_HOSTS.test(host)) return null;
  if (/^\/?$/.test(url.pathname) || /^\/(share|sharer|sharer\.php|sharing|intent|home|login|search|hashtag|watch|embed|plugins|dialog|privacy|policies|legal|help|explore|sharearticle|cws|p|status|groups)(\/|$|\?)/i.test(url.pathname)) return null;
  if (/^(github|gitlab|bitbucket)\./.test(host) && segments(url).length > 1) return null;
  return /\/(status|posts?|questions)\//.test(url.pathname) ? null : url;
}
