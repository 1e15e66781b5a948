import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://www.tiktok.com/@ada.example', kind: 'person', key: 'tiktok:ada.example' },
    { url: 'https://tiktok.com/@Ada.Example/', kind: 'person', key: 'tiktok:ada.example' },
    { url: 'http://m.tiktok.com/@ada.example?lang=en', kind: 'person', key: 'tiktok:ada.example' },
    { url: 'https://www.tiktok.com/%40ada.example', kind: 'person', key: 'tiktok:ada.example' },
  ],
  none: [
    'https://www.tiktok.com/',
    'https://www.tiktok.com/@ada.example/video/7000',
    'https://www.tiktok.com/@ada.example/live',
    'https://www.tiktok.com/foryou',
    'https://www.tiktok.com/tag/ada',
    'https://www.tiktok.com/search?q=ada',
    'https://www.tiktok.com/login',
    'https://www.tiktok.com/music/x-1',
  ],
} satisfies SiteExamples;
