import { noDraft, type Draft } from '../domain/draft.ts';
import { bySpecificity, readersFor } from './reading/registry.ts';
import type { SiteReader } from './reading/site.ts';

/** What a content script does with its readers. */
export interface PageReader {
  /** Could anybody be at this address? Cheap (no look at the page): decides whether to read at all. */
  mayRead(url: URL): boolean;
  /** Reads the page as it stands. A reader that throws costs itself; a page that nobody can read is a `none` draft. */
  readPage(doc: Document, url: URL): Draft;
}

/** Puts readers to work, the most specific first. */
export function pageReader(found: SiteReader[]): PageReader {
  let origin = '', readers: SiteReader[] = [];
  // a page stays at its origin: whose pages these are is asked once
  const at = (url: URL): SiteReader[] => {
    if (url.origin !== origin) readers = bySpecificity(readersFor(found, url));
    origin = url.origin;
    return readers;
  };
  return {
    mayRead: (url) => at(url).some((reader) => reader.address.origins.length === 0 || reader.address.parse(url) !== null),
    readPage(doc, url) {
      for (const reader of at(url)) {
        if (reader.address.origins.length && reader.address.parse(url) === null) continue;
        try {
          const draft = reader.read(doc, url);
          if (draft) return draft;
        } catch {
          // one broken reader must not cost the page: the next, more general one is asked
        }
      }
      return noDraft('', url.href);
    },
  };
}
