// Synthetic pages for the benchmarks: fictional people in page structure as sites build it, as big as asked for.

const NAMES = ['Ada', 'Bela', 'Cleo', 'Dario', 'Edda', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kaja', 'Liam'];
const SURNAMES = ['Example', 'Sample', 'Muster', 'Specimen', 'Pattern', 'Figment', 'Placeholder', 'Instance', 'Fiction'];
const TITLES = ['Head of Operations', 'Sales Director', 'Product Manager', 'Chief Engineer', 'Marketing Lead'];
const COMPANIES = ['Example GmbH', 'Sample Ltd', 'Muster AG', 'Pattern Works'];

/** The `at`-th fictional person: `{slug, id, name, headline, title, company}`; no two share a name or a slug. */
export function person(at) {
  const pick = (list, step = 1) => list[Math.floor(at / step) % list.length];
  const name = `${pick(NAMES)} ${pick(SURNAMES, NAMES.length)}${at < 108 ? '' : ` ${roman(Math.floor(at / 108))}`}`;
  const title = pick(TITLES);
  const company = pick(COMPANIES);
  return { slug: `${name.toLowerCase().replace(/\W+/g, '-')}-${at}`, id: `ACoAAFictional${String(at).padStart(6, '0')}`, name, title, company, headline: `${title} at ${company}` };
}

export const linkedInUrl = ({ slug }) => `https://www.linkedin.com/in/${slug}/`;

/** A profile in LinkedIn's server-driven layout, with at least `elements` elements: top card, history, and a long tail of activity. */
export function linkedInProfile(who, elements = 0) {
  const parts = { title: `${who.name} | LinkedIn`, cards: linkedInCards(who) };
  return filled(elements, (rest) => linkedInDocument(parts.title, parts.cards + rest), (at) => activity(who, at));
}

/** What changes when LinkedIn goes from one profile to the next without a load. */
export function linkedInCards(who) {
  const { id, slug } = who;
  const ref = `com.linkedin.sdui.profile.card.ref${id}`;
  const card = (name, inner) => `<div componentkey="${ref}${name}"><section componentkey="${ref}${name}" class="_1a2b3c4d _5e6f7a8b">${inner}</section></div>`;
  const position = (at, title, company, dates) => `<div componentkey="entity-collection-item-${at}"><div><a href="https://www.linkedin.com/company/${100 + at}/"><figure>${LOGO}</figure></a><a href="https://www.linkedin.com/company/${100 + at}/"><div><div><p>${title}</p><p>${company} · Full-time</p></div><p>${dates}</p><p>Berlin, Germany</p></div></a></div></div>`;
  return `${card('Topcard', `<div><div><a href="/in/${slug}/overlay/background-photo/"><figure><img alt="Cover photo" src="https://media.licdn.com/dms/image/v2/BG/profile-displaybackgroundimage-shrink_200_800/0/1"></figure></a>
<a href="/in/${slug}/"><div aria-label="Profile photo"><figure><img alt="" src="https://media.licdn.com/dms/image/v2/${id}/profile-framedphoto-shrink_200_200/0/1"></figure></div></a></div>
<div><div><div><div><div><a href="https://www.linkedin.com/in/${slug}/"><div><h2>${who.name}</h2></div></a></div><div><p>· 2nd</p></div></div>
<p>${who.headline}</p><p>${who.company} · Example University</p>
<div><p>Berlin, Germany</p><p>·</p><p><a href="https://www.linkedin.com/in/${slug}/overlay/contact-info/">Contact info</a></p></div></div>
<div><div role="button"><div><figure>${LOGO}</figure><p>${who.company}</p></div></div><div role="button"><div><figure>${LOGO}</figure><p>Example University</p></div></div></div></div>
<div><p>1,234 followers</p></div><div><p>500+</p><p>connections</p></div><div><a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${id}">Message</a></div></div></div>`)}
${card('About', `<h2>About</h2><p><span data-testid="expandable-text-box">${LINE}<br>${LINE}<button aria-hidden="true">… more</button></span></p>`)}
${card('ExperienceTopLevelSection', `<div><h2>Experience</h2><div>${position(1, who.title, who.company, 'Jan 2022 - Present · 4 yrs')}${position(2, 'Analyst', 'Former Ltd', 'Mar 2018 - Dec 2021 · 3 yrs 10 mos')}${position(3, 'Trainee', 'Earlier Ltd', 'Mar 2016 - Feb 2018 · 2 yrs')}</div></div>`)}
${card('EducationTopLevelSection', '<h2>Education</h2><div><p>Example University</p><p>MSc</p><p>2010 – 2014</p></div>')}`;
}

/** Any page of LinkedIn around its cards: the viewer's menu, the cards, people beside them. `script` runs in the page. */
export function linkedInDocument(title, cards, script = '') {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><header><nav><a href="https://www.linkedin.com/in/vera-viewer/"><img alt="Vera Viewer" src="https://media.licdn.com/dms/image/v2/VIEWER/profile-displayphoto-shrink_200_200/0/1"></a></nav></header>
<main id="workspace"><div id="cards" data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile">${cards}</div>
<aside><section><h2>More profiles for you</h2>${[901, 902, 903].map((at) => beside(person(at))).join('')}</section></aside></main><footer><h2>About</h2><p>About LinkedIn</p></footer>${script && `<script>${script}</script>`}</body></html>`;
}

/** LinkedIn's feed: nobody's page. */
export function linkedInFeed(elements) {
  return filled(elements, (rest) => linkedInDocument('Feed | LinkedIn', rest), (at) => activity(person(at % 50), at));
}

/** A repository: nobody's page. */
export function gitHubRepository(elements) {
  return filled(elements, (rest) => `<!doctype html><html lang="en"><head><title>example/tool</title><meta property="og:type" content="object"></head><body><header><a href="/vera-viewer"><img alt="@vera-viewer" src="https://avatars.githubusercontent.com/u/1?s=40"></a></header><main><h1>tool</h1><table><tbody>${rest}</tbody></table></main></body></html>`,
    (at) => `<tr><td><svg><path d="M0 0h16v16"/></svg><a href="/example/tool/blob/main/file-${at}.ts"><span>file-${at}.ts</span></a></td><td><span><a href="/example/tool/commit/${at}">Say what it is</a></span></td><td><time>last week</time></td></tr>`);
}

/** A question and its answers: nobody's page. */
export function question(elements) {
  return filled(elements, (rest) => `<!doctype html><html lang="en"><head><title>How do I measure? - Stack Overflow</title></head><body><header><a href="/users/1/vera-viewer">Vera</a></header><main><h1>How do I measure?</h1>${rest}</main></body></html>`,
    (at) => `<div class="answer"><div><button aria-label="Up vote"><svg><path d="M1 12h16"/></svg></button><div>${at}</div></div><div><p>${LINE}</p><pre><code>measure(<span>${at}</span>)</code></pre></div><div><a href="/users/${1000 + at}/someone"><img alt=""><span>Someone ${at}</span></a><time>yesterday</time></div></div>`);
}

/** A person's own page with nothing but plain structure: title, heading, mail, links, and a long list of writings. */
export function ownPage(elements) {
  return filled(elements, (rest) => `<!doctype html><html lang="en"><head><title>Ada Example – Head of Maps</title><meta name="description" content="The personal site of Ada Example."><link rel="canonical" href="https://ada.example.com/"></head><body><header><nav><a href="/">Home</a><a href="/writing/">Writing</a></nav></header>
<main><section><img src="/ada.jpg" alt="Ada Example"><h1>Ada Example</h1><p>Head of Maps at Example Studio</p><p>I am a cartographer in Fenwick. ${LINE}</p><ul><li><a href="mailto:ada@example.com">ada@example.com</a></li><li><a href="tel:+442079460991">+44 20 7946 0991</a></li><li><a rel="me" href="https://github.com/ada-example">GitHub</a></li><li><a rel="me" href="https://www.linkedin.com/in/ada-example/">LinkedIn</a></li></ul></section>
<section><h2>Writing</h2>${rest}</section></main><footer><p>© Ada Example</p></footer></body></html>`,
  (at) => `<div class="entry"><h3><a href="/writing/${at}/">On drawing place number ${at}</a></h3><p><time datetime="2024-01-01">1 January</time> · <span>${at % 9} min</span></p><p>${LINE} <em>${at}</em></p><ul><li><a href="/tag/maps/">maps</a></li><li><a href="/tag/paper/">paper</a></li></ul><figure><img src="/thumb/${at}.jpg" alt="A map"><figcaption>Plate ${at}</figcaption></figure></div>`);
}

/** How many elements a page's source makes, roughly: its opening tags. */
export function elementsOf(html) {
  return html.match(/<[a-z]/g)?.length ?? 0;
}

const LOGO = '<img src="https://media.licdn.com/dms/image/v2/L/company-logo_100_100/0/1" alt="">';
const LINE = 'Places that do not exist have to be drawn with twice the care, since nobody can go there and look.';

/** A post with its author, text, counters and buttons: what most of a long profile is made of. */
function activity(who, at) {
  const by = at % 3 ? person(200 + (at % 90)) : who;
  return `<div componentkey="activity-item-${at}" class="_9c8d7e6f"><div class="_1a2b3c4d _0f1e2d3c"><div><a href="https://www.linkedin.com/in/${by.slug}/"><figure class="_5e6f7a8b"><img alt="" src="https://media.licdn.com/dms/image/v2/P${at}/profile-displayphoto-shrink_100_100/0/1"></figure></a>
<div><a href="https://www.linkedin.com/in/${by.slug}/"><p><span aria-hidden="true">${by.name}</span><span>· 3rd+</span></p><p>${by.headline}</p></a><p><span>${at % 11}mo</span> <svg viewBox="0 0 16 16"><path d="M8 1a7 7 0 107 7"/><path d="M3 8"/></svg></p></div></div>
<p><span data-testid="expandable-text-box">${LINE}<br>${LINE} <a href="https://www.linkedin.com/feed/hashtag/?keywords=maps"><strong>#maps</strong></a></span></p>
<div><button><svg><g><path d="M1 1"/><path d="M2 2"/></g></svg><span>${at}</span></button><button><span>${at % 7} comments</span></button></div>
<div role="group"><div role="button"><svg><path d="M0 0"/></svg><span>Like</span></div><div role="button"><svg><path d="M0 1"/></svg><span>Comment</span></div><div role="button"><svg><path d="M0 2"/></svg><span>Send</span></div></div></div></div>`;
}

function beside(who) {
  return `<a href="https://www.linkedin.com/in/${who.slug}/"><img src="https://media.licdn.com/dms/image/v2/${who.id}/profile-displayphoto-shrink_200_200/0/1"><p>${who.name}</p><p>· 2nd</p><p>${who.headline}</p></a>`;
}

function filled(elements, page, piece) {
  const bare = elementsOf(page(''));
  const pieces = [];
  for (let have = bare; have < elements;) {
    pieces.push(piece(pieces.length));
    have += elementsOf(pieces.at(-1));
  }
  return page(pieces.join('\n'));
}

function roman(number) {
  return 'I'.repeat(number % 5) + 'V'.repeat(Math.floor(number / 5));
}
