import { browser, hasSidePanel } from './browser.ts';

type Options = Extract<Parameters<typeof browser.notifications.create>[number], object> & { buttons?: { title: string }[] };

/**
 * Shows a desktop notification; one of the same id replaces it. `buttons` (at most two) stand on it where the browser has them; elsewhere it is
 * shown without.
 */
export async function notify(id: string, title: string, message: string, buttons: readonly string[] = []): Promise<void> {
  const options: Options = { type: 'basic', iconUrl: browser.runtime.getURL('icons/icon-128.png'), title, message };
  // the browser without a side panel of this kind is Firefox, which refuses a notification that asks for buttons
  const withButtons: Options = hasSidePanel() && buttons.length > 0 ? { ...options, buttons: buttons.slice(0, 2).map((one) => ({ title: one })) } : options;
  await browser.notifications.create(id, withButtons);
}

export function onNotificationClick(listener: (id: string) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    listener(id);
  });
}

/** When a button of a notification is pressed; `button` counts from 0. */
export function onNotificationButton(listener: (id: string, button: number) => void): void {
  if (!hasSidePanel()) return;
  browser.notifications.onButtonClicked.addListener((id, button) => {
    void browser.notifications.clear(id);
    listener(id, button);
  });
}
