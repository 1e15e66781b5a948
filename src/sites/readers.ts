import { noDraft, type Draft } from '../domain/draft.ts';
import { bySpecificity, readersFor } from './reading/registry.ts';
import type { SiteReader } from './reading/site.ts';

const found = import.meta.glob<SiteReader>(['./*.ts', '!./readers.ts', '!./addresses.ts'], { eager: true, import: 'default' });

/** Every site's reader, most specific first. */
export const readers: SiteReader[] = bySpecificity(Object.values(found));

/** Could anybody be at this address? Cheap (no look at the page): decides whether to read at all. */
export function mayRead(url: URL): boolean {
  return readersFor(readers, url).some((reader) => reader.address.origins.length === 0 || reader.address.parse(url) !== null);
}

/** Reads the page as it stands. A reader that throws costs itself; a page that nobody can read is a `none` draft. */
export function readPage(doc: Document, url: URL): Draft {
  for (const reader of readersFor(readers, url)) {
    if (reader.address.origins.length && reader.address.parse(url) === null) continue;
    try {
      const draft = reader.read(doc, url);
      if (draft) return draft;
    } catch {
      // one broken reader must not cost the page: the next, more general one is asked
    }
  }
  return noDraft('', url.href);
}
