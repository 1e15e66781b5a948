import { browser } from './browser.ts';

const SLACK = 1_000;

/**
 * Makes sure that the alarm rings by `at` (epoch ms) or earlier. An alarm that is early enough is left alone: creating it
 * again on each wake-up would move it away for ever.
 */
export async function armBy(name: string, at: number, now: number): Promise<void> {
  const armed = await browser.alarms.get(name);
  if (armed && armed.scheduledTime >= now - SLACK && armed.scheduledTime <= at + SLACK) return;
  await browser.alarms.create(name, { when: Math.max(at, now + SLACK) });
}

/** Makes the alarm ring at `at` (epoch ms) and at no other time. */
export async function armAt(name: string, at: number, now: number): Promise<void> {
  await browser.alarms.create(name, { when: Math.max(at, now + SLACK) });
}

export async function disarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

export function onAlarm(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => listener(name));
}
