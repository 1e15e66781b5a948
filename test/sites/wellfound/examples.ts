import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://wellfound.com/u/ada-example', kind: 'person', key: 'wellfound:u/ada-example' },
    { url: 'http://angel.co/u/Ada-Example', kind: 'person', key: 'wellfound:u/ada-example' },
    { url: 'https://wellfound.com/p/ada-example', kind: 'person', key: 'wellfound:u/ada-example' },
    { url: 'https://wellfound.com/company/acme', kind: 'company', key: 'wellfound:company/acme' },
    { url: 'https://angel.co/company/acme/people', kind: 'company', key: 'wellfound:company/acme' },
  ],
  none: [
    'https://wellfound.com/',
    'https://wellfound.com/jobs',
    'https://wellfound.com/role/designer',
    'https://wellfound.com/login',
    'https://wellfound.com/company/acme/jobs/1-designer',
    'https://angel.co/',
  ],
} satisfies SiteExamples;
