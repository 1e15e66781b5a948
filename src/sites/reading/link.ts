import { webUrl } from '../../domain/identity.ts';

/** Pages that only pass on; a parameter says where to. */
const PASSING = /^(?:lm?\.(?:instagram|facebook)\.com\/|(?:www\.)?(?:youtube\.com\/redirect|tiktok\.com\/link\/))/;

/** Where a link leads in the end: without the site's redirect and without tracking parameters; '' when it leads nowhere on the web. */
export function target(href: string | null | undefined): string {
  // sites show, and sometimes store, addresses without their scheme
  const url = webUrl(href && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(href) ? `https://${href}` : href);
  if (!url) return '';
  const to = PASSING.test(url.host + url.pathname) && ['u', 'q', 'target'].map((name) => url.searchParams.get(name)).find(Boolean);
  if (to) return target(to);
  for (const name of [...url.searchParams.keys()]) if (/^(utm_\w+|fbclid|gclid|igshid?)$/.test(name)) url.searchParams.delete(name);
  return url.href;
}
