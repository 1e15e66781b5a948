// what turns the direction of text or hides in it; the joiners that emoji and Persian and Indic words need stay
const HIDDEN = /(?!\u200c|\u200d)[\p{Cf}\p{Co}\u2028\u2029]/gu;

/** Text of several lines as it may leave in a message: no control or direction characters, lines end with \n, at most two of them in a row, nothing around it. */
export function plainText(text: string, longest: number): string {
  return text.slice(0, longest * 2).toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(HIDDEN, '').replace(/(?![\n\t])\p{Cc}/gu, '').replace(/\t/g, ' ')
    .replace(/[^\S\n\u00a0\u202f]+$/gmu, '').replace(/\n{3,}/g, '\n\n').trim().slice(0, longest).toWellFormed().replace(/[\s\ufffd]+$/, '');
}

/** The same in one line, with single spaces. */
export function plainLine(text: string, longest: number): string {
  return plainText(text, longest).replace(/\s+/g, ' ').trim();
}
