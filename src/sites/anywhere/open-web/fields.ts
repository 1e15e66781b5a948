import type { DraftFields } from '../../../domain/draft.ts';
import { webKey, webUrl } from '../../../domain/identity.ts';
import { emailsIn, mailto, phone, profileUrl } from '../../reading/contact.ts';
import { isNode, list, own, string, type Node } from '../../reading/json-ld.ts';
import { pick, present } from '../../reading/pick.ts';
import { count, fold, text } from '../../reading/text.ts';
import { bare, siteName, type Context } from './context.ts';
import { compact, type Entity } from './entity.ts';
import { readPageText, type Page } from './page.ts';
import { roleAfter, type Named } from './person.ts';
import { FIRST_PERSON, nameWords, personName, ROLE } from './words.ts';

const NO_PHOTO = /placeholder|default|no[-_]?(photo|image|avatar|pic)|blank|ghost|anonym|silhouette|mystery|spacer|pixel|(?<![a-z])(1x1|logo|logos|icon|icons|favicon|sprite|banner|loading|dummy)(?![a-z])|[?&]d=(mm|mp|identicon|blank|retro)|^data:/i;
const LABEL = {
  location: /^(location|based in|lives in|from|city|address|office address|adresse|anschrift|ort|wohnort|standort|lieu|ubicación|dirección|ciudad|indirizzo|sede|luogo|localização|morada|endereço|adres|plaats|adress|ort|sted|osoite|aadress|адрес|город|所在地|住所|地址)\s*:?$/iu,
  phone: /(phone|tele|tel\b|tél|mobil|cell|call|direct|fon\b|puh|móvil|тел|電話|电话|☎|📞|✆)/iu,
  fax: /fax|faks|факс|传真/iu,
};

/** The fields of a person: what the page states in data first, what it shows second. */
export function personFields(context: Context, entity: Entity | undefined, named: Named | null): DraftFields {
  const { page, url, meta, home } = context;
  const node = entity?.node ?? {};
  const source = entity?.source ?? 'structure';
  const stated = stringsOf(node, source);
  const name = personName(fold(nameOf(node))) ?? (fold(nameOf(node)) || named?.name || '');
  const at = named?.at ?? page.lines.findIndex((line) => line.level > 0 && !line.aside && compact(line.text).includes(compact(name)));
  const part = entity?.element ? readPageText(entity.element) : region(page, at, home);
  const words = nameWords(name).map(compact).filter((word) => word.length > 2);
  const hasName = (value: string): boolean => words.some((word) => compact(value).includes(word));
  const near = entity?.element && at < 0 ? '' : at >= 0 ? roleAfter(page.lines, at, name) : '';
  const emails = emailsOf(part, node);
  const own = emails.filter((email) => hasName(email.split('@')[0]!));
  const elsewhere = linksOf(context, part, node, hasName, home || !!entity?.element);
  const employer = list(node['worksFor'] ?? node['affiliation'])[0];
  return present<DraftFields>({
    name: pick([source, entity ? 1 : 0.8, () => name]),
    pronouns: pick([source, 1, () => stated('pronouns')], ['text', 0.7, () => (at < 0 ? '' : page.lines.slice(at, at + 8).map((line) => /(?<!\p{L})(?:she|he|they|ze|xe|er|sie|elle|il|iel|ella|él|elle)\s?\/\s?\p{L}{2,5}(?:\s?\/\s?\p{L}{2,6})?(?!\p{L})/iu.exec(line.text)?.[0]).find(Boolean))]),
    headline: pick([source, 1, () => stated('headline')], ['structure', 0.7, () => near], [source, 0.8, () => stated('jobTitle')]),
    title: pick([source, 1, () => stated('jobTitle')], ['structure', 0.6, () => near]),
    company: pick([source, 1, () => stated('worksFor') || stated('affiliation')], ['text', 0.6, () => workplace(page, at)], ['title', 0.5, () => (home || entity?.main && entity.source !== 'json-ld' ? '' : other(siteName(context), name))]),
    companyUrl: pick([source, 1, () => webUrl(string(employer, 'url'), url.href)?.href]),
    school: pick([source, 1, () => stated('alumniOf')]),
    location: pick([source, 1, () => placeOf(node)], ['text', 0.7, () => labelled(part, LABEL.location)]),
    about: pick([source, 1, () => prose(node['description'])], ['structure', 0.7, () => paragraphs(part, name)], ['meta', 0.6, () => (home || at < 0 ? meta('description') || meta('og:description') : '')]),
    avatar: pick([source, 1, () => pictureOf(node, 'image', url)], ['structure', 0.7, () => portrait(part, page, name)], ['open-graph', 0.6, () => (meta('og:type') === 'profile' ? shown(meta('og:image'), url) : '')]),
    handle: pick([source, 1, () => { const nick = stated('alternateName'); return /^@?[\w.-]{2,40}$/.test(nick) ? nick.replace(/^@/, '') : ''; }], ['open-graph', 0.8, () => meta('profile:username')]),
    followers: pick([source, 1, () => followers(node)]),
    emails: pick([source, 0.9, () => (own.length ? own : emails)]),
    phones: pick([source, 0.8, () => phonesOf(part, node)]),
    websites: pick([source, 0.9, () => elsewhere.websites]),
    profiles: pick([source, 0.9, () => elsewhere.profiles]),
  });
}

/** The fields of a company: its own data first, then what an about or contact page shows. */
export function companyFields(context: Context, entity: Entity | undefined): DraftFields {
  const { page, url, meta } = context;
  const node = entity?.node ?? {};
  const source = entity?.source ?? 'structure';
  const stated = stringsOf(node, source);
  const people = own(node, 'numberOfEmployees');
  const { profiles } = linksOf(context, page, node, () => true, true);
  const host = bare(url);
  return present<DraftFields>({
    name: pick([source, 1, () => stated('name') || stated('legalName')], ['title', 0.7, () => siteName(context)]),
    tagline: pick([source, 1, () => stated('slogan')], ['structure', 0.6, () => tagline(context)]),
    industry: pick([source, 1, () => stated('industry')]),
    employees: pick([source, 1, () => (isNode(people) ? count(string(node['numberOfEmployees'], 'value')) : count(String(people ?? '')))]),
    size: pick([source, 1, () => (own(people, 'minValue') ? [own(people, 'minValue'), own(people, 'maxValue')].filter(Boolean).join('-') : '')]),
    founded: pick([source, 1, () => Number(/\d{4}/.exec(stated('foundingDate'))?.[0])]),
    location: pick([source, 1, () => placeOf(node)], ['structure', 0.7, () => text(context.doc.querySelector('address')).slice(0, 200)], ['text', 0.6, () => labelled(page, LABEL.location)]),
    about: pick([source, 1, () => prose(node['description'])], ['meta', 0.7, () => meta('og:description') || meta('description')], ['structure', 0.6, () => paragraphs(page, '')]),
    emails: pick([source, 0.9, () => emailsOf(page, node)]),
    phones: pick([source, 0.8, () => phonesOf(page, node)]),
    websites: pick([source, 0.9, () => [`${url.protocol}//${url.host}/`]]),
    domain: pick(['address', 0.9, () => host]),
    profiles: pick([source, 0.7, () => profiles]),
    avatar: pick([source, 0.9, () => pictureOf(node, 'logo', url) || pictureOf(node, 'image', url)]),
  });
}

function stringsOf(node: Node, _source: string): (key: string) => string {
  return (key) => { const value = fold(string(node, key)); return /^https?:\/\//.test(value) ? '' : value; };
}

/** A stated name, also in parts. */
export function nameOf(node: Node): string {
  return string(node, 'name') || ['givenName', 'additionalName', 'familyName'].map((key) => string(node, key)).filter(Boolean).join(' ');
}

/** The addresses a node gives as its own. */
export function addressesOf(node: Node, base: string): URL[] {
  return [...list(node['@id']), ...list(node['url']), ...list(node['mainEntityOfPage']).map((one) => own(one, '@id') ?? one)]
    .map((one) => (typeof one === 'string' && !(one === node['@id'] && one.includes('#')) ? webUrl(one, base) : null)).filter((one) => one !== null);
}

function prose(value: unknown): string {
  const shown = list(value).find((one) => typeof one === 'string');
  return typeof shown === 'string' ? fold(shown.replace(/<[^>]{1,300}>/g, ' ')) : '';
}

function placeOf(node: Node): string {
  for (const key of ['address', 'homeLocation', 'workLocation', 'location']) {
    for (const value of list(own(node, key))) {
      if (typeof value === 'string') return fold(value);
      const place = isNode(own(value, 'address')) ? own(value, 'address') : value;
      const shown = ['addressLocality', 'addressRegion', 'addressCountry'].map((part) => fold(string(place, part))).filter(Boolean);
      if (shown.length) return [...new Set(shown)].join(', ');
      const name = fold(string({ place }, 'place'));
      if (name && !/^https?:/.test(name)) return name;
    }
  }
  return fold(['addressLocality', 'addressRegion', 'addressCountry'].map((part) => string(node, part)).filter(Boolean).join(', '));
}

function shown(address: string, base: URL): string {
  const found = NO_PHOTO.test(address) ? null : webUrl(address, base.href);
  return found?.href ?? '';
}

function pictureOf(node: Node, key: string, url: URL): string {
  for (const value of list(own(node, key))) {
    const address = typeof value === 'string' ? value : string(value, 'contentUrl') || string(value, 'url') || string(value, '@id');
    if (address && (key === 'logo' ? !/^data:/.test(address) : !NO_PHOTO.test(address))) return webUrl(address, url.href)?.href ?? '';
  }
  return '';
}

function followers(node: Node): number | null {
  for (const one of list(own(node, 'interactionStatistic'))) if (/Follow|Subscribe/.test(JSON.stringify(own(one, 'interactionType') ?? own(one, 'name') ?? ''))) return count(string(one, 'userInteractionCount'));
  return null;
}

/** The part of a page that is about the name at line `at`; all of a front page. */
function region(page: Page, at: number, home: boolean): Page {
  if (home) return page;
  const from = Math.max(0, at - 3);
  return { lines: page.lines.slice(from).filter((line) => !line.aside), links: page.links.filter((one) => one.at >= from && !one.aside), images: page.images.filter((one) => one.at >= from && !one.aside) };
}

function emailsOf(part: Page, node: Node): string[] {
  return unique([
    ...list(node['email']).flatMap((one) => emailsIn(String(one).replace(/^mailto:/i, ''))), ...list(own(node, 'contactPoint')).flatMap((one) => emailsIn(string(one, 'email'))),
    ...part.links.map((link) => mailto(link.element.getAttribute('href')!)), ...part.lines.filter((line) => line.text.length < 300).flatMap((line) => emailsIn(line.text)),
  ], (one) => one.toLowerCase());
}

function phonesOf(part: Page, node: Node): string[] {
  return unique([
    ...list(node['telephone']).map((one) => fold(String(one)).replace(/^tel:/i, '')), ...list(own(node, 'contactPoint')).map((one) => fold(string(one, 'telephone'))),
    ...part.links.filter((link) => /^tel:/i.test(link.element.getAttribute('href')!) && !LABEL.fax.test(part.lines[link.at]?.text ?? '')).map((link) => phone(link.text) || phone(safeDecode(link.element.getAttribute('href')!.slice(4)))),
    ...part.lines.flatMap((line, at) => {
      if (line.text.length > 100 || LABEL.fax.test(line.text) && !LABEL.phone.test(line.text.split(LABEL.fax)[0]!)) return [];
      const value = line.text.split(LABEL.fax)[0]!;
      return LABEL.phone.test(value) || LABEL.phone.test(part.lines[at - 1]?.text.slice(0, 20) ?? '') && /^[\d+(]/.test(value) || /^\+\d/.test(value) ? value.split(/\s[–|;,•·-]\s|\s\/\s/).map(phone) : [];
    }),
  ], (one) => one.replace(/\D/g, '').replace(/^0+/, ''));
}

function safeDecode(value: string): string {
  try { return decodeURIComponent(value); } catch { return value; }
}

function unique(values: string[], by: (value: string) => string): string[] {
  return [...new Map(values.filter(Boolean).map((value) => [by(value), value])).values()].slice(0, 20);
}

/** Where else the entity is: profiles at sites of profiles, and websites. */
function linksOf({ url, doc }: Context, part: Page, node: Node, hasName: (text: string) => boolean, all: boolean): { profiles: string[]; websites: string[] } {
  const profiles: string[] = [], websites: string[] = [];
  const stated = [...list(node['sameAs']), ...list(node['url'])].filter((one) => typeof one === 'string');
  const me = [...doc.querySelectorAll('a[rel~="me"],link[rel~="me"]')].map((link) => link.getAttribute('href'));
  for (const address of [...stated, ...(all ? me : [])]) {
    const found = webUrl(address, url.href);
    if (found) (profileUrl(found.href) || me.includes(address) && bare(found) !== bare(url) ? profiles : websites).push(found.href);
  }
  for (const link of part.links) {
    const href = link.element.getAttribute('href');
    const profile = profileUrl(href, url.href);
    if (profile) { if (!link.aside || all || hasName(profile.pathname)) profiles.push(profile.href); continue; }
    const site = webUrl(href, url.href);
    if (site && bare(site) !== bare(url) && compact(link.text) && /^(https?:\/\/|www\.)?[\p{L}\d-]+(\.[\p{L}\d-]+)+\/?$/iu.test(link.text) && compact(site.href).includes(compact(link.text.replace(/^https?:\/\//, '')))) websites.push(site.href);
  }
  const plain = (one: string): string => webKey(new URL(one));
  return { profiles: unique(profiles, plain), websites: unique(websites, plain) };
}

/** The value after a label, on its line or the next. */
function labelled(part: Page, label: RegExp): string {
  for (const [at, line] of part.lines.entries()) {
    const cut = line.text.indexOf(':');
    if (cut > 0 && cut < 30 && label.test(line.text.slice(0, cut)) && line.text.length > cut + 2) return line.text.slice(cut + 1, 200).trim();
    if (line.text.length < 30 && label.test(line.text)) return part.lines[at + 1]?.text.slice(0, 200) ?? '';
  }
  return '';
}

/** The first paragraph of prose and those right after it. */
function paragraphs({ lines }: Page, name: string): string {
  const isProse = (line: Page['lines'][number]): boolean => !line.aside && line.level === 0 && line.text.length > 50 && /[\p{Ll}\p{Lo}]/u.test(line.text) && !/^©|@|copyright/i.test(line.text) && (line.text.match(/ /g)?.length ?? 0) > 5 || !line.aside && /^[\p{Lo}\p{P}\s\d]{20,}/u.test(line.text);
  const from = lines.findIndex((line) => isProse(line) && line.text !== name);
  if (from < 0) return '';
  const parent = lines[from]!.block.parentElement;
  let out = '';
  for (const line of lines.slice(from)) {
    if (!isProse(line) || line.block.parentElement !== parent || out.length > 2_000) break;
    out += `${out && ' '}${line.text}`;
  }
  return out;
}

/** The picture that is named like the person, or the one picture beside the name. */
function portrait(part: Page, page: Page, name: string): string {
  const words = nameWords(name).map(compact);
  const ok = (one: Page['images'][number]): boolean => !!source(one) && !NO_PHOTO.test(source(one));
  const source = (one: Page['images'][number]): string => one.element.getAttribute('data-src') ?? one.element.getAttribute('src') ?? '';
  const found = [...part.images, ...page.images].find((one) => ok(one) && !one.aside && words.length > 1 && words.every((word) => compact(one.text).includes(word)))
    ?? part.images.find((one) => ok(one) && words.some((word) => word.length > 3 && compact(source(one).replace(/^.*\//, '')).includes(word)) || /(?<![a-z])(avatar|portrait|headshot|profile|photo)/i.test(`${source(one)} ${one.element.className} ${one.element.id}`) && ok(one));
  return found ? webUrl(source(found), found.element.baseURI)?.href ?? '' : '';
}

/** The linked company in "… working at <a>Example</a>". */
function workplace({ lines, links }: Page, at: number): string {
  for (const link of links) {
    if (link.aside || link.at > Math.max(at, 0) + 6 || !link.text || link.text.length > 60) continue;
    const line = lines[link.at]?.text ?? '';
    const cut = line.indexOf(link.text);
    if (cut > 0 && /(?<!\p{L})(at|@|bei|chez|en|presso|hos|bij|na|w)\s$/iu.test(line.slice(0, cut)) && (FIRST_PERSON.test(line) || ROLE.test(line))) return link.text;
  }
  return '';
}

function tagline({ doc }: Context): string {
  const found = fold(doc.querySelector('main [class~="lead"],[role="main"] [class~="lead"],[class*="tagline"],[class*="slogan"],[class*="site-description"]')?.textContent);
  return found.length < 160 ? found : '';
}

function other(value: string, than: string): string {
  return compact(value).includes(compact(than)) || compact(than).includes(compact(value)) ? '' : value;
}
