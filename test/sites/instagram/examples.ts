import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://www.instagram.com/ada.example/', kind: 'person', key: 'instagram:ada.example' },
    { url: 'https://instagram.com/Ada.Example', kind: 'person', key: 'instagram:ada.example' },
    { url: 'http://m.instagram.com/ada.example?hl=de', kind: 'person', key: 'instagram:ada.example' },
    { url: 'https://www.instagram.com/ada.example/reels/', kind: 'person', key: 'instagram:ada.example' },
    { url: 'https://www.instagram.com/_u/ada.example', kind: 'person', key: 'instagram:ada.example' },
    { url: 'https://www.instagram.com/ada.example/tagged/#x', kind: 'person', key: 'instagram:ada.example' },
  ],
  none: [
    'https://www.instagram.com/',
    'https://www.instagram.com/explore/tags/ada/',
    'https://www.instagram.com/explore/',
    'https://www.instagram.com/p/Cabc/',
    'https://www.instagram.com/ada.example/p/Cabc/',
    'https://www.instagram.com/reel/Cabc/',
    'https://www.instagram.com/reels/',
    'https://www.instagram.com/stories/ada.example/1/',
    'https://www.instagram.com/accounts/login/',
    'https://www.instagram.com/direct/inbox/',
    'https://www.instagram.com/ada-example/',
    'https://www.instagram.com/tv/Cabc/',
  ],
} satisfies SiteExamples;
