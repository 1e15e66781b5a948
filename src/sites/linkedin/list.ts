import type { Row } from '../../domain/draft.ts';
import type { Address } from '../../domain/identity.ts';
import { present } from '../reading/pick.ts';
import { lines } from '../reading/text.ts';
import { FACE, HIDDEN, all, claimAt, picture, said, shown } from './element.ts';

const ROW = 'li,tr,[role=listitem],[data-chameleon-result-urn],[data-x-search-result],.search-result__wrapper';
const NAME = '[data-anonymize=person-name],[data-anonymize=company-name],.actor-name,[class*=card__profile-title],[class*=card__name],span[dir=ltr]>span[aria-hidden=true]';
const NOT_SAID = `button,ul,[class*=badge],[class*=degree],${HIDDEN}`;

/** The people or organizations of a list, in page order. What a row shows of others (mutual connections) is below its own name. */
export function rows(doc: Document, claim: Address): Row[] {
  const organizations = /:[^?]*(?:compan|school)[^/?]*(?:\?|$)/.test(claim.key);
  const wanted = organizations ? 'company' : 'person';
  const main = doc.querySelector('main,[role=main],#main') ?? doc.documentElement;
  const found = new Map<Element, Row | null>();
  const known = new Set<string>();
  const links = all(main, 'a[href]').flatMap((link) => {
    const to = claimAt(link.getAttribute('href'));
    return to?.kind === wanted && !link.closest('aside') ? [{ link, to }] : [];
  }).slice(0, 500);
  const marked = links.some(({ link }) => main.contains(link.closest(ROW)));
  links.forEach(({ link, to }, i) => {
    const other = (one: { to: Address }): boolean => one.to.key !== to.key;
    const beside = [links.slice(0, i).findLast(other), links.slice(i).find(other)].filter((one) => !!one);
    let row: Element | undefined;
    for (let at = link; at !== main; at = at.parentElement!) {
      // where rows are not marked, one is as much as holds one person's links alone
      if (marked ? at.matches(ROW) : beside.length && !beside.some((one) => at.contains(one.link))) row = at;
    }
    if (!row || found.has(row)) return;
    found.set(row, known.has(to.key) || row.querySelector('a[href*="/headless"]') ? null : read(row, link, to, organizations || claim.key.endsWith('/people')));
    known.add(to.key);
  });
  return [...found.values()].filter((one) => one !== null);
}

function read(row: Element, link: Element, { key, url }: Address, placeless: boolean): Row | null {
  const href = link.getAttribute('href');
  const links = all(row, 'a[href]').filter((one) => one.getAttribute('href') === href && shown(one));
  const named = all(row, NAME)[0] ?? links.sort((a, b) => shown(a).length - shown(b).length)[0];
  const name = shown(named).replace(/\s*[·•].*$/, '');
  if (!named || !name) return null;
  const below = after(named, row);
  return present<Row>({
    name,
    headline: said(row, '[data-anonymize=title],[data-anonymize=headline],.subline-level-1') || below[0],
    location: said(row, '[data-anonymize=location],.result-lockup__misc-item,.subline-level-2') || (!placeless && !/\d/.test(below[1] ?? '') ? below[1] : ''),
    company: named.matches('[data-anonymize=company-name]') ? '' : said(row, '[data-anonymize=company-name],.result-lockup__position-company a'),
    url,
    key,
    avatar: picture(row, placeless ? /company-logo|profile-/ : FACE, named),
  });
}

/** The lines beside the name: the first generation of what follows it that says anything but its distance. */
function after(name: Element, row: Element): string[] {
  const found: string[] = [];
  for (let at = name; at !== row && !found.length; at = at.parentElement!) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      const line = lines(next, NOT_SAID)[0];
      if (line && !/^[·•]/.test(line)) found.push(line);
    }
  }
  return found;
}
