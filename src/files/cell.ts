import { fileText } from './format.ts';

/** What one cell can hold; an array is one cell with several values. */
export type Cell = string | number | readonly string[] | null | undefined;

const FORMULA_START = new Set(['=', '+', '-', '@']);
const PLAIN_NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?([.,]\d+)?(e[+-]?\d+)?%?$/i;
// eslint-disable-next-line no-control-regex -- these are what is harmful
const HARMLESS = /^[A-Za-z0-9\u00c0-\u024f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]*$/;
const PHONE = /^\+[\d\s().\-/\u00a0\u2010-\u2015]+(\s?(ext\.?|x|#)\s?\d{1,6})?$/i;

/**
 * Text as a cell that no spreadsheet runs: what would begin a formula (= + - @, also as full-width or small letters, behind
 * white space or invisible characters; a leading tab or line break) gets an apostrophe in front. A plain number and an
 * international phone number stay as they are: they hold nothing but digits and punctuation, so nothing in them can run.
 */
export function safeCell(text: string): string {
  // nearly every cell is of this kind, and a big file has millions of them
  if (HARMLESS.test(text)) return text;
  const clean = fileText(text);
  if (/^[\t\r\n]/.test(clean)) return `'${clean}`;
  const seen = clean.replace(/^[\s\p{Z}\p{Cf}]+/u, '');
  const first = seen.slice(0, 1).normalize('NFKC');
  if (!FORMULA_START.has(first) || isPlainNumber(clean) || isPhone(clean)) return clean;
  return `'${clean}`;
}

/** A cell as text. Several values are joined by "; ", each made safe by itself: in many countries the semicolon separates cells. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return typeof cell === 'string' ? safeCell(cell) : cell.map(safeCell).join('; ');
}

function isPlainNumber(text: string): boolean {
  return text.length <= 40 && /\d/.test(text) && PLAIN_NUMBER.test(text);
}

function isPhone(text: string): boolean {
  if (text.length > 40 || !PHONE.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 5 && digits <= 21;
}
