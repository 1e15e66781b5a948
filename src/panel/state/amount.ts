import { uiLocale } from '../../platform/locale.ts';

/** An amount in a currency (ISO 4217) without needless digits; as a plain number with the code when the browser does not know the currency. */
export function amountShown(value: number, currency: string): string {
  try {
    return new Intl.NumberFormat(uiLocale(), { style: 'currency', currency, maximumFractionDigits: Number.isInteger(value) ? 0 : 2 }).format(value);
  } catch {
    return `${new Intl.NumberFormat(uiLocale()).format(value)} ${currency}`;
  }
}
