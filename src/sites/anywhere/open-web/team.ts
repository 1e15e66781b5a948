import type { Row } from '../../../domain/draft.ts';
import { webKey, webUrl } from '../../../domain/identity.ts';
import { emailsIn, mailto } from '../../reading/contact.ts';
import { fold } from '../../reading/text.ts';
import type { Context } from './context.ts';
import { compact } from './entity.ts';
import type { Line } from './page.ts';
import { nameWords, PEOPLE, personName, ROLE } from './words.ts';

const MOST = 300;

interface Entry {
  name: string;
  role: string;
  from: number;
  to: number;
}

/** The rows of a team page: lines that look alike, most of them names, each with a role, an address or a picture. Empty when it is none. */
export function teamRows({ page, path, titles, url }: Context, base: string): Row[] {
  const { lines } = page;
  const groups = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (!line.aside && line.text.length < 120) (groups.get(line.mark) ?? groups.set(line.mark, []).get(line.mark)!).push(at);
  }
  const heading = lines.find((line) => line.level === 1 && !line.aside)?.text ?? '';
  const team = PEOPLE.test(path.slice(-2).join(' / ')) || PEOPLE.test(titles[0] ?? '') || PEOPLE.test(heading);
  let best: Entry[] = [];
  for (const all of groups.values()) {
    const entries = all.map((at) => ({ at, ...split(lines[at]!) })).filter((one) => one.name !== null) as { at: number; name: string; role: string }[];
    if (entries.length < 2 || entries.length < all.length * 0.5 || new Set(entries.map((one) => one.name)).size < entries.length * 0.8) continue;
    const rows = entries.map((one, n) => ({ name: one.name, role: one.role, from: one.at, to: Math.min(entries[n + 1]?.at ?? one.at + 8, one.at + 25) }));
    const worked = rows.filter((row) => row.role || lines.slice(row.from + 1, Math.min(row.to, row.from + 4)).some((line) => line.text.length < 120 && ROLE.test(line.text))).length;
    const reached = rows.filter((row) => page.links.some((link) => link.at >= row.from && link.at < row.to && mailto(link.element.getAttribute('href')!)) || lines.slice(row.from, row.to).some((line) => emailsIn(line.text).length)).length;
    const pictured = rows.filter((row) => page.images.some((image) => image.at >= row.from - 1 && image.at < row.to && compact(image.text).includes(compact(row.name)))).length;
    const enough = Math.max(worked, reached, team ? pictured : 0) >= rows.length * (team ? 0.34 : 0.5);
    if (enough && (team || rows.length > 2) && rows.length > best.length) best = rows;
  }
  return best.slice(0, MOST).map((row) => {
    const words = nameWords(row.name).map(compact);
    const link = page.links.find((one) => one.at >= row.from - 1 && one.at < row.to && compact(one.text).includes(words.at(-1)!)) ?? page.links.find((one) => one.at >= row.from - 1 && one.at < row.to && !!webUrl(one.element.getAttribute('href'), base) && compact(one.element.getAttribute('href')!).includes(words.at(-1)!));
    const image = page.images.find((one) => one.at >= row.from - 1 && one.at < row.to && compact(one.text).includes(words.at(-1)!)) ?? page.images.find((one) => one.at === row.from);
    const href = webUrl(link?.element.getAttribute('href'), base);
    const avatar = webUrl(image?.element.getAttribute('src'), base);
    const headline = row.role || roleOf(lines, row);
    return { name: row.name, ...(headline ? { headline } : {}), ...(href && webKey(href) !== webKey(url) ? { url: href.href, key: webKey(href) } : {}), ...(avatar ? { avatar: avatar.href } : {}) };
  });
}

function split(line: Line): { name: string | null; role: string } {
  const whole = personName(line.text);
  if (whole) return { name: whole, role: '' };
  const [, name = '', role = ''] = /^(.{3,50}?)(?:,\s|\s[–—|·•-]\s|:\s)(.{2,80})$/.exec(line.text) ?? [];
  return ROLE.test(role) ? { name: personName(name), role } : { name: null, role: '' };
}

/** The short lines under a name, as far as they are one block. */
function roleOf(lines: Line[], row: Entry): string {
  const after = lines.slice(row.from + 1, row.to).filter((line) => compact(line.text) !== compact(row.name));
  const first = after[0];
  if (!first || first.text.length > 110 || /[.!?>…»]$|@|\d{3}/.test(first.text)) return '';
  const second = after[1];
  if (!second || second.block !== first.block || second.text.length > 90 || /[.!?>…»]$|@|\d{3}|:/.test(second.text)) return first.text;
  return fold(`${first.text}${/(?:,|&|\band|\bund|\bet|\by|\bof|\bfor)$/i.test(first.text) ? '' : ','} ${second.text}`);
}
