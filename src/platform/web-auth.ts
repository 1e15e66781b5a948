import { browser } from './browser.ts';

/** Where a sign-in page sends the rep back to: an address of the browser's own that only we are told of. */
export function redirectAddress(): string {
  return browser.identity.getRedirectURL();
}

/** Shows a sign-in page in a window of its own. Answers the address it ended at, or null when the rep closed it or it could not be shown. */
export async function askOnPage(url: string): Promise<string | null> {
  try {
    return await browser.identity.launchWebAuthFlow({ url, interactive: true });
  } catch {
    return null;
  }
}
