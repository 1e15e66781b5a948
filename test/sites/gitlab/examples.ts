import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://gitlab.com/ada.example', kind: 'either', key: 'gitlab:ada.example' },
    { url: 'http://www.gitlab.com/Ada.Example/', kind: 'either', key: 'gitlab:ada.example' },
    { url: 'https://gitlab.com/users/ada.example/projects', kind: 'person', key: 'gitlab:ada.example' },
    { url: 'https://gitlab.com/groups/acme', kind: 'company', key: 'gitlab:acme' },
  ],
  none: [
    'https://gitlab.com/',
    'https://gitlab.com/explore',
    'https://gitlab.com/users/sign_in',
    'https://gitlab.com/acme/anvil',
    'https://gitlab.com/acme/anvil/-/issues/1',
    'https://gitlab.com/dashboard/projects',
    'https://gitlab.com/help',
    'https://gitlab.com/search?search=ada',
    'https://about.gitlab.com/company',
    'https://gitlab.com/-/profile',
  ],
} satisfies SiteExamples;
