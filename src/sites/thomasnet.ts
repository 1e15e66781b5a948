import { openGraph } from './reading/head.ts';
import { profilePage } from './reading/profile-page.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** `thomasnet.com/profile/<n>/…`, since 2024 `/company/<slug>-<n>/profile`: the number names the supplier. */
export const address = routed({
  name: 'thomasnet', home: 'https://www.thomasnet.com/',
  routes: () => [
    ['company', /^\/profile\/(\d+)(?:\/[\w.-]+)?$/i, 'profile/$1', '$1'],
    ['company', /^\/company\/(?:[\w-]+-)?(\d{4,})(?:\/(?:profile|products|about|contact))?$/i, 'profile/$1', '$1'],
  ],
});

export default sighted(address, (doc) => [
  () => profilePage(doc, address),
  () => openGraph(doc, address, /^(.+?)(?: [-–|:] .*)?$/),
]);
