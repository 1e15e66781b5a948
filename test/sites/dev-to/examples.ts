import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://dev.to/ada_example', kind: 'either', key: 'dev-to:ada_example' },
    { url: 'http://www.dev.to/Ada_Example/', kind: 'either', key: 'dev-to:ada_example' },
    { url: 'https://dev.to/ada_example/comments?x=1', kind: 'either', key: 'dev-to:ada_example' },
  ],
  none: [
    'https://dev.to/',
    'https://dev.to/ada_example/some-article-1a2b',
    'https://dev.to/t/maps',
    'https://dev.to/top/week',
    'https://dev.to/search?q=ada',
    'https://dev.to/settings',
    'https://dev.to/about',
    'https://dev.to/tags',
    'https://dev.to/listings',
  ],
} satisfies SiteExamples;
