import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://www.crunchbase.com/person/ada-example', kind: 'person', key: 'crunchbase:person/ada-example' },
    { url: 'http://crunchbase.com/person/Ada-Example/signals?x=1', kind: 'person', key: 'crunchbase:person/ada-example' },
    { url: 'https://www.crunchbase.com/organization/acme-works', kind: 'company', key: 'crunchbase:organization/acme-works' },
    { url: 'https://www.crunchbase.com/organization/acme-works/people', kind: 'company', key: 'crunchbase:organization/acme-works' },
  ],
  none: [
    'https://www.crunchbase.com/',
    'https://www.crunchbase.com/discover/organization.companies',
    'https://www.crunchbase.com/funding_round/x',
    'https://www.crunchbase.com/login',
    'https://www.crunchbase.com/lists/x/y',
    'https://www.crunchbase.com/person',
  ],
} satisfies SiteExamples;
