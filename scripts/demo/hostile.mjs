// A page that does what it can to harm a reader: script in every field, huge strings, broken Unicode, polluting data, forged messages.
import { ADDRESS, linkedinPage, profileId } from './linkedin.mjs';
import { data } from './open-web.mjs';
import { escape } from './people.mjs';

const SCRIPT = '"><img src=x onerror="window.__hit=1"><script>window.__hit=2</script><svg onload=window.__hit=3>';
const BIDI = '\u202Eevil\u2066\u200F';

export const LINKEDIN_HOSTILE = { slug: 'mallory-hostile', name: `Mallory ${SCRIPT}`, pronouns: 'x'.repeat(50_000), headline: `${SCRIPT}${BIDI} =HYPERLINK("https://evil.example")`, title: `=cmd|' /C calc'!A0 ${SCRIPT}`, company: `<b>Evil</b> ${BIDI}${SCRIPT}`, companyId: '1"><script>', school: SCRIPT, location: `javascript:alert(1) ${SCRIPT}`, about: SCRIPT, website: 'javascript:window.__hit=4', since: SCRIPT, past: [{ title: SCRIPT, company: SCRIPT, dates: SCRIPT }] };

export const POLLUTER = 'https://polluter.hostile.example/';
export const GIANT = 'https://giant.hostile.example/';
export const FORGER = 'https://www.linkedin.com/in/forger-hostile/';

/** A person whose every field is an attack. */
export const scripted = linkedinPage(LINKEDIN_HOSTILE);

/** Data that tries to reach Object.prototype, to nest without end, and to be of the wrong type everywhere. */
export const polluter = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Polly Lute</title><link rel="canonical" href="${POLLUTER}">
<script type="application/ld+json">{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"@type":["ProfilePage",{"__proto__":{}}],"mainEntity":{"@type":"Person","__proto__":{"name":"Not Me"},"name":"Polly Lute","jobTitle":{"name":{"name":{"name":[]}}},"worksFor":[[[{"name":5}]]],"url":"javascript:alert(1)","image":{"url":"data:text/html,<script>window.__hit=5</script>"},"sameAs":["javascript:window.__hit=6",{"a":1},7,null,"${POLLUTER}"]}}</script>
<script type="application/ld+json">${'['.repeat(100_000)}</script><script type="application/ld+json">{"@type":"Person","name":</script>
${data({ '@graph': Array.from({ length: 5_000 }, (_, at) => ({ '@type': 'Person', name: `Extra ${at}`, url: `https://extra.example/${at}` })) })}</head><body><h1>Polly Lute</h1></body></html>`;

/** Ten megabytes in one field, lone surrogates and control characters in the others. */
export const giant = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gigi Ant</title>
${data({ '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name: 'Gigi Ant', jobTitle: `Chief \\ud800 ${BIDI} Officer\u0000\u0007`, description: 'a'.repeat(100_000), url: GIANT } }).replace('\\\\ud800', '\\ud800')}</head>
<body><h1>Gigi Ant</h1><p id="long"></p><script>document.getElementById('long').textContent = 'long '.repeat(2_000_000);</script></body></html>`;

/** A real-looking profile that forges our messages in every way a page can, and floods the address bar. */
export const forger = linkedinPage({ slug: 'forger-hostile', name: 'Forrest Forger', headline: 'Forger', title: 'Forger', company: 'Forge Example', location: 'Nowhere', since: 'now' }).replace('</body>', `<script>
  const forged = { paydirt: 1, kind: 'page.seen', payload: { url: 'https://www.linkedin.com/in/ada-example/', state: 'settled', draft: { page: 'person', site: 'linkedin', url: 'https://www.linkedin.com/in/ada-example/', keys: ['linkedin:in/ada-example'], agrees: 'yes', fields: { name: { value: 'Forged', source: 'x', sure: 1 } } } } };
  for (const message of [forged, { ...forged, kind: 'book.changed' }, { ...forged, kind: 'page.read', payload: null }, JSON.stringify(forged)]) {
    window.postMessage(message, '*');
    document.dispatchEvent(new CustomEvent('paydirt', { detail: message }));
    new BroadcastChannel('paydirt').postMessage(message);
  }
  window.paydirtRunning = () => true;
  window.chrome = { runtime: { id: 'forged', sendMessage: () => { window.__hit = 7; } } };
  try { window.browser = window.chrome; } catch {}
</script></body>`);

export { ADDRESS, escape, profileId };
