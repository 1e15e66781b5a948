// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { bounded } from '../../src/content/bound.ts';
import type { Draft, DraftFields, PageKind, Row } from '../../src/domain/draft.ts';
import type { SiteAddress } from '../../src/domain/identity.ts';
import { addressOf, readersFor } from '../../src/sites/reading/registry.ts';
import type { SiteReader } from '../../src/sites/reading/site.ts';
import { pageReader } from '../../src/sites/readers.ts';
import type { SiteExamples } from './examples-type.ts';

/** What a fixture says should be read: listed fields and rows must be as given, those in `absent` must not be there. */
interface Expected {
  url: string;
  page: PageKind;
  keys?: string[];
  agrees?: Draft['agrees'];
  fields?: { [K in keyof DraftFields]?: unknown };
  rows?: Partial<Row>[];
  absent?: (keyof DraftFields)[];
}

interface Site {
  file: string;
  address: SiteAddress;
  reader: SiteReader;
  examples: SiteExamples | undefined;
  fixtures: { name: string; html: string; expected: Expected | undefined }[];
}

const modules = import.meta.glob<{ address: SiteAddress; default: SiteReader }>(['../../src/sites/*.ts', '../../src/sites/anywhere/*.ts', '!../../src/sites/{addresses,anywhere,frequent,named,readers}.ts'], { eager: true });
const examples = import.meta.glob<SiteExamples>('./*/examples.ts', { eager: true, import: 'default' });
const pages = import.meta.glob<string>('./*/*.html', { eager: true, query: '?raw', import: 'default' });
const expectations = import.meta.glob<Expected>('./*/*.json', { eager: true, import: 'default' });

const sites: Site[] = Object.entries(modules).map(([path, module]) => {
  const file = /([^/]+)\.ts$/.exec(path)![1]!;
  const html = Object.keys(pages).filter((page) => page.startsWith(`./${file}/`));
  return {
    file, address: module.address, reader: module.default, examples: examples[`./${file}/examples.ts`],
    fixtures: html.map((page) => ({ name: page.slice(file.length + 3, -5), html: pages[page]!, expected: expectations[page.replace(/html$/, 'json')] })),
  };
});
const all = sites.map((site) => site.address);
const readers = sites.map((site) => site.reader);
const { readPage } = pageReader(readers);

describe.each(sites)('the site $file', ({ file, address, reader, examples: own, fixtures }) => {
  test('has an address, a reader, examples and a page to read', () => {
    expect(address?.name, `src/sites/${file}.ts exports no \`address\`: see src/sites/reading/site.ts`).toBeTruthy();
    expect(reader?.address, `the default export of src/sites/${file}.ts is no SiteReader of its own \`address\``).toBe(address);
    expect(own, `src/sites/${file}.ts has no examples: write test/sites/${file}/examples.ts (\`npm run new:site name\` shows what it looks like)`).toBeDefined();
    expect(fixtures.length, `src/sites/${file}.ts has no fixture: write test/sites/${file}/person.html (a page of made-up people) and person.json (what to read off it)`).toBeGreaterThan(0);
    for (const fixture of fixtures) expect(fixture.expected, `test/sites/${file}/${fixture.name}.html has no ${fixture.name}.json beside it that says what to read off it`).toBeDefined();
    if (address.origins.length) expect(own!.spellings.length, `test/sites/${file}/examples.ts lists no spellings`).toBeGreaterThan(0);
  });

  test.each(own?.spellings ?? [])('$url is the $kind $key', ({ url, kind, key }) => {
    const claim = addressOf([address], new URL(url));
    expect(claim).toMatchObject({ kind, key });
    expect(addressOf(all, new URL(url))?.key, 'another site claims this address too').toBe(key);
    expect(addressOf([address], new URL(claim!.url))?.key, 'its canonical spelling must say the same').toBe(key);
    expect(claim!.url).toMatch(/^https:\/\//);
  });

  test.each(own?.none ?? [])('%s is nobody', (url) => {
    expect(addressOf([address], new URL(url))).toBeNull();
  });

  test.each(sites.filter((other) => other.file !== file && other.examples?.spellings.length))('claims nothing of $file', (other) => {
    for (const { url } of other.examples!.spellings) expect(addressOf([address], new URL(url)), url).toBeNull();
  });

  describe.each(fixtures.filter((fixture) => fixture.expected))('reading $name', ({ html, expected }) => {
    const { url, page, keys, agrees, fields = {}, rows, absent = [] } = expected!;
    const at = new URL(url);
    beforeEach(() => standAt(url));

    test('gives what the page says', () => {
      const draft = readPage(parse(html), at);
      expect(draft.page).toBe(page);
      if (page !== 'none') expect(draft.site).toBe(address.name);
      if (agrees) expect(draft.agrees).toBe(agrees);
      if (keys?.length) {
        expect(draft.keys[0]).toBe(keys[0]);
        expect(draft.keys).toEqual(expect.arrayContaining(keys));
      }
      const got = Object.fromEntries(Object.keys(fields).map((name) => [name, draft.fields[name as keyof DraftFields]?.value]));
      expect(got).toEqual(fields);
      for (const name of absent) expect(draft.fields[name]?.value, name).toBeUndefined();
      if (rows) expect(draft.rows).toMatchObject(rows);
    });

    test('leaves the page as it was', () => {
      const doc = parse(html);
      const before = doc.documentElement.outerHTML;
      readAll(doc, at);
      expect(doc.documentElement.outerHTML).toBe(before);
    });

    test('never takes the name from what is hidden', () => {
      const doc = parse(html);
      const read = (): unknown => [readPage(doc, at).fields.name?.value, readPage(doc, at).rows?.map((row) => row.name)];
      const before = read();
      for (const one of [...doc.body.querySelectorAll('h1,h2,h3,[class*=name],[itemprop=name]')]) {
        if (one.closest('[hidden]')) continue;
        const double = one.cloneNode(true) as Element;
        double.setAttribute('hidden', '');
        const inner = [...double.querySelectorAll('*')].find((child) => child.children.length === 0 && child.textContent!.trim()) ?? double;
        inner.textContent = 'Somebody Else';
        one.before(double);
      }
      expect(read()).toEqual(before);
    });

    test('gives the same in a document that was built node by node and has no address', () => {
      expect(readPage(rebuilt(parse(html)), at)).toEqual(readPage(parse(html), at));
    });

    test.each(Object.entries(POISONS))('survives %s', (_, poison) => {
      const doc = parse(html);
      poison(doc);
      for (const draft of readAll(doc, at)) expectHarmless(draft);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    });
  });
});

/** Text that a hostile or broken page could hold, put at the end of every text node. */
const POISONS: Record<string, (doc: Document) => void> = {
  'markup in its texts': (doc) => appendToTexts(doc, '<img src=x onerror="globalThis.polluted=1">'),
  'very long texts': (doc) => appendToTexts(doc, ' x'.repeat(5_000)),
  'very long words': (doc) => appendToTexts(doc, 'a.'.repeat(2_500) + '@'.repeat(2_500) + '('.repeat(2_500) + '1-'.repeat(1_250)),
  'controls that turn the direction of text': (doc) => appendToTexts(doc, '\u202e\u2066\u200f'),
  'half characters': (doc) => appendToTexts(doc, '\ud83d\udc00\ud800'),
  'data that names prototypes': (doc) => {
    for (const json of ['{"@type":"Person","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":{"__proto__":{"polluted":1}},"sameAs":{"length":1e9}}', '{"@graph":[null,1,[],{"@type":["ProfilePage",{}],"mainEntity":{"@type":"Person","name":["__proto__",7],"image":[{}],"url":{"toString":1}}}]}', '[[[[', '"', 'null']) {
      const script = doc.createElement('script');
      script.type = 'application/ld+json';
      script.textContent = json;
      doc.head.append(script);
    }
  },
  'data that is cut off': (doc) => { for (const script of doc.querySelectorAll('script')) script.textContent = script.textContent!.slice(0, -2); },
  'attributes that are no addresses': (doc) => { for (const element of doc.querySelectorAll('[href],[src],[content]')) for (const name of ['href', 'src', 'content']) if (element.hasAttribute(name)) element.setAttribute(name, 'http://[%zz\ud800'); },
  'no body': (doc) => doc.body.remove(),
};

function appendToTexts(doc: Document, end: string): void {
  const walker = doc.createTreeWalker(doc.documentElement, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.parentElement!.localName !== 'script') node.nodeValue += end;
}

/** Every reader that may read this address, asked directly: one that throws is not forgiven here. */
function readAll(doc: Document, url: URL): Draft[] {
  return readersFor(readers, url).map((one) => one.read(doc, url)).filter((draft) => draft !== null);
}

function expectHarmless(draft: Draft): void {
  const look = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
      Object.values(value).forEach(look);
      return;
    }
    expect(['string', 'number', 'boolean', 'undefined']).toContain(typeof value);
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    if (typeof value === 'string') expect(value.isWellFormed() && !/[\u202a-\u202e\u2066-\u2069]/.test(value), JSON.stringify(value.slice(0, 200))).toBe(true);
  };
  look(bounded(draft));
  for (const reading of Object.values(draft.fields)) expect(reading, 'a field is { value, source, sure }').toMatchObject({ source: expect.any(String), sure: expect.any(Number) });
}

/** Moves the test's window, and with it the documents parsed next, to the address of the page. */
function standAt(url: string): void {
  (globalThis as unknown as { jsdom: { reconfigure(to: { url: string }): void } }).jsdom.reconfigure({ url });
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function rebuilt(doc: Document): Document {
  const fresh = document.implementation.createHTMLDocument('');
  const copy = (node: Node): Node => {
    const one = fresh.importNode(node, false);
    for (const child of node.childNodes) one.appendChild(copy(child));
    return one;
  };
  fresh.replaceChild(copy(doc.documentElement), fresh.documentElement);
  return fresh;
}
