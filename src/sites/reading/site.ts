import type { Draft } from '../../domain/draft.ts';
import type { SiteAddress } from '../../domain/identity.ts';

/**
 * A site plug-in: one file in `src/sites/`, found by its place, never registered.
 * It has two exports: `address` (how the site spells its addresses; pure, also used by panel and import) and the default,
 * the reader. They are apart so that a bundle which only needs identity does not carry the reader.
 */
export interface SiteReader {
  address: SiteAddress;
  /** True for the reader that is asked when no other had anything to say. */
  fallback?: boolean;
  /** Reads the page as it stands, without changing it. `null` = nobody here that this reader knows; another may be asked. */
  read(doc: Document, url: URL): Draft | null;
}
