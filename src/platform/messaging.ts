import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** Who sent a message, as the browser says: address of the document, its tab, and whether it is a page of ours. */
export interface Origin {
  url: string;
  tabId?: number;
  own: boolean;
}

/** To the worker, from the panel. */
export function toWorker(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** To the content script in the top frame of a tab. */
export function toTab(tabId: number): (message: unknown) => Promise<unknown> {
  return (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 });
}

/** Listens for messages to this context. `listener` must answer at once: a promise, or undefined for what is not its own. */
export function onMessage(listener: (message: unknown, sender: Origin) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener(((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const url = sender.url ?? '';
    // trust goes by the sender's address, which the browser fills in; a page in a tab is never our own
    return listener(message, { url, own: url.startsWith(browser.runtime.getURL('')), ...(sender.tab?.id === undefined ? {} : { tabId: sender.tab.id }) });
  }) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}
