import type { Address } from '../../domain/identity.ts';
import { isType, jsonLd, list, string, type Node } from '../reading/json-ld.ts';
import { count, lines, text } from '../reading/text.ts';
import { DIALOG, FACE, HIDDEN, all, attribute, counts, keyOf, picture, prose, said, shown, texts, websites } from './element.ts';
import { positions, type Position } from './position.ts';
import { keysOf, pronounsOf, readings, splitName, titleName, type Seen } from './profile.ts';

// Every layout of ten years has names of its own, so one table serves them all: Ember 2018-2025, logged out 2016-2024, mobile lite,
// Sales Navigator before and after 2021 (in this order where it matters).
const TOP = 'section[data-member-id],.pv-top-card,.pv-top-card-section,.top-card-layout,#topcard,.basic-profile-section,.profile-topcard,[data-sn-view-name="feature-lead-top-card"],h1[data-anonymize=person-name],section:has(a[href*="/contact-info"])';
const NAME = 'h1,.pv-top-card--list>li,[class*=entity__name],[data-anonymize=person-name]';
const HEADLINE = '.text-body-medium,[class*=headline],[data-anonymize=headline],.body-small.text-color-text,h2.t-18';
const PLACE = '[class*=__location],.pv-top-card--list-bullet>li,.locality,[data-anonymize=location],.text-body-small.inline.t-black--light';
const UNDER = '.top-card-layout__first-subline,.body-small.text-color-text-low-emphasis';
const NUMBERS = 'li,.member-connections,[class*=section__connections]';
const LINKED = '[data-section=currentPositionsDetails],[data-section=educationsDetails],[data-control-name$=n_see_more],[class*=section__company],[class*=section__school],[class*=summary-position] a,[data-anonymize=company-name],span:has(~.member-current-company),.member-current-company,li>button,li>a[href^="#e"]';
const ABOUT = '[class*=summary-text],.pv-about-section p,.summary>p,.summary [class*=__content],#summary .description,.about-section .description,[class*=summary-content],:is([id^=about],[data-sn-view-name*=about]) [data-anonymize=person-blurb]';
const WORK = '#experience,[id$=experience-section],.experience__list,.experience-container,#profile-experience,[data-sn-view-name$=experience]';
/** Since 2021 each text stands there twice: as seen, and for screen readers. */
const TWICE = 'span[aria-hidden=true]';
const ONCE = 'h2,h3,h4,h5,dt,dd,p.pv-entity__secondary-title,.date-range,.location,.list-item-heading,.body-small,.text-xs,p[class*=experience-]';
const ASIDE = `button,a,[data-modal],${DIALOG},${HIDDEN}`;

/** All layouts before the server-driven one, logged in or out, and Sales Navigator. */
export function classic(doc: Document, claim: Address): Seen | null {
  const hook = doc.querySelector(TOP);
  const person = jsonLd(doc).find((node) => isType(node, 'Person') && keyOf(string(node, 'url')) === claim.key);
  const top = hook?.matches('h1') ? hook.closest('section,main') : hook ?? (person && doc.querySelector('main'));
  const heading = all(hook && top, NAME).find((one) => !one.closest(HIDDEN) && shown(one));
  const name = splitName(shown(heading) || string(person, 'name'));
  if (!top || !name.name) return null;
  const link = attribute(top, 'a[href*="/contact-info"],a[href*="/overlay/"]') ?? (heading?.closest('a') ?? heading?.querySelector('a'))?.getAttribute('href');
  // of several such blocks the last has place and connections, in lines or all in a row
  const last = all(top, UNDER).filter((one) => !one.closest(DIALOG)).at(-1);
  const under = last?.querySelector('.member-current-company') ? [] : [...all(last, ':not(:has(*))').filter((one) => !one.closest(ASIDE)).map(shown), ...lines(last, ASIDE)];
  // Sales Navigator shows place and connections unmarked, next to the headline
  const sold = top.querySelector('[data-anonymize=headline]')?.nextElementSibling;
  if (sold) under.push(...lines(sold, ASIDE));
  const numbers = counts([...all(hook && top, NUMBERS).filter((one) => !one.querySelector('.dist-value,button,[role]')).map(shown), ...under]);
  const place = top.querySelector('#top-card-text-details-contact-info')?.parentElement?.previousElementSibling;
  const noDigit = (line: string): boolean => /\p{L}/u.test(line) && !/\d/.test(line);
  const about = section(doc, '#about');
  const member = top.closest('[data-member-id]')?.getAttribute('data-member-id');
  const profileId = /ACoAA[\w-]+/.exec(attribute(top, 'a[href*="onnectionOf="]') ?? '')?.[0];
  const places = affiliations(top);
  return {
    own: [
      Number(member) > 0 && `linkedin:member/${member}`,
      profileId && `linkedin:fsd/${profileId}`,
      ...keysOf([link, /:in\//.test(claim.key) ? '' : attribute(top, 'a[href*="/in/"]'), ...(link ? [] : [attribute(doc, 'link[rel=canonical]'), attribute(doc, 'meta[property="og:url"]', 'content'), string(person, 'url')])]),
    ],
    fields: {
      ...readings('open-graph', 0.8, { avatar: () => FACE.exec(attribute(doc, 'meta[property="og:image"]', 'content') ?? '')?.input }),
      ...readings('json-ld', 0.9, {
        location: () => string(person?.['address'], 'addressLocality'),
        company: () => named(person, 'worksFor'),
        title: () => named(person, 'jobTitle'),
      }),
      ...readings('structure', 0.8, { followers: () => all(section(doc, '#content_collections,#recent_activity'), 'p').map((one) => count(shown(one))).find(Number) }),
      ...readings('structure:topcard', 0.9, {
        name: () => name.name,
        pronouns: () => name.pronouns ?? all(heading?.parentElement?.closest('div'), 'span').map((one) => pronounsOf(text(one))).find(Boolean),
        headline: () => all(top, HEADLINE).filter((one) => !one.closest(ASIDE)).map(shown).find((line) => line && line !== '--'),
        location: () => (place && shown(place)) || texts(top, PLACE).find(noDigit) || under.findLast(noDigit),
        company: () => places.company,
        school: () => places.school,
        title: () => said(top, '[data-anonymize=job-title],[class*=position-title]'),
        industry: () => said(top, '.descriptor:not(.adr)'),
        about: () => prose(about?.querySelector('[class*=inline-show-more-text],.description') ?? seen(about)[0]) || prose(doc.querySelector(ABOUT)),
        avatar: () => picture(top, /\/profile-[dfo]\w+photo|\/mpr\//, heading),
        websites: () => websites(top),
        connections: () => numbers.connections,
        followers: () => numbers.followers,
      }),
    },
    affiliation: places.either,
    positions: work(section(doc, WORK)),
    schools: seen(section(doc, '#education')).map(text),
  };
}

/** The section that begins with this anchor, or that is it. */
function section(doc: Document, anchor: string): Element | null | undefined {
  const found = doc.querySelector(anchor);
  return found?.closest('section') ?? found;
}

/** The texts of a section since 2021, without those of its heading. */
function seen(section: Element | null | undefined): Element[] {
  return all(section, TWICE).filter((one) => !one.closest('h2'));
}

/** A page of one section, as `/details/experience/`, in any layout: whose it is stands in the title alone. `region` holds the positions, if it is theirs. */
export function details(doc: Document, works: boolean, region: Element | null): Seen | null {
  const main = region ?? doc.querySelector('main');
  const held = !works ? [] : region ? positions(region, 'p') : work(main);
  const name = titleName(doc);
  return main && (works ? held.length : name) ? {
    own: keysOf(all(main, 'a[href*="/in/"][href*="/overlay/"]').map((one) => one.getAttribute('href'))),
    fields: readings('title', 0.7, { name: () => name }),
    positions: held,
  } : null;
}

function work(region: Element | null | undefined): Position[] {
  return [TWICE, ONCE, 'h2,p,span'].reduce<Position[]>((held, selector) => (held.length ? held : positions(region, selector)), []);
}

/** Company and school beside the name; what says neither of itself is told apart by its place, or later. */
function affiliations(top: Element): { company?: string | undefined; school?: string | undefined; either?: string | undefined } {
  let company: string | undefined;
  let school: string | undefined;
  const plain: string[] = [];
  for (const element of all(top, LINKED)) {
    const value = lines(element, `th,${HIDDEN}`)[0]?.replace(/,$/, '');
    if (!value || (element.tagName === 'BUTTON' && !element.querySelector('img'))) continue;
    const marks = [element, ...all(element, 'img')].flatMap((one) => ['href', 'aria-label', 'data-section', 'data-control-name', 'class', 'data-anonymize'].map((name) => one.getAttribute(name))).join(' ').replace(value, '');
    if (/education|school/i.test(marks)) school ??= value;
    else if (/experience|position|company/i.test(marks)) company ??= value;
    else plain.push(value);
  }
  if (!company && !school && plain.length === 1) return { either: plain[0] };
  return { company: company ?? plain.shift(), school: school ?? plain.shift() };
}

function named(person: Node | undefined, key: string): string | undefined {
  const value = list(person?.[key])[0];
  const found = typeof value === 'string' ? value : string(value, 'name');
  return found.includes('***') ? undefined : found;
}
