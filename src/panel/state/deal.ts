import { readSetting } from '../../storage/setting.ts';
import { book, useLive } from './book.ts';

/** The currency (ISO code) in which the book counts money, or undefined while the rep has not said. */
export function useCurrency(): string | undefined {
  return useLive(() => readSetting<{ currency?: unknown }>(book, 'deal', {}), [])?.currency as string | undefined;
}
