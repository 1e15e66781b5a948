import { isHost, webUrl } from '../domain/identity.ts';
import { browser } from './browser.ts';
import { ANYWHERE_SCRIPT } from './tabs.ts';

const SCRIPT_ID = 'granted';

/** The match pattern of an address's own origin; null where nothing can be granted. */
export function originPattern(address: string): string | null {
  const url = webUrl(address);
  return url && url.protocol === 'https:' ? `https://${url.hostname}/*` : null;
}

/** The origins (match patterns) that the rep has granted beyond the manifest's. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = ownOrigins();
  return origins.filter((origin) => !own.some((pattern) => covers(pattern, origin)));
}

/** Is this origin (a match pattern) one of the manifest's, granted or not? Its pages have a script of their own. */
export function isOwnOrigin(pattern: string): boolean {
  return ownOrigins().some((own) => covers(own, pattern));
}

/** Asks for one origin. Must be called first in a gesture. */
export function askForOrigin(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Takes back what was granted: pages of this origin are read by gesture alone again. */
export async function giveBackOrigin(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

let queue = Promise.resolve();

/**
 * Makes the script for any host run by itself on the granted origins, and nowhere else: not on the manifest's, whose own
 * scripts know more, and not on those in `except`, which were granted for something else. Safe to call at any time; calls wait for each other, so that the last one has the last word.
 */
export function readGrantedOrigins(except: readonly string[] = []): Promise<void> {
  const done = queue.then(() => register(except));
  queue = done.catch(() => undefined);
  return done;
}

async function register(except: readonly string[]): Promise<void> {
  const matches = (await grantedOrigins()).filter((origin) => !except.includes(origin)).toSorted();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = { id: SCRIPT_ID, matches, excludeMatches: ownOrigins().toSorted(), js: [ANYWHERE_SCRIPT], runAt: 'document_idle' as const, persistAcrossSessions: true };
  if (!registered) await browser.scripting.registerContentScripts([script]);
  else if (!same(registered.matches, script.matches) || !same(registered.excludeMatches, script.excludeMatches)) await browser.scripting.updateContentScripts([script]);
}

/** Calls back when an origin was granted or taken away, here or in the browser's own settings. Ends with the signal. */
export function onOriginsChange(listener: () => void, signal?: AbortSignal): void {
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(listener);
    signal?.addEventListener('abort', () => event.removeListener(listener), { once: true });
  }
}

function ownOrigins(): string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}

/** Does a pattern of the manifest's hold every page of this one? `<all_urls>` has no host and is held by none. */
function covers(pattern: string, origin: string): boolean {
  const [wanted, host] = [pattern.split('/')[2], origin.split('/')[2]];
  if (wanted === undefined || host === undefined) return pattern === origin;
  return wanted.startsWith('*.') ? isHost(host.replace('*.', ''), wanted.slice(2)) : wanted === host;
}

function same(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a?.toSorted().join() === b.join();
}
