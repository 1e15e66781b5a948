const running = new Map<string, Promise<unknown>>();

/** The browser's locks hold for all of the extension, and die with their holder. */
export const hasLocks = typeof navigator !== 'undefined' && 'locks' in navigator;

/** Does `work` alone under its name; undefined when somebody is at it already. With `wait` it is done after them. */
export async function exclusive<T>(name: string, wait: boolean, work: () => Promise<T>): Promise<T | undefined> {
  if (hasLocks) return navigator.locks.request(name, wait ? {} : { ifAvailable: true }, async (lock) => (lock ? work() : undefined));
  for (let other = running.get(name); other; other = running.get(name)) {
    if (!wait) return undefined;
    await other.catch(() => undefined);
  }
  const mine = work();
  running.set(name, mine);
  try {
    return await mine;
  } finally {
    running.delete(name);
  }
}
