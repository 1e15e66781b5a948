import type { Address } from '../../domain/identity.ts';
import { count, text } from '../reading/text.ts';
import { FACE, HIDDEN, all, attribute, counts, picture, prose, shown, texts, websites } from './element.ts';
import { positions } from './position.ts';
import { keysOf, pronounsOf, readings, splitName, type Seen } from './profile.ts';

const CARD = 'com.linkedin.sdui.profile.card.ref';
const TRIGGER = 'ProfileVerificationTriggerRef-';
const TRIGGERED = `[componentkey^="${TRIGGER}"]`;
const VERIFIED = '[data-view-name*="verified"]';
const CONTACT = 'a[href*="/overlay/contact-info"]';
const TOP = `[componentkey^="${CARD}"][componentkey$="topcard" i],[id^="${CARD}"][id$="topcard" i]`;
const CARDS = `[componentkey^="${CARD}"],[id^="${CARD}"],[componentkey^="Profile_Top_Level_"],[data-testid^="profile_Experience"]`;
const EXPERIENCE = /(?:^|[^a-z])Experience(?:TopLevel|Details)/;
/** "· 1st" and the lone separators between texts. */
const MARK = /^[·•]/;

/** The server-driven layout of 2026: no headings of level one, no lasting class; every card is named by its `componentkey`. */
export function sdui(doc: Document, claim: Address): Seen | null {
  const tops = all(doc, TOP).filter((one) => !one.parentElement?.closest(TOP));
  const trigger = doc.querySelector(`${TRIGGERED},[data-sdui-screen] :is(${VERIFIED},${CONTACT})`);
  if (!tops.length && trigger) tops.push(trigger.closest('section') ?? trigger);
  const seen = tops.map((top) => read(doc, top)).filter((one) => one !== null);
  // a card of the page before may still be mounted
  return seen.find((one) => one.own.includes(claim.key)) ?? seen[0] ?? null;
}

function read(doc: Document, top: Element): Seen | null {
  const heading = all(top, `h1,h2,[role=heading],:is(${TRIGGERED},${VERIFIED}) p`).find((one) => !one.closest(HIDDEN) && text(one));
  if (!heading) return null;
  const { name, pronouns } = splitName(text(heading));
  const contact = top.querySelector(CONTACT);
  const facts = block(top, heading, contact);
  const profileId = /\.ref(AC[\w-]+?)topcard$/i.exec(cardKey(top))?.[1] ?? /fsd_profile%3A(AC[\w-]+)/.exec(attribute(top, 'a[href*="fsd_profile%3A"]') ?? '')?.[1];
  const member = /urn:li:member:(\d+)/.exec(attribute(top, '[componentkey*="urn:li:member:"]', 'componentkey') ?? '')?.[1];
  const links = keysOf([
    contact?.getAttribute('href'),
    attribute(top, 'a[href*="/overlay/"]'),
    heading.closest('a')?.getAttribute('href'),
    attribute(top, 'a[href*="vanityName="]')?.replace(/^.*vanityName=([^&]+).*/, '/in/$1'),
    attribute(top, TRIGGERED, 'componentkey')?.replace(TRIGGER, '/in/'),
  ]);
  const names = [profileId, ...links.map((link) => link && link.split('/')[1])].filter((one) => !!one) as string[];
  const numbers = counts(all(top, 'p').filter((p) => !facts.inside(p) && !p.closest('[role=button]') && !p.querySelector('strong'))
    .map((p) => [p, p.nextElementSibling].map(text).filter((line, at) => !at || !/\d/.test(line)).join(' ')));
  const activity = card(doc, /Activity$/, names) ?? doc.querySelector('[data-sdui-component$="profileCardsActivity"]');
  const about = card(doc, /About(?:Section)?$/, names);
  const { affiliations } = facts;
  return {
    own: [profileId && `linkedin:fsd/${profileId}`, member && `linkedin:member/${member}`, ...links],
    fields: {
      ...readings('structure', 0.8, { followers: () => count(text(activity?.querySelector('h2')?.parentElement?.querySelector('p'))) }),
      ...readings('structure:topcard', 0.9, {
        name: () => name,
        pronouns: () => pronouns ?? facts.pronouns,
        headline: () => facts.headline,
        company: () => affiliations[1] && affiliations[0],
        school: () => affiliations[1],
        location: () => facts.location,
        avatar: () => picture(top, FACE, heading),
        about: () => prose(about?.querySelector('[data-testid=expandable-text-box]') ?? about?.querySelector('p')),
        websites: () => websites(top),
        connections: () => numbers.connections,
        followers: () => numbers.followers,
      }),
    },
    affiliation: affiliations[1] ? undefined : affiliations[0],
    positions: positions(sduiExperience(doc, names), 'p'),
    schools: texts(card(doc, /EducationTopLevelSection$/, names), 'p'),
  };
}

/** The experience section of a profile or of its `/details/experience/` page, be it known whose or not. */
export function sduiExperience(doc: Document, names: string[] = []): Element | null {
  return card(doc, EXPERIENCE, names);
}

/**
 * The card of this sort that is this very person's. Its key ends in the card's name (`…ref<id>About`) or, since autumn 2026, in
 * the person's (`Profile_Top_Level_AboutSection<slug>`, an empty mark inside the card's section).
 */
function card(doc: Document, sort: RegExp, names: string[]): Element | null {
  for (const element of all(doc, CARDS)) {
    const key = cardKey(element).replace(CARD, '').replace(/^profile_(?:top_level_)?/i, '');
    const owner = names.find((name) => key.startsWith(name) || key.endsWith(name)) ?? '';
    if (!!owner !== !!names.length || !sort.test(key.startsWith(owner) ? key.slice(owner.length) : key.slice(0, -owner.length))) continue;
    const home = element.querySelector('p,span') ? element : element.closest('section');
    if (home?.querySelector('p,span')) return home;
  }
  return null;
}

/** The name of a card, in whichever attribute it stands. */
function cardKey(card: Element): string {
  return ['componentkey', 'data-testid', 'id'].map((name) => card.getAttribute(name) ?? '').find((key) => /\.ref|^profile_/i.test(key)) ?? '';
}

interface Facts {
  inside(element: Element): boolean;
  pronouns: string | undefined;
  headline: string | undefined;
  affiliations: string[];
  location: string | undefined;
}

/**
 * The block that holds the name's row, then the headline, "Company · School", and the row with place and contact link. Texts are
 * told apart by their place in it; nothing in it is marked.
 */
function block(top: Element, heading: Element, contact: Element | null): Facts {
  let row = heading;
  // a text may be wrapped once more; without the contact link the last of them cannot be told from the foot then
  const bare = (one: Element): Element => (contact && one.tagName === 'DIV' && one.children.length === 1 ? bare(one.firstElementChild!) : one);
  const after = (from: Element): Element[] => [...from.children].map(bare).filter((one) => one.tagName === 'P' && row.compareDocumentPosition(one) & 4 && text(one) && !MARK.test(text(one)) && !one.contains(contact));
  const holds = (one: Element): boolean => (contact ? one.contains(contact) : after(one).some((p) => !pronounsOf(text(p))));
  while (row.parentElement && row.parentElement !== top && !holds(row.parentElement)) row = row.parentElement;
  const whole = row.parentElement ?? top;
  const plain = after(whole).map(text);
  const pronouns = row === heading ? (pronounsOf(plain[0] ?? '') ? plain.shift() : undefined)
    : all(row, 'p').filter((one) => !one.closest('a,button,[role=button]')).map(text).find((line) => line && !MARK.test(line) && line.length < 30);

  const foot = [...whole.children].find((one) => one.tagName !== 'P' && (contact ? one.contains(contact) : one !== row && one.querySelector('p') && !one.querySelector('[role=button]')));
  const location = foot ? all(foot, 'p').filter((p) => !p.contains(contact)).map(shown).find((line) => line && !MARK.test(line)) : plain.length > 1 ? plain.pop() : undefined;

  const logos = all(top, '[role=button],button,a').filter((one) => one.querySelector('figure') && !one.querySelector('ul')).map((one) => text(one.querySelector('p'))).filter(Boolean);
  const line = plain.slice(1).findLast((one) => one.startsWith(logos[0] ?? '')) ?? plain.find((one) => one === logos.join(' · '));
  return {
    inside: (element) => whole.contains(element),
    pronouns,
    headline: plain.find((one) => one !== line && one !== '--'),
    affiliations: logos.length ? logos.filter((one, at) => (line ? line.includes(one) : at < 2)) : line?.split(' · ') ?? [],
    location,
  };
}
