import type { Address } from '../../domain/identity.ts';
import { count, text } from '../reading/text.ts';
import { FACE, all, counts, keyOf, picture, prose, shown, websites } from './element.ts';
import { positions } from './position.ts';
import { PRONOUNS, readings, splitName, type Seen } from './profile.ts';

const CARD = 'com.linkedin.sdui.profile.card.ref';
const TRIGGER = 'ProfileVerificationTriggerRef-';
const TOP = `[componentkey^="${CARD}"][componentkey$="topcard" i],[id^="${CARD}"][id$="topcard" i]`;
/** "· 1st" and the lone separators between texts. */
const MARK = /^[·•]/;

/** The server-driven layout of 2026: no headings of level one, no lasting class; every card is named by its `componentkey`. */
export function sdui(doc: Document, claim: Address): Seen | null {
  const tops = all(doc, TOP).filter((one) => !one.parentElement?.closest(TOP));
  const trigger = doc.querySelector(`[componentkey^="${TRIGGER}"]`);
  if (!tops.length && trigger) tops.push(trigger.closest('section') ?? trigger);
  const seen = tops.map((top) => read(doc, top)).filter((one) => one !== null);
  // a card of the page before may still be mounted
  return seen.find((one) => one.own.some((href) => keyOf(href) === claim.key)) ?? seen[0] ?? null;
}

function read(doc: Document, top: Element): Seen | null {
  const heading = top.querySelector(`h1,h2,[role=heading],[componentkey^="${TRIGGER}"] p,[data-view-name*="verified"] p`);
  if (!heading || !text(heading)) return null;
  const { name, pronouns } = splitName(text(heading));
  const contact = top.querySelector('a[href*="/overlay/contact-info"]');
  const facts = block(top, heading, contact);
  const profileId = /\.ref(AC[\w-]+?)topcard$/i.exec(top.getAttribute('componentkey') ?? top.id)?.[1]
    ?? /fsd_profile%3A(AC[\w-]+)/.exec(top.querySelector('a[href*="fsd_profile%3A"]')?.getAttribute('href') ?? '')?.[1];
  const member = /urn:li:member:(\d+)/.exec(top.querySelector('[componentkey*="urn:li:member:"]')?.getAttribute('componentkey') ?? '')?.[1];
  const vanity = /[?&]vanityName=([^&]+)/.exec(top.querySelector('a[href*="vanityName="]')?.getAttribute('href') ?? '')?.[1];
  const verified = top.querySelector(`[componentkey^="${TRIGGER}"]`)?.getAttribute('componentkey')?.slice(TRIGGER.length);
  const own = [contact?.getAttribute('href'), top.querySelector('a[href*="/overlay/"]')?.getAttribute('href'), heading.closest('a')?.getAttribute('href'), vanity && `/in/${vanity}`, verified && `/in/${verified}`];
  const names = [profileId, ...own.map((href) => keyOf(href)?.replace(/^.*\//, ''))].filter((one) => !!one) as string[];

  const around = [...top.querySelectorAll('p')].filter((p) => !facts.inside(p) && !p.closest('[role=button]') && !p.querySelector('strong'));
  const numbers = counts(around.map((p) => `${text(p)} ${/\d/.test(text(p.nextElementSibling)) ? '' : text(p.nextElementSibling)}`));
  const activity = card(doc, /Activity$/, names) ?? doc.querySelector('[data-sdui-component$="profileCardsActivity"]');
  return {
    own,
    ids: [profileId && `linkedin:fsd/${profileId}`, member && `linkedin:member/${member}`],
    fields: {
      ...readings('structure', 0.8, { followers: () => count(text(activity?.querySelector('h2')?.parentElement?.querySelector('p'))) }),
      ...readings('structure:topcard', 0.9, {
        name: () => name,
        pronouns: () => pronouns ?? facts.pronouns,
        headline: () => facts.headline,
        company: () => (facts.affiliations.length > 1 ? facts.affiliations[0] : null),
        school: () => facts.affiliations[1],
        location: () => facts.location,
        avatar: () => picture(top, FACE, heading),
        about: () => prose(card(doc, /About(?:Section)?$/, names)?.querySelector('[data-testid=expandable-text-box]')),
        websites: () => websites(top),
        connections: () => numbers.connections,
        followers: () => numbers.followers,
      }),
    },
    affiliation: facts.affiliations.length === 1 ? facts.affiliations[0] : undefined,
    positions: positions(card(doc, EXPERIENCE, names), 'p'),
    schools: all(card(doc, /EducationTopLevelSection$/, names), 'p').map(text),
  };
}

const EXPERIENCE = /(?:^|[^a-z])Experience(?:TopLevel|Details)/;

/** The positions of a `/details/experience/` page; null when it has none. */
export function sduiDetails(doc: Document): Element | null {
  return card(doc, EXPERIENCE, []);
}

/**
 * The card of this sort that is this very person's. Its key ends in the card's name (`…ref<id>About`) or, since autumn 2026, in
 * the person's (`Profile_Top_Level_AboutSection<slug>`, an empty mark inside the card's section).
 */
function card(doc: Document, sort: RegExp, names: string[]): Element | null {
  for (const element of doc.querySelectorAll(`[componentkey^="${CARD}"],[id^="${CARD}"],[componentkey^="Profile_Top_Level_"],[data-testid^="profile_Experience"]`)) {
    const key = element.getAttribute('componentkey') ?? element.getAttribute('data-testid') ?? element.id;
    const owner = names.find((name) => key.toLowerCase().includes(name.toLowerCase()));
    if (names.length && !owner) continue;
    const plain = key.replace(CARD, '').replace('Profile_Top_Level_', '').replace(/^profile_/, '');
    const rest = owner ? plain.replace(new RegExp(owner.replace(/[^\w-]/g, '.'), 'i'), ' ').trim() : plain;
    if (!sort.test(rest)) continue;
    const home = element.querySelector('p,span') ? element : element.closest('section');
    if (home?.querySelector('p,span')) return home;
  }
  return null;
}

interface Facts {
  inside(element: Element): boolean;
  pronouns?: string | undefined;
  headline?: string | undefined;
  affiliations: string[];
  location?: string | undefined;
}

/**
 * The block that holds the name's row, then the headline, "Company · School", and the row with place and contact link. Texts are
 * told apart by their place in it; nothing in it is marked.
 */
function block(top: Element, heading: Element, contact: Element | null): Facts {
  let row: Element = heading;
  const texts = (from: Element): Element[] => [...from.children].filter((child) => child.tagName === 'P' && !!text(child));
  const holds = (element: Element): boolean => (contact ? element.contains(contact)
    : texts(element).some((p) => row.compareDocumentPosition(p) & 4 && !MARK.test(text(p)) && !PRONOUNS.test(text(p))) && ![...element.children].some((child) => MARK.test(text(child))));
  while (row.parentElement && row.parentElement !== top && !holds(row.parentElement)) row = row.parentElement;
  const whole = row.parentElement ?? top;
  const after = texts(whole).filter((p) => row.compareDocumentPosition(p) & 4 && !MARK.test(text(p)) && !p.contains(contact));
  const inRow = row === heading ? after.slice(0, 1) : [...row.querySelectorAll('p')];
  const pronouns = inRow.map(text).find((line) => !MARK.test(line) && (row === heading ? PRONOUNS.test(line) : line !== text(heading) && line.length < 30));
  const plain = after.map(text).filter((line) => line !== pronouns);

  let location: string | undefined;
  const foot = [...whole.children].find((child) => (contact ? child.contains(contact) : !child.contains(row) && child.tagName !== 'P' && child.querySelector('p') && !child.querySelector('[role=button]')));
  if (foot && foot.tagName !== 'P') location = [...foot.querySelectorAll('p')].filter((p) => !p.contains(contact)).map(shown).find((line) => line && !MARK.test(line));
  else if (plain.length > 1) location = plain.pop();

  const buttons = [...top.querySelectorAll('[role=button],button,a')].filter((one) => one.querySelector('figure') && !one.querySelector('h1,h2,ul') && heading.compareDocumentPosition(one) & 4);
  const logos = buttons.map((one) => text(one.querySelector('p'))).filter((line) => line && !/^\d/.test(line));
  const line = plain.find((one) => (logos.length ? one === logos.join(' · ') : false)) ?? (plain.length > 1 ? plain.at(-1) : undefined);
  const affiliations = logos.length ? logos : line?.split(' · ') ?? [];
  const headline = plain.find((one) => one !== line && one !== '--');
  return { inside: (element) => whole.contains(element), pronouns, headline, affiliations: affiliations.slice(0, 2), location };
}
