import { isHost, webUrl } from '../domain/identity.ts';
import { browser } from './browser.ts';
import { ANYWHERE_SCRIPT } from './tabs.ts';

const SCRIPT_ID = 'granted';

/** The match pattern of an address's own origin; null where nothing can be granted. */
export function originPattern(address: string): string | null {
  const url = webUrl(address);
  return url && url.protocol === 'https:' ? `https://${url.hostname}/*` : null;
}

/** The origins that the rep has granted beyond the manifest's. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = browser.runtime.getManifest().host_permissions ?? [];
  return origins.filter((origin) => !own.includes(origin) && !own.some((pattern) => covers(pattern, origin)));
}

/** Asks for one origin. Must be called first in a gesture. */
export function askForOrigin(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

export async function giveBackOrigin(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** Makes the script for any host run by itself on the granted origins, and nowhere else; not on those in `except`, which were granted for something else. Safe to call at any time. */
export async function readGrantedOrigins(except: readonly string[] = []): Promise<void> {
  const matches = (await grantedOrigins()).filter((origin) => !except.includes(origin));
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  } else if (!registered) {
    await browser.scripting.registerContentScripts([{ id: SCRIPT_ID, matches, js: [ANYWHERE_SCRIPT], runAt: 'document_idle', persistAcrossSessions: true }]);
  } else if (registered.matches?.toSorted().join() !== matches.toSorted().join()) {
    await browser.scripting.updateContentScripts([{ id: SCRIPT_ID, matches }]);
  }
}

/** Calls back when an origin was granted or taken away, here or in the browser's own settings. */
export function onOriginsChange(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

function covers(pattern: string, origin: string): boolean {
  const [wanted, host] = [pattern, origin].map((one) => one.split('/')[2]!) as [string, string];
  return wanted.startsWith('*.') ? isHost(host.replace('*.', ''), wanted.slice(2)) : wanted === host;
}
