import type { SiteExamples } from '../examples-type.ts';

/** The open web has no addresses of its own. */
export default {
  spellings: [],
  none: ['https://ada.example.com/', 'https://www.example.org/people/ada-example', 'https://www.linkedin.com/in/ada-example/', 'https://github.com/ada'],
} satisfies SiteExamples;
