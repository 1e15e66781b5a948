import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://www.youtube.com/@Ada.Example', kind: 'person', key: 'youtube:@ada.example' },
    { url: 'https://youtube.com/@ada.example/videos', kind: 'person', key: 'youtube:@ada.example' },
    { url: 'http://m.youtube.com/@ada.example/about?view_as=subscriber', kind: 'person', key: 'youtube:@ada.example' },
    { url: 'https://www.youtube.com/%40ada.example', kind: 'person', key: 'youtube:@ada.example' },
    { url: 'https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa', kind: 'person', key: 'youtube:channel/UCaaaaaaaaaaaaaaaaaaaaaa' },
    { url: 'https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa/featured', kind: 'person', key: 'youtube:channel/UCaaaaaaaaaaaaaaaaaaaaaa' },
    { url: 'https://www.youtube.com/c/AdaExample', kind: 'person', key: 'youtube:c/adaexample' },
    { url: 'https://www.youtube.com/user/adaexample/about', kind: 'person', key: 'youtube:user/adaexample' },
  ],
  none: [
    'https://www.youtube.com/',
    'https://www.youtube.com/watch?v=abc',
    'https://www.youtube.com/shorts/abc',
    'https://www.youtube.com/results?search_query=ada',
    'https://www.youtube.com/feed/subscriptions',
    'https://www.youtube.com/playlist?list=1',
    'https://www.youtube.com/@ada.example/search?query=x',
    'https://www.youtube.com/live/abc',
    'https://www.youtube.com/premium',
  ],
} satisfies SiteExamples;
