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
