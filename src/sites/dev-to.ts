import { headKey, openGraph } from './reading/head.ts';
import { profilePage, subject } from './reading/profile-page.ts';
import { isType } from './reading/json-ld.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** `dev.to/<name>` for people and organisations alike; articles lie below. */
export const address = routed({
  name: 'dev-to', home: 'https://dev.to/',
  reserved: '… advertise badge challenges checkin code-of-conduct contests enter guides latest listings mod onboarding p page pod podcasts readinglist report-abuse subforems t top trust',
  routes: () => [['either', /^\/(\w+)(?:\/(?:comments|followers))?$/, '$1']],
});

export default sighted(address, (doc) => {
  const node = subject(doc);
  const header = region(doc.querySelector('.profile-header, [class*="profile-header"]'));
  const page = isType(node, 'Organization') || header.all('[data-follow-type="Organization"], [data-info*="\\"className\\":\\"Organization\\""]').length ? 'company' : 'person';
  return [
    () => profilePage(doc, address, () => ({ page })),
    () => header.text('h1') !== '' && {
      source: 'structure', sure: 0.85, page, who: [headKey(doc, address)],
      values: {
        name: header.text('h1'), about: header.text('.profile-header__bio, p'), avatar: header.attr('img.crayons-avatar__image, .crayons-logo__image', 'src'),
        location: header.text('.profile-header__meta__item:first-child:not(a):not(:has(time)) > span'), emails: header.attrs('a[href^="mailto:"]', 'href'),
        websites: header.attrs('a[rel~="me"]:not(.p-1)', 'href'), profiles: header.attrs('a[rel~="me"].p-1', 'href'),
      },
    },
    () => (node || header.all('h1').length > 0) && openGraph(doc, address, /^(.+?)(?: - DEV.*| — DEV.*)?$/),
  ];
});
