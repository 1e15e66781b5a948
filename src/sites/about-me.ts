import { headKey, openGraph } from './reading/head.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';
import { lines } from './reading/text.ts';

/** `about.me/<name>`. */
export const address = routed({
  name: 'about-me', home: 'https://about.me/',
  reserved: '… pro',
  routes: () => [['person', /^\/([\w.-]{2,60})$/, '$1']],
});

export default sighted(address, (doc) => {
  const main = region(doc.querySelector('main, #main, .profile-content, #profile_box') ?? doc.body);
  return [
    () => profilePage(doc, address),
    () => headKey(doc, address) && {
      source: 'structure', sure: 0.7, who: [headKey(doc, address)],
      values: { name: main.text('h1.name, [itemprop="name"], h1'), headline: main.text('h2.headline, .role, h1 ~ h2'), location: main.text('.location'), about: lines(main.all('.short-bio, .bio, .biography')[0]).join('\n'), profiles: main.attrs('.social-links a, .social-link, a.social', 'href') },
    },
    () => openGraph(doc, address, /^(.+?)(?: on about\.me| [-–|] .*)?$/),
  ];
});
