import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://stackoverflow.com/users/4242/ada-example', kind: 'person', key: 'stackoverflow:4242' },
    { url: 'https://stackoverflow.com/users/4242', kind: 'person', key: 'stackoverflow:4242' },
    { url: 'http://www.stackoverflow.com/users/4242/Ada-Example?tab=profile', kind: 'person', key: 'stackoverflow:4242' },
    { url: 'https://stackoverflow.com/u/4242', kind: 'person', key: 'stackoverflow:4242' },
    { url: 'https://english.stackexchange.com/users/77/ada-example', kind: 'person', key: 'stackoverflow:english.stackexchange.com/77' },
    { url: 'https://serverfault.com/users/77/ada', kind: 'person', key: 'stackoverflow:serverfault.com/77' },
    { url: 'https://pt.stackoverflow.com/users/77/ada', kind: 'person', key: 'stackoverflow:pt.stackoverflow.com/77' },
    { url: 'https://stackoverflow.com/story/ada', kind: 'person', key: 'stackoverflow:story/ada' },
  ],
  none: [
    'https://stackoverflow.com/',
    'https://stackoverflow.com/users',
    'https://stackoverflow.com/users/login',
    'https://stackoverflow.com/questions/1/how',
    'https://stackoverflow.com/questions/tagged/maps',
    'https://stackoverflow.com/users/edit/4242',
    'https://stackoverflow.com/tags',
    'https://stackoverflow.com/search?q=ada',
    'https://stackoverflow.com/a/1/4242',
  ],
} satisfies SiteExamples;
