import type { Draft } from '../../domain/draft.ts';
import type { Address } from '../../domain/identity.ts';
import { count, lines } from '../reading/text.ts';
import { HIDDEN, all, attribute, counts, keyOf, picture, prose, said, shown, texts, websites } from './element.ts';
import { draftOf, keysOf, readings } from './profile.ts';

const TOP = '.org-top-card,.top-card-layout';
const INFO = '.org-top-card-summary-info-list__info-item,.top-card-layout__first-subline';
const STAFF = '[class*=employees-on-linkedin],a[href*="urrentCompany"],[data-tracking-control-name^="org-employees"],[data-anonymize=company-size]';
const RANGE = /^\D{0,20}\d[\d.,\s]*[KM]?\s?(?:[-–—]\s?\d|\+)/;

/** A company, school or showcase page, logged in or out, and a Sales Navigator account; null when the page shows none. */
export function organization(doc: Document, claim: Address): Draft | null {
  const main = doc.querySelector('main,[role=main]') ?? doc.documentElement;
  const tab = all(main, 'a[href*="/about"]').map((one) => one.getAttribute('href')).find(keyOf);
  const told = tab ? [tab] : [attribute(doc, 'link[rel=canonical]'), attribute(doc, 'meta[property="og:url"]', 'content')];
  const top = main.querySelector(TOP) ?? (tab || /sales-/.test(claim.key) ? main : null);
  const heading = all(top, '[data-anonymize=company-name]').concat(all(top, 'h1'), all(top, 'h2')).find(shown);
  if (!top || !heading) return null;
  const card = top.matches(TOP) || /sales-/.test(claim.key) ? top : heading.closest('section') ?? top;

  const dd = (name: string): string => said(main, `[data-test-id="about-us__${name}"] dd`);
  const about = main.querySelector('dl')?.closest('section');
  const plain = (line: string): boolean => !!line && !/\d/.test(line);
  const info = all(top, INFO).filter((one) => !one.closest('a') && !one.querySelector('a')).flatMap((one) => lines(one, `[data-modal],button,${HIDDEN}`));
  const bare = info.length ? [] : texts(card, 'p').slice(0, 4);
  info.push(...bare.filter((line) => line.includes(' · ')).flatMap((line) => line.split(' · ')));
  const words = info.filter(plain);
  const logged = !top.matches('.top-card-layout');
  const staff = texts(main, STAFF).filter((line) => /\d/.test(line));
  const sites = [...websites(card), ...all(main, 'dl').flatMap(websites)];
  return draftOf('company', claim, keysOf(told), readings('structure:topcard', 0.9, {
    name: () => shown(heading),
    industry: () => (logged ? words[0] : '') || dd('industry') || said(top, '[data-anonymize=industry],.top-card-layout__headline'),
    location: () => words[logged ? 1 : 0] || dd('headquarters') || (logged ? '' : info[0]?.replace(/\s*\p{Nd}.*$/u, '')) || said(top, '[data-anonymize=location]'),
    followers: () => counts(info.filter((line) => !RANGE.test(line))).followers,
    employees: () => count(staff.find((line) => !RANGE.test(line))),
    size: () => [...staff, ...info, ...all(main, 'dd').filter((one) => !one.querySelector('a')).map(shown)].find((line) => RANGE.test(line)),
    founded: () => Number(dd('foundedOn') || texts(main, 'dd').find((line) => /^\d{4}$/.test(line))) || null,
    tagline: () => said(top, '[class*=tagline],.org-top-card p,.top-card-layout__second-subline') || bare.find((line) => !line.includes(' · ')),
    about: () => prose(main.querySelector('[data-test-id="about-us__description"],[class*=organization-description],[data-anonymize=company-blurb]') ?? about?.querySelector('p')),
    websites: () => [...new Set(sites)],
    domain: () => sites[0] && new URL(sites[0]).hostname.replace(/^www\./, ''),
    avatar: () => picture(card, /company-logo/),
  }));
}
