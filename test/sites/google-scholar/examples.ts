import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://scholar.google.com/citations?user=AbCdEf_gHiJK&hl=en', kind: 'person', key: 'google-scholar:AbCdEf_gHiJK' },
    { url: 'http://scholar.google.de/citations?hl=de&user=AbCdEf_gHiJK', kind: 'person', key: 'google-scholar:AbCdEf_gHiJK' },
    { url: 'https://scholar.google.co.uk/citations?view_op=list_works&hl=en&user=AbCdEf_gHiJK&sortby=pubdate', kind: 'person', key: 'google-scholar:AbCdEf_gHiJK' },
  ],
  none: [
    'https://scholar.google.com/',
    'https://scholar.google.com/scholar?q=ada',
    'https://scholar.google.com/citations?view_op=search_authors&mauthors=ada',
    'https://scholar.google.com/citations?view_op=view_citation&user=AbCdEf_gHiJK&citation_for_view=x',
    'https://scholar.google.com/citations?user=AbC',
  ],
} satisfies SiteExamples;
