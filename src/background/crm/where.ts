const LONGEST = 300;
const MOST_NAMES = 20;

/**
 * An address as the ledger keeps it: origin and path, the query's names without their values. What may be somebody (ids, e-mails) or a
 * secret stands there as `…`; `hidden` are the connection's secrets.
 */
export function whereOf(address: string, hidden: readonly string[] = []): string {
  const url = new URL(address);
  const isSecret = url.pathname.length > 1 && hidden.some((one) => one.includes(url.pathname) || (one.length >= 4 && url.pathname.includes(one)));
  const path = isSecret ? '/…' : url.pathname.split('/').map(plain).join('/');
  const names = [...new Set([...url.searchParams.keys()])].slice(0, MOST_NAMES).map((name) => (/^[\w.[\]$-]{1,60}$/.test(name) ? name : '…'));
  return `${url.origin}${path}${names.length ? `?${names.join('&')}` : ''}`.slice(0, LONGEST);
}

/** A part of a path that names what is asked for, not whom: letters, a version (v1, 2.0, 2026-03); anything else may be somebody. */
function plain(part: string): string {
  return /^(v?\d{1,2}(\.\d{1,2})?|20\d\d-\d\d|\.?[A-Za-z][A-Za-z_.-]{0,39})?$/.test(part) ? part : '…';
}
