import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://gravatar.com/adaexample', kind: 'person', key: 'gravatar:adaexample' },
    { url: 'http://en.gravatar.com/AdaExample', kind: 'person', key: 'gravatar:adaexample' },
    { url: 'https://www.gravatar.com/adaexample?x=1', kind: 'person', key: 'gravatar:adaexample' },
  ],
  none: [
    'https://gravatar.com/',
    'https://gravatar.com/connect',
    'https://secure.gravatar.com/avatar/0123456789abcdef',
    'https://gravatar.com/support',
    'https://gravatar.com/adaexample.json',
  ],
} satisfies SiteExamples;
