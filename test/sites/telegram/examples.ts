import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://t.me/ada_example', kind: 'person', key: 'telegram:ada_example' },
    { url: 'http://telegram.me/Ada_Example?x=1', kind: 'person', key: 'telegram:ada_example' },
    { url: 'https://www.t.me/@ada_example', kind: 'person', key: 'telegram:ada_example' },
  ],
  none: [
    'https://t.me/',
    'https://t.me/joinchat/abc',
    'https://t.me/+abc',
    'https://t.me/s/acme_news',
    'https://t.me/acme_news/123',
    'https://t.me/addstickers/x',
    'https://t.me/share/url?url=x',
    'https://telegram.org/faq',
  ],
} satisfies SiteExamples;
