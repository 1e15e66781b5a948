import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
  ],
  none: [
    'https://mastodon.social/',
    'https://mastodon.social/explore',
    'https://mastodon.social/@ada/110000000000000000',
    'https://mastodon.social/about',
    'https://mastodon.social/tags/maps',
  ],
} satisfies SiteExamples;
