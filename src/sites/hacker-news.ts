import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';
import { lines } from './reading/text.ts';

/** `news.ycombinator.com/user?id=<name>`; names that differ by case are different people. */
export const address = routed({
  name: 'hacker-news', home: 'https://news.ycombinator.com/',
  query: ['id'],
  routes: () => [['person', /^\/user\?id=([\w-]{2,15})$/, 'user?id=$!1', '$!1']],
});

export default sighted(address, (doc) => {
  // the viewer's own name is such a link too, in the bar on top
  const link = [...doc.querySelectorAll('tr.athing a.hnuser, tr a.hnuser')].find((one) => !one.closest('.pagetop'));
  const name = link?.textContent?.trim();
  const about = [...(link?.closest('table')?.rows ?? [])].find((row) => row.cells[0]?.textContent?.trim() === 'about:')?.cells[1];
  const told = lines(about).join('\n');
  return [() => name && {
    source: 'structure', sure: 0.9, who: [`hacker-news:${name}`],
    values: { name, handle: name, about: told, websites: [...(about?.querySelectorAll('a[href^="http"]') ?? [])].map((one) => one.getAttribute('href')), emails: told.match(/[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g) },
  }];
});
