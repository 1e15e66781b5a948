import { browser } from './browser.ts';

/** Have we been granted this origin (a match pattern)? */
export function mayReadOrigin(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Asks the rep for origins. Must be called in a gesture. */
export function askForOrigins(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}

/** The match pattern of an origin: patterns have no port. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
