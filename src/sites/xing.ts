import { headKey, meta, openGraph } from './reading/head.ts';
import { profilePage } from './reading/profile-page.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** `xing.com/profile/<First_Last>` for people, `/pages/<x>` (once `/companies/<x>`) for companies. */
export const address = routed({
  name: 'xing', home: 'https://www.xing.com/', hosts: ['*.xing.com'],
  routes: () => [
    ['person', /^\/profile\/([^/?]+)(?:\/[a-z_]+)?$/i, 'profile/$1'],
    ['company', /^\/(?:pages|companies|company)\/([^/?]+)(?:\/[a-z_]+)?$/i, 'pages/$1'],
  ],
});

export default sighted(address, (doc, at) => {
  const card = region(doc.querySelector('[itemtype$="schema.org/Person"], #vcard, .profile-vcard, [data-qa="profile-header"], [data-testid="profile-header"]'));
  const [, titled] = /^(.+?)(?:,| -| –| \|)/.exec(meta(doc, 'og:title') || doc.title) ?? [];
  const name = card.text('.user-name') || card.text('[itemprop="name"], h1, h2');
  return [
    () => ({
      source: 'structure', sure: 0.85, who: [headKey(doc, address)],
      values: {
        // flags follow the name in the same element
        name: titled && name.startsWith(titled) ? titled : name, title: card.text('.job-title') || card.text('[itemprop="jobTitle"]'), company: card.text('.company-name') || card.text('[itemprop="worksFor"]'),
        location: card.text('[itemprop="workLocation"], [data-qa="xing-id-location"]'), headline: card.text('[data-qa="xing-id-occupations"]'), avatar: card.attr('img[src*="/image"], img[itemprop="image"]', 'src'),
      },
    }),
    () => profilePage(doc, address),
    () => openGraph(doc, address, at.kind === 'company' ? /^(.+?)(?: (?:-|–|\|) .*)?$/ : /^(.+?)(?:,| -| –| \|)/, at.kind === 'company' ? {} : { about: '' }),
  ];
});
