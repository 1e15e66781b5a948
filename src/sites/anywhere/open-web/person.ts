import { bare, type Context } from './context.ts';
import type { Line } from './page.ts';
import { reachOf, type Reach } from './reach.ts';
import { compact, COMPANY, FIRST_PERSON, isRole, mayName, PEOPLE, personName, ROLE, telling } from './words.ts';

/** Somebody found by structure alone, and the line at which their name stands (-1: only the title says it). */
export interface Named {
  name: string;
  at: number;
}

const ENOUGH = 4;

/** The one person a page without markup is about; null when the evidence is thin. */
export function namedPerson(context: Context): Named | null {
  const { lines, titles, home, path, heading, meta } = context;
  const own = home || path.length === 1 && (COMPANY.test(compact(path[0]!)) || /^(bio|me|cv|resume|vita)$/i.test(path[0]!));
  const tried = new Map<string, number>();
  const consider = (text: string, where?: number): void => {
    if (!mayName(text)) return;
    const name = personName(text) ?? personName(text.split(/\s[–—|-]\s|\s?[|•·]\s?|, /)[0]!) ?? (own ? within(text) : null);
    if (name && !tried.has(name)) tried.set(name, where ?? lines.findIndex((line) => line.text === text));
  };
  for (let at = 0; at < lines.length && tried.size < 9; at++) {
    const line = lines[at]!;
    if (line.level && line.level < 4 && (own || !line.aside)) consider(line.text, at);
  }
  if (own) for (const text of [...titles, meta('author')]) consider(text);
  else if (!heading) consider(titles[0] ?? '');
  if (!tried.size && !heading && !own) for (const [at, line] of lines.entries()) if (!line.aside && tried.size < 3) consider(line.text, at);
  let best: Named | null = null, most = ENOUGH;
  const told = tried.size ? tellingOf(context) : [];
  for (const [name, at] of tried) {
    const score = evidence(context, told, name, at, own);
    if (score > most || score === most && !best) [best, most] = [{ name, at }, score];
  }
  return best;
}

/** The first name in a text: "Hi, I'm Ada Example, a …" or "Ada Example's home page". */
function within(text: string): string | null {
  for (const clause of text.slice(0, 200).split(/[,:;!?|()]|(?<=\p{Ll}{4})\.\s|['’]s\s/u)) {
    const words = clause.trim().split(' ');
    for (let from = 0; from < words.length; from++) {
      for (let to = Math.min(words.length, from + 4); to > from + 1; to--) {
        const name = personName(words.slice(from, to).join(' ').replace(/\.$/, ''));
        if (name) return name;
      }
    }
  }
  return null;
}

/** A line that leads to somebody, and where it stands. */
type Telling = Reach & Pick<Line, 'aside'> & { at: number };

function tellingOf({ lines, base }: Context): Telling[] {
  const told: Telling[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!, reach = reachOf(line, base);
    if (reach) told.push({ ...reach, at, aside: line.aside });
  }
  return told;
}

/** How much speaks for `name` being whom the page is about; 0 unless enough of it speaks of a person at all. */
function evidence({ lines, titles, url, path, home, heading, meta }: Context, told: Telling[], name: string, at: number, own: boolean): number {
  const words = telling(name);
  const all = (text: string): boolean => words.length > 0 && words.every((word, n) => compact(text).includes(word) || n > 0 && n < words.length - 1);
  const some = (text: string): boolean => words.some((word) => compact(text).includes(word));
  const near = own ? told : told.filter((one) => one.at >= at - 3 && one.at < at + 40 && !one.aside);
  const mails = near.flatMap(({ mailto, emails }) => [...mailto, ...emails]);
  const profiles = near.flatMap((one) => one.profiles);
  const named = profiles.some((one) => some(one.pathname));
  const members = new Set(profiles.map((one) => one.host + one.pathname).filter((one) => /linkedin\.com\/in\//.test(one)));
  const host = bare(url), place = own ? host + url.pathname : path.slice(-2).join(' ');
  // on a contact page, or under another heading, a name is somebody's among others
  if ((COMPANY.test(compact(path.at(-1) ?? '')) || heading && !all(heading)) && !all(titles.join(' ')) && !all(place)) return 0;
  const sum = (...points: [boolean, number][]): number => points.reduce((total, [yes, point]) => total + (yes ? point : 0), 0);

  const personal = sum(
    [mails.some((mail) => some(mail.split('@')[0]!) && !mail.startsWith(`${host.split('.')[0]}@`)), 2],
    [mails.some((mail) => all(mail.split('@')[0]!)), 1],
    [!own && named, 1.5],
    // several members who are called otherwise are those who work there, or whom others looked at
    [profiles.some((one) => /^(scholar\.google|orcid|dblp|(www\.)?researchgate)\./.test(one.host)) || members.size > 0 && (named || members.size < 2), 1.5],
    [near.some((one) => one.card), 1.5],
    [path.slice(0, -1).some((one) => PEOPLE.test(one)), 2],
    [at >= 0 && !!roleAfter(lines, at, name, 4), 1],
    [meta('og:type') === 'profile' && (!meta('og:title') || all(meta('og:title'))), 1.5],
    [own && compact(meta('author')) === compact(name), 1],
    [own && lines.slice(0, 30).some((line) => !line.aside && FIRST_PERSON.test(line.text)), 1.5],
    [own && titles.some((part) => ROLE.test(part)), 0.5],
    [profiles.some((one) => /linkedin\.com\/company/.test(one.href)), own ? -1 : 0],
  );
  return personal < 1.5 ? 0 : personal + sum(
    [titles.some((part) => compact(part) === compact(name)), 0.5],
    [all(titles.join(' ')), 0.5],
    [at >= 0, 1],
    [all(place), 1],
    [some(place), 0.5],
    [lines.some((line) => !line.aside && line.images.some((image) => all(image.alt))), 1],
    [home && named, 1],
    [near.some((one) => one.tel), 0.5],
  );
}

/** The line after a name that says what they do, if one of the next few does. */
export function roleAfter(lines: Line[], at: number, name: string, reachable = 7): string {
  const own = lines[at]!.text;
  const rest = own.startsWith(name) ? own.slice(name.length).replace(/^[\s,|–—•·-]+/, '') : '';
  if (ROLE.test(rest)) return rest;
  const plain = compact(name);
  return lines.slice(at + 1, at + 12).filter((line) => line.text && compact(line.text) !== plain).slice(0, reachable)
    .find((line) => !line.aside && isRole(line.text))?.text ?? '';
}
