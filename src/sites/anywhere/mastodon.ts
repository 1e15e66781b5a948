import type { Draft } from '../../domain/draft.ts';
import type { SiteAddress } from '../../domain/identity.ts';
import { meta } from '../reading/head.ts';
import { region } from '../reading/region.ts';
import { draftOf, keyed } from '../reading/sight.ts';
import type { SiteReader } from '../reading/site.ts';
import { lines, text } from '../reading/text.ts';

/** Mastodon and its kin live at any host, so the address alone claims nothing: the page has to say what it is. */
export const address: SiteAddress = { name: 'mastodon', origins: [], parse: () => null };

const key = keyed('mastodon');
/** An account as `user@host`, whatever its spelling; '' when it names none. */
const account = (shown: string, host: string): string => {
  const [, user, at] = /^@?([\w.-]+)(?:@([\w.-]+\.[\w-]+))?$/.exec(shown.trim()) ?? [];
  return user ? `${user}@${at ?? host}`.toLowerCase() : '';
};

function read(doc: Document, url: URL): Draft | null {
  const path = /^\/(?:(?:web\/|deck\/)?@([\w.-]+(?:@[\w.-]+)?)|(?:users|profile|ap\/users)\/([\w.-]+))(?:\/(?:with_replies|media|featured|tagged\/[^/]+))?\/?$/.exec(url.pathname);
  if (!path) return null;
  const head = account(meta(doc, 'profile:username'), url.hostname);
  const federated = head !== '' && (doc.querySelector('link[rel="alternate"][type="application/activity+json"]') !== null || meta(doc, 'og:type') === 'profile' && meta(doc, 'profile:username').includes('@'));
  const box = doc.querySelector('.account__header, .public-account-header');
  const top = region(box);
  const shown = (top.text('h1 small') || top.text('.account__header__tabs__name small, .public-account-header__tabs__name small')).replace(/\s/g, '');
  const body = account(shown, url.hostname);
  // an account of this host may be named by the domain its people use, not by the host that serves it
  const claimed = account(path[1] ?? path[2]!, (head || body).split('@')[1] ?? url.hostname);
  if (!federated && !(body && (doc.getElementById('mastodon') ?? doc.querySelector('#initial-state, .public-layout')))) return null;
  const home = (path[1] ?? path[2]!).includes('@') ? `https://${url.hostname}/@${path[1]}` : `https://${url.hostname}/@${path[1] ?? path[2]}`;
  // counters carry the whole number as their title
  const number = (link: string): string => top.all(`:is(.account__header__extra__links, .counter) > a${link}`).map((one) => one.getAttribute('title') || region(one).attr('[title]', 'title') || text(one))[0] ?? '';
  const bio = lines(box?.querySelector('.account__header__content') ?? doc.querySelector('.public-account-bio .account__header__content')).join('\n');
  // "<n> posts, <n> following, <n> followers · <bio>", in this order in every language
  const [counters = '', ...said] = meta(doc, 'og:description').split(' · ');
  const counts = said.length ? counters.split(/[,،、] ?(?!\d)/) : [];
  return draftOf('mastodon', { kind: 'person', key: key(claimed) || 'mastodon:', url: home }, [
    () => body && {
      source: 'structure', sure: 0.9, who: [key(body)],
      values: {
        // badges stand between the name and the account
        name: top.text('h1 > span, h1 > bdi, h1 strong') || text(top.all('h1')[0]).replace(/\s*@.*$/, ''), handle: body, about: bio, avatar: avatar(top.attr('.account__avatar img, .public-account-header__image ~ * img.u-photo, .avatar img', 'src')),
        posts: number(':not([href*="/follow"])'), following: number('[href$="/following"]'), followers: number('[href$="/followers"]'),
        websites: [...doc.querySelectorAll('.account__header__fields a[href^="http"]')].map((link) => link.getAttribute('href')),
      },
    },
    () => federated && {
      source: 'open-graph', sure: 0.85, who: [key(head)],
      values: { name: /^(.*?)\s*\(@/.exec(meta(doc, 'og:title'))?.[1], handle: head, about: said.join(' · '), avatar: avatar(meta(doc, 'og:image')), posts: counts[0], following: counts[1], followers: counts[2] },
    },
  ]);
}

/** `missing.png` is the mark of an account without a picture. */
function avatar(src: string): string {
  return /\/missing\.\w+$/.test(src) ? '' : src;
}

export default { address, read } satisfies SiteReader;
