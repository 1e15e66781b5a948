/** A letter as an address that the rep's mail program opens. `isShort`: the text did not fit and is not in it; it has to be pasted. */
export interface Mailto {
  href: string;
  isShort: boolean;
}

/** Some browsers and mail programs cut or refuse addresses that are longer (docs/decisions/templates.md). */
export const LONGEST_MAILTO = 1_900;

/** The `mailto:` address (RFC 6068) of a message; null when `to` is no mail address. Nothing but To, Subject and Body can be in it, whatever the texts hold. */
export function mailto(to: string, subject: string, body: string): Mailto | null {
  const address = to.trim();
  const at = address.lastIndexOf('@');
  if (!/^[^\s@<>"(),:;\\[\]\p{Cc}\p{Cf}]+@[^\s@<>"(),:;\\[\]\p{Cc}\p{Cf}]+$/u.test(address) || address.length > 254 || at < 1) return null;
  const start = `mailto:${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`;
  const line = subject.replace(/[\s\p{Cc}]+/gu, ' ').trim().toWellFormed();
  const head = line ? `${start}?subject=${encodeURIComponent(line)}` : start;
  const text = encodeURIComponent(body.toWellFormed().replace(/\r\n?|\n/g, '\r\n'));
  const href = text ? `${head}${line ? '&' : '?'}body=${text}` : head;
  if (href.length <= LONGEST_MAILTO) return { href, isShort: false };
  return { href: head.length <= LONGEST_MAILTO ? head : start, isShort: true };
}
