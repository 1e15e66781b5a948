import { uiLocale } from '../../platform/locale.ts';

/** A whole number as the rep writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(uiLocale()).format(value);
}
