import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://bsky.app/profile/ada.example.com', kind: 'person', key: 'bluesky:ada.example.com' },
    { url: 'https://bsky.app/profile/Ada.Example.com/', kind: 'person', key: 'bluesky:ada.example.com' },
    { url: 'http://www.bsky.app/profile/@ada.example.com?x=1', kind: 'person', key: 'bluesky:ada.example.com' },
    { url: 'https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx', kind: 'person', key: 'bluesky:did:plc:abcdefghijklmnopqrstuvwx' },
    { url: 'https://bsky.app/profile/did%3Aplc%3Aabcdefghijklmnopqrstuvwx', kind: 'person', key: 'bluesky:did:plc:abcdefghijklmnopqrstuvwx' },
  ],
  none: [
    'https://bsky.app/',
    'https://bsky.app/search?q=ada',
    'https://bsky.app/profile/ada.example.com/post/3k',
    'https://bsky.app/profile/ada.example.com/lists/3k',
    'https://bsky.app/profile/ada.example.com/feed/x',
    'https://bsky.app/profile/ada.example.com/followers',
    'https://bsky.app/settings',
    'https://bsky.app/notifications',
    'https://bsky.app/profile/ada',
    'https://bsky.app/hashtag/ada',
  ],
} satisfies SiteExamples;
