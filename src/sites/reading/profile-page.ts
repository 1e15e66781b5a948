import type { ProfileKey } from '../../domain/identity.ts';
import { webUrl, type SiteAddress } from '../../domain/identity.ts';
import { isNode, isType, jsonLd, list, own, string, type Node } from './json-ld.ts';
import { microdata } from './microdata.ts';
import { covers } from './registry.ts';
import type { Sight } from './sight.ts';

const SOMEBODY = ['Person', 'Organization', 'Corporation', 'LocalBusiness'];

/** Both spellings are about. */
const pageOf = (node: Node): unknown => own(node, 'mainEntityofPage') ?? own(node, 'mainEntityOfPage');

/** Whom the page's JSON-LD is about: `mainEntity` (once `author`) of a ProfilePage, somebody whose own page this is, else the only one on it. */
export function subject(doc: Document): Node | null {
  const nodes = jsonLd(doc);
  const pages = nodes.filter((node) => isType(node, 'ProfilePage', 'AboutPage'));
  const inside = pages.flatMap((page) => [...list(own(page, 'mainEntity')), ...list(own(page, 'author'))]).find((node) => isType(node, ...SOMEBODY));
  const people = nodes.filter((node) => isType(node, ...SOMEBODY));
  return (inside as Node | undefined) ?? people.find((node) => isType(pageOf(node), 'ProfilePage')) ?? (people.length === 1 ? people[0]! : null);
}

/** How often something was done, by schema.org's name of the action and, where one action serves both ways, the counter's own. */
function counter(node: Node, key: string, action: string, back?: boolean): unknown {
  const found = list(own(node, key)).filter(isNode).find((one) => JSON.stringify(own(one, 'interactionType') ?? '').includes(`${action}Action`) && (back === undefined || back === /^following$/i.test(string(one, 'name'))));
  return found && (Number(own(found, 'userInteractionCount')) || own(found, 'userInteractionCount'));
}

/** What the page's JSON-LD says of its subject. `who` is the key of its own address on this site, or what `more` finds. */
export function profilePage(doc: Document, site: SiteAddress, more: (node: Node) => Partial<Sight> = () => ({})): Sight | null {
  const scope = doc.querySelector('[itemtype$="schema.org/ProfilePage"] [itemprop="mainEntity"][itemscope]');
  const stated = subject(doc), node = stated ?? (scope && microdata(scope));
  if (!node) return null;
  const urls = [string(node, 'url'), string(node, '@id'), string(pageOf(node), '@id')].map((text) => webUrl(text));
  const who = urls.map((url): ProfileKey | undefined => (url ? site.parse(url)?.key : undefined));
  const { values, ...rest } = more(node);
  const address = own(node, 'address');
  return {
    source: stated ? 'json-ld' : 'microdata', sure: 1, who, ...rest,
    values: {
      name: string(node, 'name') || string(node, 'givenName'),
      handle: string(node, 'additionalName') || string(node, 'alternateName'),
      about: string(node, 'description'),
      title: string(node, 'jobTitle'),
      company: string(node, 'worksFor'),
      location: string(node, 'homeLocation') || (typeof address === 'string' ? address : [string(address, 'addressLocality'), string(address, 'addressRegion'), string(address, 'addressCountry')].filter(Boolean).join(', ')),
      avatar: string(own(node, 'image'), 'contentUrl') || string(node, 'image'),
      emails: string(node, 'email'),
      phones: string(node, 'telephone'),
      // `url` is the profile here, or (Instagram) the subject's own site
      websites: [...list(own(node, 'sameAs')), ...urls.flatMap((url, i) => (url && i === 0 && !covers(site.origins, url) ? [url.href] : []))],
      followers: counter(node, 'interactionStatistic', 'Follow', false),
      following: counter(node, 'agentInteractionStatistic', 'Follow') ?? counter(node, 'interactionStatistic', 'Subscribe') ?? counter(node, 'interactionStatistic', 'Follow', true),
      posts: counter(node, 'agentInteractionStatistic', 'Write') ?? counter(node, 'interactionStatistic', 'Write'),
      ...values,
    },
  };
}
