import type { Address } from '../../domain/identity.ts';
import { isType, jsonLd, list, string, type Node } from '../reading/json-ld.ts';
import { count, lines, text } from '../reading/text.ts';
import { DIALOG, FACE, HIDDEN, all, counts, keyOf, picture, prose, shown, websites } from './element.ts';
import { positions, type Position } from './position.ts';
import { PRONOUNS, readings, splitName, titleName, type Seen } from './profile.ts';

// Every layout of ten years has names of its own, so one table serves them all: Ember 2018-2025, logged out 2016-2024, mobile lite,
// Sales Navigator before and after 2021 (in this order where it matters).
const TOP = 'section[data-member-id],section.pv-top-card,.pv-top-card-section,.top-card-layout,#topcard,.basic-profile-section,.profile-topcard,[data-sn-view-name="feature-lead-top-card"],h1[data-anonymize=person-name]';
const NAME = 'h1,.pv-top-card--list>li,.profile-topcard-person-entity__name,[data-anonymize=person-name]';
const HEADLINE = '.text-body-medium,[class*=headline],[data-anonymize=headline],.body-small.text-color-text,h2.t-18';
const PLACE = '.pv-top-card-section__location,.pv-top-card--list-bullet>li,#demographics .locality,.profile-topcard__location-data,[data-anonymize=location],.text-body-small.inline.t-black--light';
const UNDER = '.top-card-layout__first-subline,.body-small.text-color-text-low-emphasis';
const NUMBERS = 'li,.member-connections,.pv-top-card-v2-section__connections';
const LINKED = '[data-section=currentPositionsDetails],[data-section=educationsDetails],[data-control-name$=_see_more],.pv-top-card-section__company,.pv-top-card-section__school,.profile-topcard__summary-position a,[data-anonymize=company-name],.member-current-company,li>button,li>a[href^="#e"]';
const ABOUT = '.pv-top-card-section__summary-text,.pv-about__summary-text,.pv-about-section p,[data-section=summary] .core-section-container__content,#summary .description,.about-section .description,.profile-topcard__summary-content,[data-sn-view-name="feature-about-lead"] [data-anonymize=person-blurb],#about-section [data-anonymize=person-blurb]';
const WORK = '#experience,#experience-section,[data-section=experience],.experience-container,#profile-experience,[data-sn-view-name="feature-lead-experience"],#scroll-to-experience-section';
/** Since 2021 each text stands there twice: as seen, and for screen readers. */
const TWICE = 'span[aria-hidden=true]';
const ONCE = 'h2,h3,h4,h5,dt,dd,p.pv-entity__secondary-title,.date-range,.location,.list-item-heading,.body-small,.text-xs,p[class*=experience-item]';
const ASIDE = `button,a,[data-modal],${DIALOG},${HIDDEN}`;

/** All layouts before the server-driven one, logged in or out, and Sales Navigator. */
export function classic(doc: Document, claim: Address): Seen | null {
  const hook = doc.querySelector(TOP);
  const person = jsonLd(doc).find((node) => isType(node, 'Person') && keyOf(string(node, 'url')) === claim.key);
  const top = hook?.matches('h1') ? hook.closest('section,main') : hook ?? (person && doc.querySelector('main'));
  const heading = all(hook && top, NAME).find((one) => !one.closest(HIDDEN) && shown(one));
  const name = splitName(shown(heading) || string(person, 'name'));
  if (!top || !name.name) return null;
  const link = top.querySelector('a[href*="/contact-info"],a[href*="/overlay/"],a[href*="/sales/lead/"]')?.getAttribute('href');
  const said = (selector: string): string | null => doc.querySelector(selector)?.getAttribute('content') ?? doc.querySelector(selector)?.getAttribute('href') ?? null;
  const below = all(top, UNDER).filter((one) => !one.closest(DIALOG));
  const under = below.flatMap((one) => lines(one, ASIDE));
  // Sales Navigator shows place and connections unmarked, next to the headline
  const sold = top.querySelector('[data-anonymize=headline]')?.nextElementSibling;
  if (sold) under.push(...lines(sold, ASIDE));
  const numbers = counts([...all(top, NUMBERS).filter((one) => !one.querySelector('.dist-value')).map(shown), ...below.flatMap((one) => all(one, 'span')).map(shown), ...under]);
  const place = top.querySelector('#top-card-text-details-contact-info')?.parentElement?.previousElementSibling;
  const noDigit = (line: string): boolean => !!line && !/\d/.test(line);
  const about = doc.querySelector('#about')?.closest('section');
  const activity = doc.querySelector('#content_collections,#recent_activity')?.closest('section');
  const member = top.closest('[data-member-id]')?.getAttribute('data-member-id');
  const profileId = /ACoAA[\w-]+/.exec(top.querySelector('a[href*="onnectionOf="]')?.getAttribute('href') ?? '')?.[0];
  const places = affiliations(top);
  return {
    own: [link, top.querySelector('a[href*="/in/"]')?.getAttribute('href'), ...(link ? [] : [said('link[rel=canonical]'), said('meta[property="og:url"]'), string(person, 'url')])],
    ids: [member && member !== '0' && `linkedin:member/${member}`, profileId && `linkedin:fsd/${profileId}`],
    fields: {
      ...readings('open-graph', 0.8, { avatar: () => FACE.exec(said('meta[property="og:image"]') ?? '')?.input }),
      ...readings('json-ld', 0.9, {
        location: () => string(person?.['address'], 'addressLocality'),
        company: () => named(person, 'worksFor'),
        title: () => named(person, 'jobTitle'),
      }),
      ...readings('structure', 0.8, { followers: () => all(activity, 'p').map((one) => count(shown(one))).find(Number) }),
      ...readings('structure:topcard', 0.9, {
        name: () => name.name,
        pronouns: () => name.pronouns ?? all(heading?.parentElement?.closest('div'), 'span').map((one) => PRONOUNS.exec(text(one))?.[1]).find(Boolean),
        headline: () => all(top, HEADLINE).filter((one) => !one.closest(ASIDE)).map(shown).find((line) => line && line !== '--'),
        location: () => (place && shown(place)) || all(top, PLACE).map(shown).find(noDigit) || under.findLast(noDigit),
        company: () => places.company,
        school: () => places.school,
        title: () => shown(top.querySelector('[data-anonymize=job-title],.profile-topcard__summary-position-title')),
        industry: () => shown(top.querySelector('#demographics .descriptor:not(.adr)')),
        about: () => prose(about?.querySelector('[class*=inline-show-more-text],.description') ?? seen(about)[0]) || prose(doc.querySelector(ABOUT)),
        avatar: () => picture(top, /profile-(?:display|framed|original)photo|\/mpr\//, heading),
        websites: () => websites(top),
        connections: () => numbers.connections,
        followers: () => numbers.followers,
      }),
    },
    affiliation: places.either,
    positions: work(doc.querySelector(WORK)?.closest('section') ?? doc.querySelector(WORK)),
    schools: seen(doc.querySelector('#education')?.closest('section')).map(text),
  };
}

/** The texts of a section since 2021, without those of its heading. */
function seen(section: Element | null | undefined): Element[] {
  return all(section, TWICE).filter((one) => !one.closest('h2'));
}

/** A `/details/experience/` page, or its like in another layout: whose it is stands in the title alone. */
export function details(doc: Document, region: Element | null): Seen | null {
  const main = region ?? doc.querySelector('main');
  const held = region ? positions(region, 'p') : work(main);
  return held.length ? {
    own: all(main, 'a[href*="/in/"][href*="/overlay/"]').map((one) => one.getAttribute('href')),
    fields: readings('title', 0.7, { name: () => titleName(doc) }),
    positions: held,
  } : null;
}

function work(region: Element | null): Position[] {
  return [TWICE, ONCE, 'h2,p,span'].reduce<Position[]>((held, selector) => (held.length ? held : positions(region, selector)), []);
}

/** Company and school beside the name; what says neither of itself is told apart by its place, or later. */
function affiliations(top: Element): { company?: string; school?: string; either?: string } {
  const out: { company?: string; school?: string } = {};
  const plain: string[] = [];
  for (const element of top.querySelectorAll(LINKED)) {
    if (element.tagName === 'BUTTON' && !element.querySelector('img')) continue;
    const marks = [element, ...element.querySelectorAll('img')].flatMap((one) => ['href', 'aria-label', 'data-section', 'data-control-name', 'class', 'data-anonymize'].map((name) => one.getAttribute(name) ?? '')).join(' ');
    const value = lines(element, `th,${HIDDEN}`)[0]?.replace(/,$/, '');
    if (!value) continue;
    if (/education|school/i.test(marks)) out.school ??= value;
    else if (/experience|position|company/i.test(marks.replace(/company-logo/g, ''))) out.company ??= value;
    else plain.push(value);
  }
  return plain.length > 1 ? { company: plain[0]!, school: plain[1]!, ...out } : plain.length && !out.company && !out.school ? { either: plain[0]! } : out;
}

function named(person: Node | undefined, key: string): string | undefined {
  const value = list(person?.[key])[0];
  const found = typeof value === 'string' ? value : string(value, 'name');
  return found.includes('***') ? undefined : found;
}
