import { companyDomain, domainKey } from './company-domain.ts';
import { emailKey, webUrl } from './identity.ts';
import type { Prospect } from './prospect.ts';
import { phoneKey, spellingsOf } from './suppression.ts';

/** A do-not-contact list as it was typed or came in a file: identities (`spellingsOf`), and lines in which nothing was understood. */
export interface ContactList {
  identities: string[];
  counts: { emails: number; domains: number; profiles: number; phones: number };
  /** Not understood: their number in the text, from 1, and what stands there, cut. At most 1,000; `unread` counts all. */
  lines: { line: number; text: string }[];
  unread: number;
}

/** The most that is read: lines, and identities. */
export const LIST_LIMITS = { lines: 500_000, identities: 500_000, shown: 1_000 };

/** Letters of the longest cell that is looked at. */
const LONGEST = 500;

/** A day, as lists say since when: eight digits make no telephone of it. */
const DAY = /^((19|20)\d\d([-/.])\d{1,2}\3\d{1,2}|\d{1,2}([-/.])\d{1,2}\4(19|20)\d\d)(\s|$)/;

/** Domains of everybody's mailboxes: such a line would bar half of the world. */
const EVERYBODYS = /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|proton|protonmail|pm|zoho|yandex|qq|163|126|t-online|orange|free|libero|fastmail)\.[a-z.]{2,6}$/;

/** Reads a list: one or more of e-mail address, domain (also `@acme.example`), profile address or telephone number in each line or cell; heads and names in between are passed over. `keyOf` makes an address an identity. Yields now and then: a list may be long. */
export function* readContactList(text: string, keyOf: (address: string) => string | null): Generator<void, ContactList> {
  const found = new Map<string, keyof ContactList['counts']>();
  const list: ContactList = { identities: [], counts: { emails: 0, domains: 0, profiles: 0, phones: 0 }, lines: [], unread: 0 };
  let seen = 0;
  for (const [at, line] of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).slice(0, LIST_LIMITS.lines).entries()) {
    let [cells, read] = [0, 0];
    for (const said of line.split(/[,;\t]/)) {
      // nothing so long is an address; to look for quotes around megabytes of them would take for ever
      const cell = said.length > LONGEST ? said : said.trim().replace(/^["'<]+|["'>]+$/g, '').trim();
      if (cell === '') continue;
      cells++;
      // a whole list may stand in one line
      if (++seen % 100 === 0) yield;
      const one = identityOf(cell, keyOf);
      if (!one) continue;
      read++;
      if (found.size < LIST_LIMITS.identities) found.set(one.identity, one.kind);
    }
    if (cells === 0 || read > 0) continue;
    list.unread++;
    if (list.lines.length < LIST_LIMITS.shown) list.lines.push({ line: at + 1, text: line.slice(0, 120) });
  }
  for (const kind of found.values()) list.counts[kind]++;
  list.identities = [...found.keys()];
  return list;
}

function identityOf(cell: string, keyOf: (address: string) => string | null): { kind: keyof ContactList['counts']; identity: string } | null {
  if (cell.length > LONGEST) return null;
  const email = emailKey(cell);
  if (email) return { kind: 'emails', identity: email };
  if (!/\s/.test(cell) && cell.includes('/') && cell.includes('.')) {
    const address = webUrl(/^https?:/i.test(cell) ? cell : `https://${cell}`);
    const key = address && keyOf(address.href);
    return key ? { kind: 'profiles', identity: key } : null;
  }
  const host = cell.replace(/^(\*\.|@)/, '').toLowerCase();
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(host)) {
    const domain = companyDomain(host);
    return domain && !EVERYBODYS.test(domain) ? { kind: 'domains', identity: domainKey(domain) } : null;
  }
  const phone = /^[+\d][\d\s()./-]+$/.test(cell) && !DAY.test(cell) ? phoneKey(cell) : null;
  return phone ? { kind: 'phones', identity: phone } : null;
}

/** Those of a list's identities that mean this person. */
export function meantBy(person: Prospect, identities: ReadonlySet<string>): string[] {
  return spellingsOf(person).filter((one) => identities.has(one));
}
