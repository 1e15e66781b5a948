/** A made-up person; what is absent has no line on the page. */
export interface Shown {
  name: string;
  title?: string;
  company?: string;
  location?: string;
  email?: string;
  industry?: string;
}

export type Line = Exclude<keyof Shown, 'name'>;
export const LINES: readonly Line[] = ['title', 'company', 'location', 'email', 'industry'];

const given = (person: Shown): Line[] => LINES.filter((line) => person[line] !== undefined);
const each = (person: Shown, row: (line: Line, text: string) => string): string => given(person).map((line) => row(line, person[line]!)).join('\n');
const LABEL: Record<Line, string> = { title: 'Position', company: 'Employer', location: 'Based in', email: 'E-mail', industry: 'Field' };
/** Words of a build that nobody chose; others on each page. */
const hash = (person: Shown, seed: string): string => `${seed}${Array.from(person.name).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 99_991, 7).toString(36)}x9`;
const page = (person: Shown, body: string): string => `<!doctype html><html><head><title>${person.name}</title></head><body><nav><a href="/">Start</a> <a href="/me">Viewer</a></nav>${body}<footer><p>Imprint</p></footer></body></html>`;
const handle = (person: Shown): string => person.name.toLowerCase().replace(/\W+/g, '-');

/** One layout each: how a site could show the same lines. `named`: each line can be told from the others by more than its place. */
export const LAYOUTS: { layout: string; named: boolean; html: (person: Shown) => string }[] = [
  {
    layout: 'microdata', named: true,
    html: (person) => page(person, `<main itemscope><h1 itemprop="name">${person.name}</h1><ul>${each(person, (line, text) => `<li itemprop="${{ title: 'jobTitle', company: 'worksFor', location: 'homeLocation', email: 'email', industry: 'knowsAbout' }[line]}" class="${hash(person, 'a')}"><svg></svg><span>${text}</span></li>`)}</ul></main>`),
  },
  {
    layout: 'test ids that hold the handle', named: true,
    html: (person) => page(person, `<main><div id="user-${handle(person)}"><h1>${person.name}</h1>${each(person, (line, text) => `<div data-testid="user-${line}" id="${handle(person)}-${line}"><span class="css-${hash(person, '1')}">${text}</span></div>`)}</div></main>`),
  },
  {
    layout: 'classes that say what they hold', named: true,
    html: (person) => page(person, `<div class="wrapper ${hash(person, 'w')}"><h1>${person.name}</h1>${each(person, (line, text) => `<p class="text-muted profile-${line} ${hash(person, 'c')}">${text}</p>`)}</div>`),
  },
  {
    layout: 'labels for screen readers', named: true,
    html: (person) => page(person, `<main><h1>${person.name}</h1><ul>${each(person, (line, text) => `<li aria-label="${LABEL[line]}: ${text}"><svg></svg><span>${text}</span></li>`)}</ul></main>`),
  },
  {
    layout: 'a definition list', named: true,
    html: (person) => page(person, `<main><h1>${person.name}</h1><dl>${each(person, (line, text) => `<dt>${LABEL[line]}</dt><dd>${text}</dd>`)}</dl></main>`),
  },
  {
    layout: 'a table', named: true,
    html: (person) => page(person, `<main><h1>${person.name}</h1><table><tbody>${each(person, (line, text) => `<tr><th>${LABEL[line]}</th><td><div>${text}</div></td></tr>`)}</tbody></table></main>`),
  },
  {
    layout: 'rows of a label and a value', named: true,
    html: (person) => page(person, `<main><h1>${person.name}</h1><section>${each(person, (line, text) => `<div class="${hash(person, 'r')}"><div class="${hash(person, 'l')}"><b>${LABEL[line]}</b></div><div class="${hash(person, 'v')}"><span>${text}</span></div></div>`)}</section></main>`),
  },
  {
    layout: 'a section with a heading for each', named: true,
    html: (person) => page(person, `<main><section><h1>${person.name}</h1></section>${each(person, (line, text) => `<section><h2>${LABEL[line]}</h2><div><p>${text}</p></div></section>`)}</main>`),
  },
  {
    layout: 'labels in the same text', named: true,
    html: (person) => page(person, `<main><h1>${person.name}</h1><ul>${each(person, (line, text) => `<li>${LABEL[line]}: ${text}</li>`)}</ul></main>`),
  },
  {
    layout: 'labels and values in equal spans', named: false,
    html: (person) => page(person, `<main><h1>${person.name}</h1><div>${each(person, (line, text) => `<span>${LABEL[line]}:</span> <span>${text}</span>`)}</div></main>`),
  },
  {
    layout: 'plain lines under the name', named: false,
    html: (person) => page(person, `<div><div><h1>${person.name}</h1>${each(person, (_, text) => `<p>${text}</p>`)}</div></div>`),
  },
  {
    layout: 'a card of a server-driven layout', named: false,
    html: (person) => page(person, `<main><section componentkey="com.example.sdui.card.refAC${hash(person, 'Q')}Topcard"><div class="${hash(person, 'k')}"><div><h2>${person.name}</h2></div>${each(person, (_, text) => `<p class="${hash(person, 'm')}">${text}</p>`)}</div>${person.company ? '<div><figure></figure></div>' : ''}</section><section componentkey="com.example.sdui.card.refAC${hash(person, 'Q')}About"><h2>About</h2><p>…</p></section></main>`),
  },
  {
    layout: 'lines that differ in style', named: false,
    html: (person) => page(person, `<main><h1>${person.name}</h1>${each(person, (line, text) => `<div${['company', 'location'].includes(line) ? ' class="soft"' : line === 'title' ? ' class="accent strong"' : ''}>${text}</div>`)}</main>`),
  },
  {
    layout: 'lines of one paragraph', named: false,
    html: (person) => page(person, `<article><h1>${person.name}</h1><p>${given(person).map((line) => person[line]).join('<br>')}</p></article>`),
  },
  {
    layout: 'one line with dots', named: false,
    html: (person) => page(person, `<article><h1>${person.name}</h1><p>${given(person).map((line) => person[line]).join(' · ')}</p></article>`),
  },
];
