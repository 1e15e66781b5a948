import { signal } from '@preact/signals';

/** Now, for what the panel shows; moves each half minute and when the panel is looked at again. Epoch ms. */
export const now = signal(Date.now());

/** The rep's time zone as it is at this moment: it changes while travelling. */
export function zone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function runClock(end: AbortSignal): void {
  const tick = (): void => { now.value = Date.now(); };
  const timer = setInterval(tick, 30_000);
  document.addEventListener('visibilitychange', tick, { signal: end });
  addEventListener('focus', tick, { signal: end });
  end.addEventListener('abort', () => clearInterval(timer), { once: true });
}
