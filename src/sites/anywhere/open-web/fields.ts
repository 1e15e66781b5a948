import type { DraftFields } from '../../../domain/draft.ts';
import { webKey, webUrl } from '../../../domain/identity.ts';
import { emailsIn, phoneIn, profileUrl, reach } from '../../reading/contact.ts';
import { isNode, list, own, string, type Node } from '../../reading/json-ld.ts';
import { pick, present } from '../../reading/pick.ts';
import { count, fold } from '../../reading/text.ts';
import type { Account } from './account.ts';
import { bare, pageKey, siteName, type Context } from './context.ts';
import type { Entity } from './entity.ts';
import { lettered } from './lettered.ts';
import { linesOf, type Line } from './page.ts';
import { roleAfter, type Named } from './person.ts';
import { reachOf } from './reach.ts';
import { compact, FIRST_PERSON, personName, ROLE, telling } from './words.ts';

const NO_PHOTO = /placeholder|default|no[-_]?(photo|image|avatar)|blank|ghost|anonym|silhouette|spacer|pixel|(?<![a-z])(logos?|icons?|favicon|sprite|banner|loading|dummy)(?![a-z])|[?&]d=m|^data:/i;
/** What a description says that is none. */
const NO_ABOUT = /^.{0,60}(home ?page|(personal|academic) (web ?)?(site|page)|portfolio|website|r[eé]sum[eé]).{0,30}$/i;
const PLACE = /^(location|based in|from|city|address|adresse|anschrift|(wohn|stand)?ort|lieu|ubicación|dirección|ciudad|indirizzo|sede|endereço|adres|osoite|адрес|город|所在地|住所|地址)\s?:?$/iu;
const PHONE = lettered('phone|tele|(?<![\\p{L}])t[eé]l|mobil|cell|(?<![\\p{L}])fon|puh|móvil|тел|電話|电话');
const FAX = lettered('(?<![\\p{L}])([tf]ele)?(fax|faks)|^f[: ]|факс|传真');
const PRONOUNS = lettered('(?<![\\p{L}])(she|he|they|sie|er|elle|il|iel|ella|él)\\s?/\\s?[\\p{L}]{2,5}(\\s?/\\s?[\\p{L}]{2,6})?(?![\\p{L}])');
/** What a phone number is made of. */
const DIGITS = /\d[\d\s().\u00a0/‑–-]{5,}\d/;
/** What stands before the name of a workplace. */
const AT = lettered('(?<![\\p{L}])(at|@|bei|chez|en|presso|hos|bij)\\s$');

/** The fields of a person or company: what the page states in data first, what it shows second. */
export function fieldsOf(context: Context, entity: Entity | undefined, named: Named | null, company: boolean, account?: Account | null): DraftFields {
  const { lines, url, base, meta, home, doc } = context;
  const node = entity?.node ?? {}, source = entity?.source ?? 'structure';
  const name = named?.name ?? personName(entity?.name ?? '') ?? entity?.name ?? '';
  const at = named?.at ?? lines.findIndex((line) => line.level > 0 && !line.aside && compact(line.text).includes(compact(name)));
  const part = company || home && !entity?.element ? lines : entity?.element ? linesOf(entity.element) : lines.slice(Math.max(0, at - 3)).filter((line) => !line.aside);
  const leads = part.filter((line) => line.leads), words = telling(name);
  const like = (text: string): boolean => words.some((word) => compact(text).includes(word));
  const says = (...keys: string[]): string => keys.map((key) => fold(string(node, key))).find((one) => one && !/^https?:/.test(one)) ?? '';
  const address = (value: string): string => webUrl(value, base)?.href ?? '';
  const role = (): string => (at < 0 || company ? '' : roleAfter(lines, at, name));
  const points = list(own(node, 'contactPoint'));
  const emails = unique([...[node, ...points].flatMap((one) => list(own(one, 'email')).flatMap((email) => emailsIn(String(email)))), ...leads.flatMap((line) => { const { mailto, emails } = reachOf(line, base)!; return [...mailto.flatMap(emailsIn), ...emails]; })], (one) => one.toLowerCase());
  const mine = emails.filter((email) => like(email.split('@')[0]!));
  const elsewhere = linksOf(context, leads, node, company || home || !!entity?.element, like);
  const size = own(node, 'numberOfEmployees');

  return present<DraftFields>({
    name: pick([source, entity ? 1 : 0.8, () => name], ['title', 0.7, () => siteName(context)]),
    pronouns: pick([source, 1, () => list(node['pronouns']).map((one) => fold(String(one))).join('/')], ['text', 0.7, () => lines.slice(at, at + 8).map((line) => (line.text.includes('/') ? PRONOUNS.exec(line.text)?.[0] : '')).find(Boolean)]),
    headline: pick([source, 1, () => says('headline')], ['structure', 0.7, role], [source, 0.8, () => says('jobTitle')]),
    title: pick([source, 1, () => says('jobTitle')], ['structure', 0.6, role]),
    company: company ? undefined : pick([source, 1, () => says('worksFor')], ['text', 0.6, () => workplace(lines, at)], ['title', 0.5, () => { const site = siteName(context); return home || account || like(site) ? '' : site; }]),
    companyUrl: pick([source, 1, () => address(string(list(node['worksFor'])[0], 'url'))]),
    school: pick([source, 1, () => says('alumniOf')]),
    location: pick([source, 1, () => placeOf(node)], ['text', 0.7, () => labelled(part, PLACE)], ['structure', 0.6, () => (doc.querySelector('address') ? part.find((line) => line.block.localName === 'address')?.text : '')]),
    about: pick([source, 1, () => fold(string(node, 'description').replace(/<[^>]{1,300}>/g, ' '))], ['open-graph', 0.7, () => account?.about], company || home ? ['meta', 0.7, () => [meta('description'), meta('og:description')].find((one) => one && (company || !NO_ABOUT.test(one)))] : ['structure', 0.7, () => prose(part)], ['structure', 0.6, () => prose(part)]),
    avatar: pick([source, 1, () => address([...company ? list(node['logo']) : [], ...list(node['image'])].map((one) => (isNode(one) ? string(one, 'contentUrl') || string(one, 'url') : String(one))).find((one) => company || !NO_PHOTO.test(one)) ?? '')], ['structure', 0.7, () => (company ? '' : address(portrait(part, lines, words)))], ['open-graph', 0.6, () => (!account || NO_PHOTO.test(account.avatar) ? '' : address(account.avatar))]),
    handle: pick([source, 1, () => /^@?([\w.-]{2,40})$/.exec(says('alternateName'))?.[1]], ['open-graph', 0.8, () => meta('profile:username')], ['title', 0.7, () => account?.handle]),
    followers: pick([source, 1, () => list(node['interactionStatistic']).filter((one) => /Follow/.test(JSON.stringify(own(one, 'interactionType')) ?? '')).map((one) => count(string(one, 'userInteractionCount')))[0]]),
    emails: pick([source, 0.9, () => (mine.length ? mine : emails)]),
    phones: pick([source, 0.8, () => unique([...[node, ...points].flatMap((one) => list(own(one, 'telephone')).map((phone) => fold(String(phone)))), ...phonesIn(part, base)], (one) => one.replace(/\D/g, ''))]),
    websites: pick([source, 0.9, () => (company ? [url.origin] : elsewhere.websites)]),
    profiles: pick([source, 0.9, () => elsewhere.profiles]),
    ...company && {
      domain: pick(['address', 0.9, () => bare(url)]),
      tagline: pick([source, 1, () => says('slogan')], ['structure', 0.6, () => lines.find((line) => !line.aside && line.text.length < 160 && /(^|[\s_-])(lead|tagline|slogan|claim)/.test(line.block.className))?.text]),
      industry: pick([source, 1, () => says('industry')]),
      employees: pick([source, 1, () => count(string(isNode(size) ? size : node, isNode(size) ? 'value' : 'numberOfEmployees'))]),
      size: pick([source, 1, () => [own(size, 'minValue'), own(size, 'maxValue')].filter(Number.isFinite).join('-')]),
      founded: pick([source, 1, () => Number(/\d{4}/.exec(says('foundingDate'))?.[0])]),
    },
  });
}

function placeOf(node: Node): string {
  const places = ['address', 'homeLocation', 'workLocation', 'location'].flatMap((key) => list(own(node, key)));
  for (const place of [node, ...places.map((one) => own(one, 'address') ?? one), ...places]) {
    const parts = ['addressLocality', 'addressRegion', 'addressCountry'].map((key) => fold(string(place, key))).filter(Boolean);
    if (parts.length) return [...new Set(parts)].join(', ');
  }
  return fold(places.map((one) => (typeof one === 'string' ? one : string(one, 'name'))).find(Boolean));
}

function unique(values: string[], by: (value: string) => string): string[] {
  return [...new Map(values.filter(Boolean).toReversed().map((value) => [by(value), value])).values()].toReversed().slice(0, 20);
}

function phonesIn(lines: Line[], base: string): string[] {
  const phones: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.text.length <= 120 && (DIGITS.test(line.text) || line.leads && reachOf(line, base)!.tel)) phones.push(...phonesOf(line, lines[at - 1]?.text.slice(0, 20) ?? ''));
  }
  return phones;
}

/** The phone numbers of a line; the one before it may say what they are. */
function phonesOf(line: Line, above: string): string[] {
  const before = line.text.split(FAX.of(line.text))[0]!;
  const label = PHONE.test(before) ? before : PHONE.test(above) || line.text.startsWith('+') ? line.text : '';
  if (FAX.test(above)) return [];
  return [...label && !(label === line.text && FAX.test(line.text)) ? label.split(/\s[–|;,•·-]\s|\s\/\s/).map(phoneIn) : [], ...line.links.map((link) => (FAX.test(before) ? '' : reach(link, 'tel') && (phoneIn(link.textContent!) || phoneIn(reach(link, 'tel')))))];
}

/** Where else the entity is: profiles at sites of profiles, and websites. */
function linksOf({ url, base, doc, home }: Context, leads: Line[], node: Node, all: boolean, like: (text: string) => boolean): { profiles: string[]; websites: string[] } {
  const profiles: string[] = [], websites: string[] = [];
  const me = all ? [...doc.querySelectorAll('a[rel~="me"],link[rel~="me"],area[rel~="me"]')].map((link) => webUrl(link.getAttribute('href'), base)?.href) : [];
  for (const stated of [...list(node['sameAs']), ...list(node['url']), ...me]) {
    const site = typeof stated === 'string' ? webUrl(stated, base) : null;
    if (!site || !home && pageKey(site) === pageKey(url)) continue;
    // what has a path is a place on somebody else's site, what has none is a site of their own
    if (profileUrl(site.href, base) || bare(site) !== bare(url) && (me.includes(site.href) || site.pathname.length > 1)) profiles.push(site.href);
    else if (home || bare(site) !== bare(url)) websites.push(site.href);
  }
  for (const line of leads) {
    if (profiles.length > 40) break;
    for (const link of line.links) {
      const href = link.getAttribute('href') ?? '';
      const profile = profileUrl(href, base);
      if (profile && (all || !line.aside || like(profile.pathname))) profiles.push(profile.href);
      if (profile || !/^http/i.test(href)) continue;
      // a link that is written out as an address is meant as one
      const shown = link.textContent!.trim();
      if (!/^[^\s@]{2,100}\.\p{L}{2,24}\/?$/u.test(shown)) continue;
      const site = webUrl(href);
      if (site && bare(site) !== bare(url) && compact(site.href).includes(compact(shown))) websites.push(site.href);
    }
  }
  const plain = (one: string): string => webKey(new URL(one));
  return { profiles: unique(profiles, plain), websites: unique(websites, plain) };
}

/** The value after a label, on its line or the next. */
function labelled(lines: Line[], label: RegExp): string {
  for (let at = 0; at < lines.length; at++) {
    const { text } = lines[at]!;
    // a label is short
    if (text.length >= 30 && text.lastIndexOf(': ', 29) < 0) continue;
    const cut = text.indexOf(': ');
    if (label.test(cut < 0 ? text : text.slice(0, cut))) return cut < 0 ? lines[at + 1]?.text.slice(0, 200) ?? '' : text.slice(cut + 2, 200) || lines[at + 1]?.text.slice(0, 200) || '';
  }
  return '';
}

/** The first paragraph of prose and those right after it. */
function prose(lines: Line[]): string {
  const isProse = (line: Line): boolean => !line.aside && !line.level && (line.text.length > 50 && line.text.split(' ').length > 7 || /^[^a-z]{25}/i.test(line.text) && /^[\p{Lo}\p{P}\s\d]{25,}/u.test(line.text)) && !/^©|@|\d{3}.*\d{4}/.test(line.text) && line.links.reduce((sum, link) => sum + link.textContent!.length, 0) < line.text.length / 2;
  const from = lines.findIndex(isProse);
  const rest = lines.slice(from), parent = rest[0]?.block.parentElement;
  const to = rest.findIndex((line) => !isProse(line) || line.block.parentElement !== parent);
  return from < 0 ? '' : rest.slice(0, to < 0 ? 20 : to).map((line) => line.text).join(' ').slice(0, 3_000);
}

/** The picture that is named like the person, or that says it is a portrait. */
function portrait(part: Line[], lines: Line[], words: string[]): string {
  const images: HTMLImageElement[] = [], long = words.filter((word) => word.length > 3);
  for (const line of part === lines ? lines : [...part, ...lines]) if (line.images[0] && !line.aside) images.push(...line.images);
  const srcOf = (image: HTMLImageElement): string => image.getAttribute('data-src') ?? image.getAttribute('src') ?? '';
  const isPhoto = (src: string): boolean => !!src && !NO_PHOTO.test(src);
  const named = words.length > 1 && images.find((image) => { const alt = compact(image.alt); return words.every((word) => alt.includes(word)) && isPhoto(srcOf(image)); });
  const found = named || images.find((image) => {
    const src = srcOf(image), file = long.length ? compact(src.replace(/^.*\//, '')) : '';
    return (long.some((word) => file.includes(word)) || /(?<![a-z])(avatar|portrait|headshot|profile|prof_pic|photo)/i.test(`${src} ${image.className} ${image.id}`)) && isPhoto(src);
  });
  return found ? srcOf(found) : '';
}

/** The linked company in "… working at <a>Example</a>". */
function workplace(lines: Line[], at: number): string {
  for (const line of lines.slice(Math.max(0, at), Math.max(0, at) + 8)) {
    for (const link of line.links) {
      const shown = fold(link.textContent), cut = shown ? line.text.indexOf(shown) : 0;
      if (cut > 0 && shown.length < 60 && AT.test(line.text.slice(0, cut)) && (FIRST_PERSON.test(line.text) || ROLE.test(line.text))) return shown;
    }
  }
  return '';
}
