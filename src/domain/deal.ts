/** What deals are counted in, and what an ordinary one is worth; without `typical` no value can be judged. */
export interface Deal {
  /** ISO 4217: three capital letters. */
  currency: string;
  typical?: number;
}

export const DEFAULT_DEAL: Deal = { currency: 'USD' };

/** More than this is a slip of the hand, or a file's. */
export const MOST_MONEY = 1e12;

/** What a setting or a file says of deals; what is not sound in it is as if it had not been said. */
export function checkDeal(said: unknown): Deal {
  const { currency, typical } = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>;
  return {
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : DEFAULT_DEAL.currency,
    ...(isMoney(typical) && typical > 0 ? { typical } : {}),
  };
}

/** An amount that can be kept: finite, not below 0, not above a trillion. */
export function isMoney(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= MOST_MONEY;
}

/**
 * An amount as typed: `12000`, `12,000`, `12.000,50`, `12 000 €`, `12k`, `1.5m`. Of two different separators the last one is the decimal's;
 * one alone is it too, unless it stands three digits before the end. null = no amount, or one that cannot be kept; '' gives undefined.
 */
export function moneyOf(typed: string): number | undefined | null {
  const text = typed.normalize('NFKC').replace(/[\s'’]/g, '').toLowerCase();
  if (text === '') return undefined;
  const found = /^\D{0,4}?(\d[\d.,]*?)(k|m|mio|mn)?\D{0,4}$/.exec(text);
  if (!found || text.includes('-')) return null;
  const [, digits = '', scale] = found;
  const decimal = /[.,](?=[^.,]*$)/.exec(digits);
  const isThousands = decimal && (/^\d{1,3}([.,]\d{3})+$/.test(digits) && new Set(digits.replace(/\d/g, '')).size === 1);
  const plain = decimal && !isThousands ? `${digits.slice(0, decimal.index).replace(/[.,]/g, '')}.${digits.slice(decimal.index + 1)}` : digits.replace(/[.,]/g, '');
  const value = Number(plain) * (scale === 'k' ? 1e3 : scale ? 1e6 : 1);
  return isMoney(value) ? Math.round(value * 100) / 100 : null;
}
