import { openGraph } from './reading/head.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** `producthunt.com/@<name>`. */
export const address = routed({
  name: 'product-hunt', home: 'https://www.producthunt.com/',
  routes: () => [['person', /^\/@([\w-]+)(?:\/[a-z]+)?$/, '@$1', '$1']],
});

export default sighted(address, (doc, at) => {
  const main = region(doc.querySelector('main'));
  const head = openGraph(doc, address, /^(.+?)(?:'s profile on Product Hunt| [|-] Product Hunt.*)/, { about: '', handle: at.key.slice('product-hunt:'.length) });
  return [
    () => profilePage(doc, address),
    // the tagline is the line under the name
    () => head && { ...head, source: 'structure', values: { name: main.text('h1'), headline: main.text('h1 + :not(:has(a, button))'), followers: main.text('a[href$="/followers"]'), following: main.text('a[href$="/following"]') } },
    () => head,
  ];
});
