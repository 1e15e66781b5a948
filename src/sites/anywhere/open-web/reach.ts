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

/** What a line has of links to the outside and of mail addresses; found once, and null for most lines. */
export function reachOf(line: Line, base: string): Reach | null {
  return line.leads ? line.reach ??= look(line, base) : null;
}

function look({ text, links }: Line, base: string): Reach {
  const found: Reach = { mailto: [], emails: emailsIn(text), profiles: [], tel: false, card: false };
  for (const link of links) {
    const mail = reach(link, 'mailto'), href = link.getAttribute('href') ?? '', profile = profileUrl(href, base);
    if (mail) found.mailto.push(mail);
    if (profile) found.profiles.push(profile);
    if (reach(link, 'tel')) found.tel = true;
    if (/\.vcf|vcard/i.test(href)) found.card = true;
  }
  return found;
}
