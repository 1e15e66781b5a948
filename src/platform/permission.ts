import { browser } from './browser.ts';

/** Have we been granted this origin (a match pattern)? */
export function mayReadOrigin(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Asks the rep for origins. Must be called in a gesture. */
export function askForOrigins(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}
