import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://www.xing.com/profile/Ada_Example2', kind: 'person', key: 'xing:profile/ada_example2' },
    { url: 'http://xing.com/profile/ada_example2/cv', kind: 'person', key: 'xing:profile/ada_example2' },
    { url: 'https://www.xing.com/profile/Ada_Example2/web_profiles?x=1', kind: 'person', key: 'xing:profile/ada_example2' },
    { url: 'https://www.xing.com/pages/acmeworks', kind: 'company', key: 'xing:pages/acmeworks' },
    { url: 'https://www.xing.com/companies/AcmeWorks', kind: 'company', key: 'xing:pages/acmeworks' },
    { url: 'https://www.xing.com/pages/acmeworks/about_us', kind: 'company', key: 'xing:pages/acmeworks' },
  ],
  none: [
    'https://www.xing.com/',
    'https://www.xing.com/jobs/malmo-1',
    'https://www.xing.com/news/articles/x-1',
    'https://login.xing.com/',
    'https://www.xing.com/communities/groups/x',
    'https://www.xing.com/search/members?keywords=ada',
    'https://www.xing.com/profile',
  ],
} satisfies SiteExamples;
