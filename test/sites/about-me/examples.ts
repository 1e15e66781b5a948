import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://about.me/ada.example', kind: 'person', key: 'about-me:ada.example' },
    { url: 'http://www.about.me/Ada.Example?x=1', kind: 'person', key: 'about-me:ada.example' },
  ],
  none: [
    'https://about.me/',
    'https://about.me/login',
    'https://about.me/pricing',
    'https://about.me/ada.example/posts',
  ],
} satisfies SiteExamples;
