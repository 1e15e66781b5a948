import type { Row } from '../../../domain/draft.ts';
import { webUrl } from '../../../domain/identity.ts';
import { pageKey, type Context } from './context.ts';
import { markOf, type Line } from './page.ts';
import { reachOf } from './reach.ts';
import { compact, COMPANY, isRole, nameWords, PEOPLE, personName, ROLE } from './words.ts';

interface Entry {
  name: string;
  role: string;
  line: Line;
  lines: Line[];
}

/** The rows of a team page: lines that look alike, most of them names, each with a role, an address or a picture. Empty when it is none. */
export function teamRows({ lines, found, path, titles, heading, base, url }: Context): Row[] {
  const team = [...path.slice(-2), titles[0] ?? '', heading].some((one) => PEOPLE.test(one));
  if (!team && COMPANY.test(compact(path.at(-1) ?? ''))) return [];
  const known = new Set(found.map((one) => one.name));
  const groups = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (line.aside || !line.text || line.text.length > 120) continue;
    const mark = markOf(line), group = groups.get(mark);
    if (group) group.push(at); else groups.set(mark, [at]);
  }
  let best: Entry[] = [];
  for (const [mark, all] of groups) {
    if (all.length < (team ? 2 : 3) || all.length <= best.length) continue;
    const entries = namesAt(lines, all);
    if (entries.length < (team ? 2 : 3) || entries.length <= best.length || mark.includes('blockquote') || new Set(entries.map((one) => one.name)).size < entries.length * 0.8) continue;
    const rows = entries.map(({ at, name, role }, n) => ({ name, role, line: lines[at]!, lines: lines.slice(at - (lines[at - 1]?.text ? 0 : 1), Math.min(entries[n + 1]?.at ?? at + 8, at + 25)) }));
    const share = (test: (row: Entry) => boolean): number => rows.filter(test).length / rows.length;
    const enough = Math.max(
      share((row) => known.has(row.name)),
      share((row) => row.lines.some((line) => { const reach = reachOf(line, base); return !!reach && reach.mailto.length + reach.emails.length > 0; })),
      team ? share((row) => !!row.role || row.lines.slice(0, 4).some((line) => isRole(line.text)) || row.lines.some((line) => line.images.some((image) => compact(image.alt).includes(compact(row.name))))) : 0,
    );
    if (enough >= (team ? 0.34 : 0.5)) best = rows;
  }
  return best.map((row) => {
    const last = compact(nameWords(row.name).at(-1)!);
    const links = row.lines.flatMap((line) => line.links).filter((link) => webUrl(link.getAttribute('href'), base));
    const link = webUrl((links.find((one) => compact(one.textContent!).includes(last)) ?? links.find((one) => compact(one.getAttribute('href')!).includes(last)))?.getAttribute('href'), base);
    const images = row.lines.flatMap((line) => line.images);
    const avatar = webUrl((images.find((one) => compact(one.alt).includes(last)) ?? images[0])?.getAttribute('src'), base);
    const headline = row.role || roleOf(row);
    return { name: row.name, ...(headline && { headline }), ...(link && pageKey(link) !== pageKey(url) && { url: link.href, key: pageKey(link) }), ...(avatar && { avatar: avatar.href }) };
  });
}

/** Those of a group of lines that are names; none at all once too many are not. */
function namesAt(lines: Line[], all: number[]): { at: number; name: string; role: string }[] {
  const entries = [];
  let others = 0;
  for (const at of all) {
    const { name, role } = split(lines[at]!);
    if (name) entries.push({ at, name, role });
    else if (++others > all.length / 2) return [];
  }
  return entries;
}

/** A line as a name, with what may stand beside it: "Ada Example, Chair". */
function split({ text, links }: Line): { name: string; role: string } {
  const linked = links[0]?.textContent?.trim() ?? '';
  const [name, role] = linked.length > 4 && linked !== text && text.startsWith(linked) ? [linked, text.slice(linked.length).replace(/^[\s,–—|•:-]+/, '')] : /^(.{3,50}?)(?:, |\s[–—|•-]\s|: )(.{2,80})$/.exec(text)?.slice(1) ?? ['', ''];
  const whole = personName(text);
  return whole && !linked ? { name: whole, role: '' } : personName(name!) && role!.length < 90 && (linked || ROLE.test(role!)) ? { name: personName(name!)!, role: role! } : { name: whole ?? '', role: '' };
}

/** The short lines under a name, as far as they are one block. */
function roleOf({ name, line: own, lines }: Entry): string {
  const [first, second] = lines.filter((line) => line !== own && line.text && compact(line.text) !== compact(name));
  const short = (line: Line | undefined): line is Line => !!line && line.text.length < 110 && !/[.!?>…»]$|@|\d{3}/.test(line.text);
  if (!short(first)) return '';
  return short(second) && second.block === first.block && !second.text.includes(':') ? `${first.text}${/(,|&|\b(and|und|et|of))$/i.test(first.text) ? '' : ','} ${second.text}` : first.text;
}
