import { emailsIn, mailto, profileUrl } from '../../reading/contact.ts';
import { bare, type Context } from './context.ts';
import { compact } from './entity.ts';
import { COMPANY, FIRST_PERSON, nameWords, PEOPLE, personName, ROLE } from './words.ts';

/** Somebody found by structure alone, and the line at which their name stands (-1: only the title says it). */
export interface Named {
  name: string;
  at: number;
}

const ENOUGH = 4;

/** The one person a page without markup is about; null when the evidence is thin. */
export function namedPerson(context: Context): Named | null {
  const { page, titles, home, path } = context;
  const about = home || (path.length === 1 && (COMPANY.test(path[0]!) || /^(bio|me|cv|resume|vita|profile)$/i.test(path[0]!)));
  const tried = new Map<string, number>();
  const headings = page.lines.map((line, at) => ({ line, at })).filter(({ line }) => line.level > 0 && line.level < 4 && (!line.aside || about)).slice(0, 12);
  for (const { line, at } of headings) {
    const name = personName(line.text) ?? personName(line.text.split(/\s+[–—|-]\s+|\s*[|•·]\s*|,\s/)[0]!) ?? (about ? within(line.text) : null);
    if (name && !tried.has(name)) tried.set(name, at);
  }
  if (about) for (const title of [...titles, context.meta('author'), context.meta('og:site_name')]) {
    const name = personName(title) ?? within(title);
    if (name && !tried.has(name)) tried.set(name, page.lines.findIndex((line) => !line.aside && line.text === name));
  }
  let best: Named | null = null, most = ENOUGH;
  for (const [name, at] of tried) {
    const score = evidence(context, name, at, about);
    if (score >= most) { best = { name, at }; most = score + 0.01; }
  }
  return best;
}

/** "Hi, I'm Ada Example, a …" or "Ada Example's home page". */
function within(text: string): string | null {
  const run = /(?:\p{Lu}[\p{L}\p{M}.’-]+\s+)(?:(?:van|von|de|der|den|da|del|di|la|bin|al)\s+)*(?:\p{Lu}[\p{L}\p{M}.’-]*\s+){0,2}\p{Lu}[\p{L}\p{M}-]+(?=['’]s\b|[\s,.!]|$)/gu;
  for (const [found] of text.slice(0, 200).matchAll(run)) {
    const name = personName(found.replace(/['’]s$/, ''));
    if (name) return name;
  }
  return null;
}

/** How much speaks for `name` being whom the page is about; 0 unless something speaks of a person at all. */
function evidence({ page, titles, url, path, home, meta, doc }: Context, name: string, at: number, about: boolean): number {
  const whole = compact(name), words = nameWords(name).map(compact).filter((word) => word.length > 2);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const has = (text: string): boolean => { const plain = compact(text); return plain.includes(last) && plain.includes(first); };
  const some = (text: string): boolean => { const plain = compact(text); return words.some((word) => plain.includes(word)) || (last.length > 3 && plain.endsWith(last)); };
  const from = home || at < 0 ? 0 : Math.max(0, at - 3);
  const mine = (mark: { at: number; aside: boolean }): boolean => about || (!mark.aside && mark.at >= from);

  let looks = 0;
  if (titles.some((part) => compact(part) === whole)) looks += 1; else if (has(titles.join(' '))) looks += 0.5;
  if (at >= 0) looks += 1;
  if (home || about ? has(bare(url) + url.pathname) || words.some((word) => word.length > 3 && compact(url.pathname).endsWith(word)) : has(path.slice(-2).join(' '))) looks += 1.5;
  else if (some(path.slice(-1).join(' '))) looks += 1;
  const pictured = page.images.some((image) => !image.aside && has(image.text));
  if (pictured) looks += 1;

  let personal = 0;
  const nearby = page.lines.slice(from, at < 0 ? 40 : at + 40);
  const mails = [...page.links.filter(mine).map((link) => mailto(link.element.getAttribute('href')!)), ...nearby.filter((line) => about || !line.aside).flatMap((line) => emailsIn(line.text))].filter(Boolean);
  if (mails.some((mail) => some(mail.split('@')[0]!))) personal += 2;
  else if (mails.length || page.links.some((link) => mine(link) && /^tel:/i.test(link.element.getAttribute('href')!))) looks += 0.5;
  const elsewhere = page.links.filter(mine).map((link) => profileUrl(link.element.getAttribute('href'), url.href)).filter((one) => one !== null);
  if (elsewhere.some((one) => /^(scholar\.google|orcid|dblp|(www\.)?researchgate)\.|linkedin\.com\/in\//.test(one.host + one.pathname))) personal += 1.5;
  if (elsewhere.some((one) => some(one.pathname))) { if (about) looks += 1; else personal += 1.5; }
  if (page.links.some((link) => /\.vcf($|\?)|vcard/i.test(link.element.getAttribute('href')!))) personal += 1.5;
  if (path.slice(0, -1).some((one) => PEOPLE.test(one)) || PEOPLE.test(path.at(-1)?.replace(/[-_].*$/, '') ?? '') && path.length > 1) personal += 2;
  if (at >= 0 && roleAfter(page.lines, at, name)) personal += 1;
  if (meta('og:type') === 'profile' || compact(meta('profile:last_name')) === last && last) personal += 1.5;
  if (about && (compact(meta('author')) === whole)) personal += 1;
  if (about && page.lines.slice(0, 60).filter((line) => !line.aside).slice(0, 20).some((line) => FIRST_PERSON.test(line.text))) personal += 1;
  if (about && ROLE.test(titles.filter((part) => !has(part)).join(' ').slice(0, 80))) personal += 0.5;
  if (elsewhere.some((one) => /linkedin\.com\/company/.test(one.href))) personal -= 1;
  if (doc.querySelector('form[action*="/cart"]')) personal -= 2;
  return personal >= 1 ? looks + personal : 0;
}

/** The line under a name that says what they do, if one does. */
export function roleAfter(lines: Context['page']['lines'], at: number, name: string): string {
  const own = lines[at]!.text;
  const rest = own.length > name.length && own.startsWith(name) ? own.slice(name.length).replace(/^[\s,|–—•·-]+/, '') : '';
  if (rest && ROLE.test(rest)) return rest;
  let seen = 0;
  for (const line of lines.slice(at + 1, at + 12)) {
    if (compact(line.text) === compact(name)) continue;
    if (line.level > 0 && line.level <= lines[at]!.level && seen) break;
    if (++seen > 6) break;
    if (!line.aside && line.text.length < 120 && !/[.!?…]$|@|https?:/.test(line.text) && ROLE.test(line.text)) return line.text;
  }
  return '';
}
