import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

/** Every text there is; a key that is not in the English file does not compile. */
export type MessageName = keyof typeof messages;

/** A text in the rep's language, with its parts filled in. */
export function t(name: MessageName, ...parts: (string | number)[]): string {
  return browser.i18n.getMessage(name, parts.map(String)) || name;
}

/** The language of the browser's interface, e.g. `en-GB`. */
export function uiLocale(): string {
  return browser.i18n.getUILanguage();
}
