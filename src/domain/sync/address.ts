import { webUrl } from '../identity.ts';

/** The match pattern to ask the browser for before an address can be reached; null when nothing can be asked for. Without the port: not every browser takes one. */
export function patternFor(address: string): string | null {
  const typed = address.trim();
  const url = webUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (!url || url.username || url.password) return null;
  const isHere = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  // only what lies on this machine may go unencrypted
  if (url.protocol !== 'https:' && !isHere) return null;
  return isHere || url.hostname.includes('.') ? `${url.protocol}//${url.hostname}/*` : null;
}
