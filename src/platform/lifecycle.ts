import { browser } from './browser.ts';

/** After an install or update of the extension, or of the browser. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => listener());
}

/** When a browser profile starts. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(() => listener());
}

/** The extension's version, as in the manifest. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

/** A worker that has not called the browser for this long may be stopped, ms: less than both browsers' limit. */
const STAY = 20_000;

/** Keeps the worker awake while `work` runs: each call to the browser begins its idle time anew. */
export async function awakeFor<T>(work: () => Promise<T>): Promise<T> {
  const call = setInterval(() => void browser.runtime.getPlatformInfo(), STAY);
  try {
    return await work();
  } finally {
    clearInterval(call);
  }
}
