import { bareHost, type ProfileKey } from './identity.ts';

/** What kind of page this is: one person, one company, rows of either, or nothing to capture. */
export type PageKind = 'person' | 'company' | 'list' | 'none';

/** A value read off a page: which strategy found it, and how sure that strategy is (0 = guess, 1 = the page says so itself). */
export interface Reading<T = string> {
  value: T;
  source: string;
  sure: number;
}

/** One position as the page shows it; `dates` is the line as shown, never parsed. */
export interface Experience {
  title?: string;
  company?: string;
  dates?: string;
  location?: string;
}

/** The fields a page can give, each with its own source. Absent = the page does not say. */
export interface DraftFields {
  name?: Reading;
  pronouns?: Reading;
  headline?: Reading;
  title?: Reading;
  company?: Reading;
  /** Address of the company's own profile or site, when the page links it. */
  companyUrl?: Reading;
  school?: Reading;
  location?: Reading;
  about?: Reading;
  avatar?: Reading;
  handle?: Reading;
  emails?: Reading<string[]>;
  phones?: Reading<string[]>;
  websites?: Reading<string[]>;
  /** Addresses of the same person's profiles elsewhere. */
  profiles?: Reading<string[]>;
  followers?: Reading<number>;
  following?: Reading<number>;
  posts?: Reading<number>;
  connections?: Reading;
  experience?: Reading<Experience[]>;
  industry?: Reading;
  size?: Reading;
  employees?: Reading<number>;
  founded?: Reading<number>;
  tagline?: Reading;
  category?: Reading;
  domain?: Reading;
}

export type DraftField = keyof DraftFields;

/** One row of a list page: what it shows of one person or company. */
export interface Row {
  name: string;
  headline?: string;
  location?: string;
  company?: string;
  url?: string;
  key?: ProfileKey;
  avatar?: string;
}

/**
 * What was read off one page, before anyone saved it.
 * `keys[0]` is the key its address claims; the others are aliases the page itself shows (stable ids first).
 * `agrees`: does the page's own identity say the same as its address? `unknown` = the page has none.
 */
export interface Draft {
  page: PageKind;
  site: string;
  url: string;
  keys: ProfileKey[];
  agrees: 'yes' | 'no' | 'unknown';
  fields: DraftFields;
  rows?: Row[];
}

/** The draft of a page with nobody on it. */
export function noDraft(site: string, url: string): Draft {
  return { page: 'none', site, url, keys: [], agrees: 'unknown', fields: {} };
}

/** May this draft be saved without a second look? Only a named person or company whose page does not contradict its address. */
export function isSavable(draft: Draft): boolean {
  return (draft.page === 'person' || draft.page === 'company') && draft.agrees !== 'no'
    && draft.keys.length > 0 && !!draft.fields.name?.value;
}

/** Whose layout a draft was read from: the reader's site, or the host (without www.) for the open web. */
export function siteOf(draft: Draft): string {
  return draft.site === 'web' ? bareHost(new URL(draft.url)) : draft.site;
}
