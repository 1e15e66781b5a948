import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://linktr.ee/ada.example', kind: 'person', key: 'linktree:ada.example' },
    { url: 'http://www.linktr.ee/Ada.Example/?x=1', kind: 'person', key: 'linktree:ada.example' },
    { url: 'https://linktr.ee/@ada.example', kind: 'person', key: 'linktree:ada.example' },
  ],
  none: [
    'https://linktr.ee/',
    'https://linktr.ee/login',
    'https://linktr.ee/register',
    'https://linktr.ee/s/pricing',
    'https://linktr.ee/marketplace',
    'https://linktr.ee/ada.example/shop/1',
  ],
} satisfies SiteExamples;
