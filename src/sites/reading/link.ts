import { webUrl } from '../../domain/identity.ts';

/** Pages that only pass on, and the parameter that says where to. */
const PASSING: [RegExp, string][] = [[/^lm?\.(instagram|facebook)\.com\//, 'u'], [/^(www\.)?youtube\.com\/redirect/, 'q'], [/^(www\.)?tiktok\.com\/link\//, 'target']];

/** Where a link leads in the end: without the site's redirect and without tracking parameters; '' when it leads nowhere on the web. */
export function target(href: string | null | undefined): string {
  // sites show, and sometimes store, addresses without their scheme
  let url = webUrl(href && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(href) ? `https://${href}` : href);
  for (const [page, name] of PASSING) {
    const to = url && page.test(url.host + url.pathname) ? url.searchParams.get(name) : null;
    if (to) return target(to);
  }
  if (!url) return '';
  url = new URL(url);
  const tracking = [...url.searchParams.keys()].filter((name) => /^(utm_\w+|fbclid|gclid|igshid?)$/.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}
