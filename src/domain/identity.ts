/**
 * What a page says about identity: `<site>:<path>`, e.g. `linkedin:in/ada-example`, `github:ada`, `email:ada@example.com`.
 * Two spellings of one address give one key; keys are compared as plain strings.
 */
export type ProfileKey = `${string}:${string}`;

/** What an address claims: who it belongs to (`either` = the address alone cannot tell person from company) and its one canonical spelling. */
export interface Address {
  kind: 'person' | 'company' | 'list' | 'either';
  key: ProfileKey;
  /** The https address to open again; safe to show and to store. */
  url: string;
}

/** How one site spells its addresses. Pure: shared by the page reader, the panel and file import. */
export interface SiteAddress {
  /** The site's name and the prefix of its keys: `linkedin`. */
  name: string;
  /** Match patterns of the origins it lives at, as in the manifest. Empty for readers of the open web. */
  origins: string[];
  /** Further patterns at which its addresses are spelled (old hosts, redirects): understood as identity, but no permission is asked for them. */
  spelledAt?: string[];
  /** What `url` claims, or null when it is no profile, company or list of this site. Never throws. */
  parse(url: URL): Address | null;
}

/** Is `host` this domain or one below it? `evillinkedin.com` and `linkedin.com.evil.example` are not `linkedin.com`. */
export function isHost(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** One path segment, percent-decoded, NFC, lower case; null when it is empty or not decodable. */
export function slug(segment: string | undefined): string | null {
  if (!segment) return null;
  try {
    const plain = decodeURIComponent(segment).normalize('NFC').trim().toLowerCase();
    return plain && plain.length <= 300 && !/[\s/\\?#]/.test(plain) ? plain : null;
  } catch {
    return null;
  }
}

/** The non-empty path segments of an address, still percent-encoded. */
export function segments(url: URL): string[] {
  return url.pathname.split('/').filter(Boolean);
}

/** Parses an address that came from outside; null unless it is http(s). */
export function webUrl(text: string | null | undefined, base?: string): URL | null {
  if (!text) return null;
  try {
    const url = new URL(text, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

/** `email:` key of a mail address; null when it is none. Case is folded: mailboxes that differ by case alone do not exist in practice. */
export function emailKey(address: string): ProfileKey | null {
  const plain = address.trim().replace(/^mailto:/i, '').split('?')[0]!.toLowerCase();
  return /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(plain) ? `email:${plain}` : null;
}

/** The host of an address as people name it: lower case, without `www.`. */
export function bareHost(url: URL): string {
  return url.hostname.toLowerCase().replace(/^www\d?\./, '');
}

/** `web:` key of any other address: host without www. and path without index page or trailing slash; query and hash are dropped. */
export function webKey(url: URL): ProfileKey {
  const path = url.pathname.replace(/\/(index|default|home)\.(html?|php|aspx?)$/i, '/').replace(/\/+$/, '');
  return `web:${bareHost(url)}${path}`;
}
