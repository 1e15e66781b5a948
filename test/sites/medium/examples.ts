import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://medium.com/@ada.example', kind: 'person', key: 'medium:ada.example' },
    { url: 'http://www.medium.com/@Ada.Example/about', kind: 'person', key: 'medium:ada.example' },
    { url: 'https://medium.com/@ada.example/followers?source=x', kind: 'person', key: 'medium:ada.example' },
    { url: 'https://ada-example.medium.com/', kind: 'person', key: 'medium:ada-example' },
    { url: 'https://ada-example.medium.com/about', kind: 'person', key: 'medium:ada-example' },
  ],
  none: [
    'https://medium.com/',
    'https://medium.com/@ada.example/a-story-0123456789ab',
    'https://ada-example.medium.com/a-story-0123456789ab',
    'https://medium.com/acme-blog',
    'https://medium.com/tag/maps',
    'https://medium.com/me/stories',
    'https://medium.com/search?q=ada',
    'https://help.medium.com/',
    'https://medium.com/p/0123456789ab',
  ],
} satisfies SiteExamples;
