import type { Draft } from '../../domain/draft.ts';
import type { SiteAddress } from '../../domain/identity.ts';

/**
 * A site plug-in: one file in `src/sites/`, found by name, never registered.
 * It has two exports: `address` (how the site spells its addresses; pure, also used by panel and import) and the default,
 * the reader. The two are apart so that a bundle which only needs identity does not carry the reader.
 */
export interface SiteReader {
  address: SiteAddress;
  /** Reads the page as it stands. `null` = this reader has nothing to say (another may). Must not change the document. */
  read(doc: Document, url: URL): Draft | null;
}
