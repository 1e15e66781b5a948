import { openGraph } from './reading/head.ts';
import { string } from './reading/json-ld.ts';
import { profilePage } from './reading/profile-page.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';
import { dig, find, state } from './reading/state.ts';

/** `wellfound.com/u/<slug>` and `/company/<slug>`; AngelList until 2022. */
export const address = routed({
  name: 'wellfound', home: 'https://wellfound.com/', spelledAt: ['angel.co', 'www.angel.co'],
  routes: () => [
    ['person', /^\/[up]\/([\w-]+)$/, 'u/$1'],
    ['company', /^\/company\/([\w-]+)(?:\/[a-z_]+)?$/, 'company/$1'],
  ],
});

export default sighted(address, (doc, at) => [
  () => {
    const slug = at.key.split('/')[1];
    const company = at.kind === 'company';
    const found = find(dig(state(doc, '#__NEXT_DATA__'), 'props.pageProps.apolloState'), (node) => string(node, 'slug') === slug && string(node, 'name') !== '');
    const id = string(found, 'id');
    return found && {
      source: 'state', sure: 1, who: [id && `wellfound:${company ? 'company' : 'user'}/${id}`, at.key],
      values: {
        name: string(found, 'name'), about: company ? string(found, 'productDescription') : string(found, 'bio'), tagline: company && string(found, 'highConcept'), headline: !company && string(found, 'headline'),
        avatar: string(found, 'avatarUrl') || string(found, 'logoUrl'), websites: string(found, 'companyUrl'), profiles: [string(found, 'linkedinUrl'), string(found, 'twitterUrl')], size: company && string(found, 'companySize').replace(/^SIZE_(\d+)_(\d+)$/, '$1-$2'),
      },
    };
  },
  () => profilePage(doc, address),
  () => openGraph(doc, address, /^(.+?)(?:'s Profile| - | \| |: | Careers| Jobs)/),
]);
