import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://www.producthunt.com/@ada_example', kind: 'person', key: 'product-hunt:ada_example' },
    { url: 'http://producthunt.com/@Ada_Example/upvotes', kind: 'person', key: 'product-hunt:ada_example' },
    { url: 'https://www.producthunt.com/@ada_example/followers?x=1', kind: 'person', key: 'product-hunt:ada_example' },
  ],
  none: [
    'https://www.producthunt.com/',
    'https://www.producthunt.com/products/anvil',
    'https://www.producthunt.com/posts/anvil',
    'https://www.producthunt.com/topics/maps',
    'https://www.producthunt.com/search?q=ada',
    'https://www.producthunt.com/newsletters',
  ],
} satisfies SiteExamples;
