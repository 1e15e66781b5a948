import { isHost, webUrl } from '../domain/identity.ts';
import { browser } from './browser.ts';

/** A tab as far as we may see it: `url` is absent where we have no permission. */
export interface Tab {
  id: number;
  url?: string;
  windowId?: number;
}

/** The active tab of a window (of the current one when none is named). */
export async function activeTab(windowId?: number): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query(windowId === undefined ? { active: true, currentWindow: true } : { active: true, windowId });
  return asTab(tab);
}

/** The tab of this id as it is now, or undefined when it is gone. */
export async function tabOf(id: number): Promise<Tab | undefined> {
  return asTab(await browser.tabs.get(id).catch(() => undefined));
}

/** Calls back when another tab becomes active in any window, or a tab's address or loading state changes. */
export function onTabChange(listener: (tab: Tab) => void): void {
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => listener({ id: tabId, windowId }));
  browser.tabs.onUpdated.addListener((id, change, tab) => {
    if (change.url !== undefined || change.status !== undefined) listener({ id, ...(tab.url === undefined ? {} : { url: tab.url }), ...(tab.windowId === undefined ? {} : { windowId: tab.windowId }) });
  });
}

export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
}

/** Starts a content script of ours in a tab where it does not run: needs the host permission or the rep's gesture. False when the browser refuses. */
export async function runInTab(tabId: number, file: string): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [file] });
    return true;
  } catch {
    return false;
  }
}

/** The content script for pages of any host; built on its own (vite.config.ts), because the manifest does not name it. */
export const ANYWHERE_SCRIPT = 'src/content/anywhere.iife.js';

/** Added to a page when the rep teaches a field; built on its own as well. */
export const TEACH_SCRIPT = 'src/content/teach.iife.js';

/** The content script that the manifest names for this address, or the one for any host. */
export function scriptFor(address: string | undefined): string {
  const host = webUrl(address)?.hostname;
  const own = host && browser.runtime.getManifest().content_scripts?.find(({ matches }) => matches.some((pattern) => {
    const wanted = pattern.split('/')[2]!;
    return wanted.startsWith('*.') ? isHost(host, wanted.slice(2)) : host === wanted;
  }));
  return (own || undefined)?.js?.[0] ?? ANYWHERE_SCRIPT;
}

/** Opens a web address: in the tab beside a side panel, in a new tab when the panel itself lives in one. Anything but http(s) is refused: false. */
export async function openAddress(address: string): Promise<boolean> {
  const url = webUrl(address)?.href;
  if (!url) return false;
  if (await ownTab()) await browser.tabs.create({ url });
  else await browser.tabs.update({ url });
  return true;
}

/** Opens one of our own pages, e.g. `src/panel/index.html#/today`, or brings it to the front when it is open already. */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const page = url.split('#')[0]!;
  const open = (await browser.tabs.query({})).find((tab) => tab.url?.split('#')[0] === page);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { url, active: true });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  }
}

function asTab(tab: { id?: number | undefined; url?: string | undefined; windowId?: number | undefined } | undefined): Tab | undefined {
  return tab?.id === undefined ? undefined : { id: tab.id, ...(tab.url === undefined ? {} : { url: tab.url }), ...(tab.windowId === undefined ? {} : { windowId: tab.windowId }) };
}

/** The tab that this page itself lives in; undefined in a side panel, a sidebar or the worker. */
export async function ownTab(): Promise<Tab | undefined> {
  return asTab(await browser.tabs.getCurrent().catch(() => undefined));
}
