import { headKey, openGraph } from './reading/head.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** `gravatar.com/<name>`. */
export const address = routed({
  name: 'gravatar', home: 'https://gravatar.com/', hosts: ['*.gravatar.com'],
  reserved: '… avatar services',
  routes: () => [['person', /^\/([a-z\d]{3,64})$/i, '$1']],
});

export default sighted(address, (doc) => {
  const card = region(doc.querySelector('.g-profile, .profile, #profile, .hcard, .vcard, main'));
  return [
    () => profilePage(doc, address),
    () => headKey(doc, address) && {
      source: 'structure', sure: 0.7, who: [headKey(doc, address)],
      values: {
        name: card.text('.g-profile__display-name, .fn, h1'), about: card.text('.g-profile__description, .note'), location: card.text('.g-profile__location, .adr'),
        title: card.text('.g-profile__job-title, .title'), company: card.text('.g-profile__company, .org'), pronouns: card.text('.g-profile__pronouns'), avatar: card.attr('img[src*="gravatar.com/avatar"]', 'src'), profiles: card.attrs('a[rel~="me"]', 'href'),
      },
    },
    () => openGraph(doc, address, /^(.+?)(?: [-–|] Gravatar.*)?$/),
  ];
});
