import { pageReader } from './readers.ts';
import type { SiteReader } from './reading/site.ts';

const found = import.meta.glob<SiteReader>('./anywhere/*.ts', { eager: true, import: 'default' });

/** The readers of pages on any host, one file each in `anywhere/`: for the rep's gesture, so that a named site's page does not carry them. */
export const anywhere = pageReader(Object.values(found));
