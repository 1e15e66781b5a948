import { emailsIn, profileUrl, reach } from '../../reading/contact.ts';
import type { Line } from './page.ts';

/** Where a line leads outside its site, and whom it lets one reach. */
export interface Reach {
  /** The values of its `mailto:` links. */
  mailto: string[];
  /** The mail addresses in its text. */
  emails: string[];
  profiles: URL[];
  tel: boolean;
  /** It links a business card. */
  card: boolean;
}

const NOWHERE: Reach = { mailto: [], emails: [], profiles: [], tel: false, card: false };

/** What a line has of links to the outside and of mail addresses; found once, and null for most lines. */
export function reachOf(line: Line, base: string): Reach | null {
  line.reach ??= look(line, base);
  return line.reach === NOWHERE ? null : line.reach;
}

function look({ text, links }: Line, base: string): Reach {
  const emails = emailsIn(text);
  const outer = links.map((link) => [link, link.getAttribute('href') ?? ''] as const).filter(([, href]) => /^(https?:|\/\/|mailto:|tel:)|\.vcf|vcard/i.test(href));
  if (!emails.length && !outer.length) return NOWHERE;
  return {
    emails,
    mailto: outer.map(([link]) => reach(link, 'mailto')).filter(Boolean),
    profiles: outer.map(([, href]) => profileUrl(href, base)).filter((url) => url !== null),
    tel: outer.some(([link]) => reach(link, 'tel')),
    card: outer.some(([, href]) => /\.vcf|vcard/i.test(href)),
  };
}
