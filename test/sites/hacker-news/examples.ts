import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://news.ycombinator.com/user?id=AdaExample', kind: 'person', key: 'hacker-news:AdaExample' },
    { url: 'http://news.ycombinator.com/user?id=AdaExample&x=1', kind: 'person', key: 'hacker-news:AdaExample' },
  ],
  none: [
    'https://news.ycombinator.com/',
    'https://news.ycombinator.com/item?id=1',
    'https://news.ycombinator.com/submitted?id=ada',
    'https://news.ycombinator.com/threads?id=ada',
    'https://news.ycombinator.com/user',
    'https://news.ycombinator.com/login',
    'https://news.ycombinator.com/newest',
  ],
} satisfies SiteExamples;
