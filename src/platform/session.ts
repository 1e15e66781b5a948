import { browser } from './browser.ts';

/** Reads one value that lives as long as the browser session; undefined when there is none. */
export async function sessionGet<T>(key: string): Promise<T | undefined> {
  return (await browser.storage.session.get(key))[key] as T | undefined;
}

/** All session values whose key starts with `prefix`. */
export async function sessionAll<T>(prefix: string): Promise<Record<string, T>> {
  return Object.fromEntries(Object.entries(await browser.storage.session.get(null)).filter(([key]) => key.startsWith(prefix))) as Record<string, T>;
}

/** Keeps a JSON value for this session; undefined removes it. */
export async function sessionSet(key: string, value: unknown): Promise<void> {
  if (value === undefined) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: value });
}

/** Calls back when a session value changes, with its key and new value (undefined = removed). Ends with the signal. */
export function onSessionChange(listener: (key: string, value: unknown) => void, signal: AbortSignal): void {
  const onChange = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session') for (const [key, { newValue }] of Object.entries(changes)) listener(key, newValue);
  };
  browser.storage.onChanged.addListener(onChange);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChange), { once: true });
}
