// People on pages of their own: schema.org data, a representative h-card, and a page that says nothing of the kind.
import { escape } from './people.mjs';

const page = (title, body, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><style>body { max-width: 45rem; margin: 3rem auto; font: 16px/1.6 Georgia, serif; }</style>${head}</head><body>${body}</body></html>`;
export const data = (value) => `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

export const JSON_LD = 'https://people.orbit.example/ivy-probe';
export const H_CARD = 'https://jonas.vorlage.example/';
export const NOBODY = 'https://news.orbit.example/weather';

/** A schema.org ProfilePage. */
export const profilePage = page('Ivy Probe – Orbit Example', '<h1>Ivy Probe</h1><p>Chief Revenue Officer at Orbit Example</p><p>Toronto, Canada</p>', data({
  '@context': 'https://schema.org', '@type': 'ProfilePage', url: JSON_LD,
  mainEntity: { '@type': 'Person', name: 'Ivy Probe', jobTitle: 'Chief Revenue Officer', worksFor: { '@type': 'Organization', name: 'Orbit Example', url: 'https://orbit.example/' }, homeLocation: { '@type': 'Place', name: 'Toronto, Canada' }, description: 'Revenue, from first call to renewal.', url: JSON_LD, sameAs: ['https://github.com/ivy-probe-example'] },
}));

/** A home page with a representative h-card. */
export const hCard = page('Jonas Vorlage', `<div class="h-card"><h1><a class="p-name u-url u-uid" rel="me" href="${H_CARD}">Jonas Vorlage</a></h1><p class="p-job-title">Head of Partnerships</p><p>at <a class="p-org h-card" href="https://vorlage.example/">Vorlage Example</a></p><p class="p-locality">Hamburg</p><p class="p-note">I bring companies together that should have met years ago.</p><p><a class="u-email" href="mailto:jonas@vorlage.example">jonas@vorlage.example</a></p></div>`);

/** A page that is about no person. */
export const weather = page('Weather for the week', '<h1>Weather for the week</h1><p>Rain in the north, sun in the south.</p><p>By our staff.</p>');
