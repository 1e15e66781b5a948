import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://www.thomasnet.com/profile/10002000/acme-works.html', kind: 'company', key: 'thomasnet:10002000' },
    { url: 'http://thomasnet.com/profile/10002000', kind: 'company', key: 'thomasnet:10002000' },
    { url: 'https://www.thomasnet.com/company/acme-works-10002000/profile?x=1', kind: 'company', key: 'thomasnet:10002000' },
  ],
  none: [
    'https://www.thomasnet.com/',
    'https://www.thomasnet.com/suppliers/usa/anvils-1',
    'https://www.thomasnet.com/articles/x',
    'https://www.thomasnet.com/search.html?what=anvils',
    'https://www.thomasnet.com/insights/x/',
  ],
} satisfies SiteExamples;
