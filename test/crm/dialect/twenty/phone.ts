import { coded } from './refused.ts';

const countries: Record<string, string> = {
  1: 'US', 7: 'RU', 20: 'EG', 27: 'ZA', 30: 'GR', 31: 'NL', 32: 'BE', 33: 'FR', 34: 'ES', 36: 'HU', 39: 'IT', 40: 'RO', 41: 'CH', 43: 'AT', 44: 'GB', 45: 'DK', 46: 'SE', 47: 'NO', 48: 'PL', 49: 'DE',
  52: 'MX', 55: 'BR', 61: 'AU', 64: 'NZ', 65: 'SG', 81: 'JP', 82: 'KR', 86: 'CN', 90: 'TR', 91: 'IN', 351: 'PT', 353: 'IE', 358: 'FI', 380: 'UA', 420: 'CZ', 971: 'AE', 972: 'IL',
};
const callingCodes = new Map([...Object.entries(countries).map(([code, country]): [string, string] => [country, `+${code}`]), ['CA', '+1']]);

/** A number with its codes, as the server keeps it. */
export interface Phone {
  number: string;
  country: string;
  calling: string;
}

/** Splits "+49…" into its codes; refuses a national number without any code and codes that contradict one another; '' is no number. */
export function phone(given: Phone): Phone {
  if (given.number === '') return given;
  const international = /^\+(\d+)$/.exec(given.number.replaceAll(/[\s().-]/g, ''))?.[1];
  if (international !== undefined) {
    const code = [1, 2, 3].map((length) => international.slice(0, length)).find((start) => countries[start] !== undefined);
    if (code === undefined) throw coded(`Provided phone number is invalid ${given.number}`, 'INVALID_PHONE_NUMBER');
    return agree({ number: international.slice(code.length), country: given.country || countries[code]!, calling: given.calling || `+${code}` });
  }
  if (given.country === '' && given.calling === '') throw coded(`Provided phone number is invalid ${given.number}`, 'INVALID_PHONE_NUMBER');
  return agree({
    number: given.number.replaceAll(/\D/g, ''),
    country: given.country || (countries[given.calling.replace('+', '')] ?? ''),
    calling: given.calling || (callingCodes.get(given.country) ?? ''),
  });
}

function agree(found: Phone): Phone {
  const expected = callingCodes.get(found.country);
  if (expected !== undefined && expected !== found.calling) {
    throw coded('Provided country code and calling code are conflicting', 'CONFLICTING_PHONE_CALLING_CODE_AND_COUNTRY_CODE');
  }
  return found;
}
