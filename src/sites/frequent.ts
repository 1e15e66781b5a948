import { pageReader } from './readers.ts';
import type { SiteReader } from './reading/site.ts';

const found = import.meta.glob<SiteReader>('./{github,linkedin}.ts', { eager: true, import: 'default' });

/** The readers of the sites where reps spend their day: a script of their own, so that these pages do not carry all the others. */
export const frequent = pageReader(Object.values(found));
