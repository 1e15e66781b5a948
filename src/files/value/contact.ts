import { emailKey, webUrl } from '../../domain/identity.ts';

const NOTHING = /^(?:n\/?a|none|null|nil|unknown|undefined|-+|–|—|\.|\?+|k\.? ?a\.?|0)$/i;
const MOST = 20;
const PHONE = /^[+(]?\d[\d\s().\-/\u2010-\u2015]*(?:\s?(?:ext\.?|x|#)\s?\d{1,6})?$/i;

/** Does a cell say that there is nothing? Tools write "N/A", "-" or "null" into cells that should be empty. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}

/** The mail addresses of a cell ("mailto:", names around them, several); `bad` = something stands there that is none; `lost` = what else looks like one, or is one too many. */
export function emailsOf(text: string): { emails: string[]; bad: boolean; lost: string[] } {
  if (saysNothing(text)) return { emails: [], bad: false, lost: [] };
  const found = new Map<string, string>();
  const lost: string[] = [];
  for (const part of text.slice(0, 5_000).split(/[;,|\s<>()[\]"']+/)) {
    const address = part.replace(/^mailto:/i, '').split('?')[0]!;
    const key = emailKey(address);
    if (key && found.size < MOST && !found.has(key)) found.set(key, address);
    else if (address.includes('@') && !(key && found.has(key))) lost.push(part);
  }
  return { emails: [...found.values()], bad: found.size === 0 && text.trim() !== '', lost };
}

/** The telephone numbers of a cell, as they are written; `lost` = what else stands there. What a spreadsheet has turned into 4.9E+11 is none any more. */
export function phonesOf(text: string): { phones: string[]; lost: string[] } {
  const numbers = text.slice(0, 1_000).split(/[;|\n]|,(?=\s*[+(0])|\s\/\s/).map((part) => part.replace(/^\s*(?:p:|tel:|')?\s*/i, '').replace(/\s+/g, ' ').trim());
  const phones = new Set<string>();
  const lost: string[] = [];
  for (const one of numbers) {
    if (phones.has(one) || one === '' || saysNothing(one)) continue;
    if (phones.size < MOST && one.length <= 40 && PHONE.test(one) && digits(one) >= 5 && digits(one) <= 20) phones.add(one);
    else lost.push(one);
  }
  return { phones: [...phones], lost };
}

/** An address on the web as a file spells it, with its scheme; null when it is none. */
export function webOf(text: string): string | null {
  const said = text.trim().replace(/^['"]|['"]$/g, '');
  if (!said || said.length > 2_000 || /[\s<>"]/.test(said) || saysNothing(said)) return null;
  const url = webUrl(/^https?:\/\//i.test(said) ? said : `https://${said.replace(/^\/\//, '')}`);
  return url && /\.\p{L}[\p{L}\d-]*$/u.test(url.hostname) && !url.username ? url.href : null;
}

/** The addresses of a cell that holds several. */
export function websOf(text: string): string[] {
  return [...new Set(text.slice(0, 10_000).split(/[;,|\s]+/).map(webOf).filter((one) => one !== null))].slice(0, MOST);
}

/** The address of a person on LinkedIn: a whole address, or the name in it. */
export function linkedinOf(text: string): string | null {
  const said = text.trim();
  if (/^(?:in\/)?[\p{L}\d-]{3,100}\/?$/u.test(said) && !saysNothing(said)) return `https://www.linkedin.com/in/${said.replace(/^in\//, '').replace(/\/$/, '')}`;
  return webOf(said);
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}
