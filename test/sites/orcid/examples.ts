import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://orcid.org/0000-0002-1825-009X', kind: 'person', key: 'orcid:0000-0002-1825-009x' },
    { url: 'http://www.orcid.org/0000-0002-1825-009x', kind: 'person', key: 'orcid:0000-0002-1825-009x' },
    { url: 'https://orcid.org/0000-0002-1825-009X/print', kind: 'person', key: 'orcid:0000-0002-1825-009x' },
  ],
  none: [
    'https://orcid.org/',
    'https://orcid.org/signin',
    'https://orcid.org/orcid-search/search?searchQuery=ada',
    'https://orcid.org/my-orcid',
    'https://info.orcid.org/',
    'https://orcid.org/0000-0002-1825',
  ],
} satisfies SiteExamples;
