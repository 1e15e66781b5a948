// Every page of the demonstration at its real address. Tests and the tour answer a browser's requests from here.
import * as github from './github.mjs';
import * as hostile from './hostile.mjs';
import * as linkedin from './linkedin.mjs';
import * as web from './open-web.mjs';
import { escape, face, people } from './people.mjs';

export const INDEX = 'http://localhost/demo';
const HTML = 'text/html; charset=utf-8';

const pages = new Map();
const add = (url, make, contentType = HTML) => pages.set(bare(url), { make, contentType });
for (const person of people) {
  add(linkedin.ADDRESS(person), () => linkedin.linkedinPage(person));
  add(linkedin.PICTURE(person), () => face(person), 'image/svg+xml');
  if (!person.github) continue;
  add(github.ADDRESS(person), () => github.githubPage(person));
  add(github.PICTURE(person), () => face(person), 'image/svg+xml');
}
add(web.JSON_LD, () => web.profilePage);
add(web.H_CARD, () => web.hCard);
add(web.NOBODY, () => web.weather);
add(linkedin.ADDRESS(hostile.LINKEDIN_HOSTILE), () => hostile.scripted);
add(linkedin.PICTURE(hostile.LINKEDIN_HOSTILE), () => face({ slug: 'm', name: 'M' }), 'image/svg+xml');
add(linkedin.PICTURE({ slug: 'forger-hostile' }), () => face({ slug: 'f', name: 'F' }), 'image/svg+xml');
add(hostile.POLLUTER, () => hostile.polluter);
add(hostile.GIANT, () => hostile.giant);
add(hostile.FORGER, () => hostile.forger);
add(INDEX, index);

/** The page or picture at an address, or null. */
export function answer(url) {
  const found = pages.get(bare(url));
  return found ? { contentType: found.contentType, body: found.make() } : null;
}

function bare(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/$/, '');
}

/** Where a person with a browser starts: who is there, and what to try. */
function index() {
  const row = (url, name, text) => `<li><a href="${escape(url)}"><b dir="auto">${escape(name)}</b><span dir="auto">${escape(text.length > 90 ? `${text.slice(0, 90)}…` : text)}</span></a></li>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paydirt: try it</title><style>
  body { max-width: 52rem; margin: 3rem auto; padding: 0 1rem; font: 16px/1.55 system-ui, sans-serif; color: #222; background: #fbfaf7; } h1 { font-size: 1.6rem; } ul { list-style: none; padding: 0; display: grid; gap: .4rem; }
  li a { display: grid; grid-template-columns: 15rem 1fr; gap: 1rem; padding: .6rem .9rem; border: 1px solid #ddd; border-radius: 8px; background: #fff; color: inherit; text-decoration: none; } li a:hover, li a:focus { border-color: #a60; } b, span { text-align: start; } span { color: #666; } kbd { border: 1px solid #bbb; border-radius: 4px; padding: 0 .3em; background: #fff; }</style></head><body>
  <h1>Paydirt: try it</h1><p>All of these people are fictional, and every page comes from your own machine; no site is asked for anything. Open one, then click the Paydirt icon (or <kbd>Alt</kbd>+<kbd>Shift</kbd>+<kbd>D</kbd>) for the panel. <kbd>Alt</kbd>+<kbd>Shift</kbd>+<kbd>S</kbd> saves without it.</p>
  <h2>On LinkedIn</h2><ul>${people.map((one) => row(linkedin.ADDRESS(one), one.name, one.headline)).join('')}</ul>
  <h2>On GitHub</h2><ul>${people.filter((one) => one.github).map((one) => row(github.ADDRESS(one), one.name, `github.com/${one.github}`)).join('')}</ul>
  <h2>On pages of their own</h2><ul>${row(web.JSON_LD, 'Ivy Probe', 'says who she is in schema.org data')}${row(web.H_CARD, 'Jonas Vorlage', 'has an h-card')}</ul>
  <h2>Not so nice</h2><ul>${row(linkedin.ADDRESS(hostile.LINKEDIN_HOSTILE), 'Mallory', 'script in every field')}${row(hostile.GIANT, 'Gigi Ant', 'ten megabytes of text')}${row(hostile.POLLUTER, 'Polly Lute', 'broken and polluting data')}${row(web.NOBODY, 'Nobody', 'a page about the weather')}</ul></body></html>`;
}
