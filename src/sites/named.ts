import { pageReader } from './readers.ts';
import type { SiteReader } from './reading/site.ts';

const found = import.meta.glob<SiteReader>(['./*.ts', '!./{addresses,anywhere,frequent,named,readers}.ts', '!./{github,linkedin}.ts'], { eager: true, import: 'default' });

/** The readers of all other sites that Paydirt knows by name: one file each in this folder. */
export const named = pageReader(Object.values(found));
