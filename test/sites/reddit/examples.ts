import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://www.reddit.com/user/ada_example/', kind: 'person', key: 'reddit:ada_example' },
    { url: 'http://old.reddit.com/u/Ada_Example', kind: 'person', key: 'reddit:ada_example' },
    { url: 'https://sh.reddit.com/user/ada_example/comments/?sort=new', kind: 'person', key: 'reddit:ada_example' },
  ],
  none: [
    'https://www.reddit.com/',
    'https://www.reddit.com/r/maps/',
    'https://www.reddit.com/r/maps/comments/1/x/',
    'https://www.reddit.com/user/ada_example/comments/1abc/a_title/',
    'https://www.reddit.com/user/me',
    'https://www.reddit.com/search?q=ada',
    'https://www.reddit.com/settings/',
    'https://www.reddit.com/user/ada_example/m/maps',
  ],
} satisfies SiteExamples;
