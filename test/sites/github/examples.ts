import type { SiteExamples } from '../examples-type.ts';

const ada = { kind: 'either', key: 'github:ada-example' } as const;

export default {
  spellings: [
    ...['https://github.com/ada-example', 'https://github.com/Ada-Example/', 'http://www.github.com/ada-example', 'https://github.com/ada-example?tab=repositories',
      'https://github.com/ada-example?tab=followers&page=2#top', 'https://github.com/%61da-example', 'https://github.com/@ada-example', 'https://gist.github.com/ada-example'].map((url) => ({ url, ...ada })),
    { url: 'https://github.com/ada_acme', kind: 'either', key: 'github:ada_acme' },
    { url: 'https://github.com/orgs/Acme/', kind: 'company', key: 'github:acme' },
    { url: 'https://github.com/orgs/Acme/people?page=2', kind: 'list', key: 'github:orgs/acme/people' },
    { url: 'https://github.com/orgs/acme/followers', kind: 'list', key: 'github:orgs/acme/followers' },
  ],
  none: [
    'https://github.com/', 'https://github.com/features', 'https://github.com/topics/crm', 'https://github.com/settings/profile', 'https://github.com/Marketplace', 'https://github.com/explore',
    'https://github.com/login?return_to=%2Fada-example', 'https://github.com/search?q=ada&type=users', 'https://github.com/ada-example/tool', 'https://github.com/ada-example/tool/issues/1',
    'https://github.com/orgs/acme/repositories', 'https://github.com/orgs/acme/teams/core', 'https://github.com/sponsors/ada-example', 'https://github.com/notifications', 'https://github.com/-ada', 'https://github.com/ada.html',
    'https://gist.github.com/ada-example/0123456789abcdef0123', 'https://github.com/%E0%A4%A',
  ],
} satisfies SiteExamples;
