// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { linesOf, markOf, type Line } from '../../../../src/sites/anywhere/open-web/page.ts';
import { reachOf } from '../../../../src/sites/anywhere/open-web/reach.ts';

const of = (html: string): Line[] => linesOf(new DOMParser().parseFromString(html, 'text/html').body);
const texts = (html: string): string[] => of(html).map((line) => line.text);

describe('the lines of a page', () => {
  test('are those of its blocks, in reading order, without what is not shown', () => {
    expect(texts('<h1>Ada <b>Example</b></h1>\n <div> Head <i>of</i>\n Maps<p>One</p>and<br>two<script>three</script></div><button>four</button>')).toEqual(['Ada Example', 'Head of Maps', 'One', 'and', 'two']);
  });

  test('keep words apart that touch across two elements, and no others', () => {
    expect(texts('<p><span>Ada</span><span>Lead</span> <span>of</span> maps</p>')).toEqual(['Ada', 'Lead of maps']);
    expect(texts('<p>carto<b>graphy</b></p>')).toEqual(['cartography']);
    expect(texts('<p><span>Ада</span><span><!-- --><i></i><i>Лид</i></span><b>!</b><b>?</b></p>')).toEqual(['Ада', 'Лид!?']);
  });

  test('have their heading, and are aside by a name of what they are in', () => {
    expect(of('<header><h1><a>Home</a></h1></header><h2>A</h2><p class="page nav">b</p><form role="search"><input name="id"><p>c</p></form><div class="navy">d</div><footer>e</footer><article class="nav">f</article>').map(({ text, level, aside }) => [text, level, aside]))
      .toEqual([['Home', 1, true], ['A', 2, false], ['b', 0, true], ['c', 0, true], ['d', 0, false], ['e', 0, true], ['f', 0, false]]);
  });

  test('have the links and pictures that stand in them, each its own', () => {
    expect(of('<p><img><a href="/a">a</a><a href="/b"> b</a></p><p>none</p><p><img></p>').map(({ links, images }) => [links.length, images.length])).toEqual([[2, 1], [0, 0], [0, 1]]);
  });

  test('show addresses that a protection service covers', () => {
    expect(texts('<p>Mail <a data-cfemail="2a4b6a48">[covered]</a></p>')).toEqual(['Mail a@b']);
  });

  test('are marked by the three tags around their first text, cells by their column', () => {
    expect(of('<ul><li><a>x</a></li></ul><table><tbody><tr><td>1<td>2</table><p><img></p>').map(markOf)).toEqual(['<a<li<ul', '<td0<tr<tbody', '<td1<tr<tbody', '']);
  });
});

describe('whom a line leads to', () => {
  const reach = (html: string) => reachOf(of(html)[0]!, 'https://example.com/');

  test('is nobody for links within the site', () => {
    expect(reach('<p>See <a href="/tag/maps">maps</a> <a>and</a> more</p>')).toBeNull();
  });

  test.each([
    ['<p><a href="MAILTO:ada@example.com">mail</a></p>', { mailto: ['ada@example.com'] }], ['<p>ada (at) example.com</p>', { emails: ['ada@example.com'] }], ['<p>ada AT example.com</p>', { emails: ['ada@example.com'] }],
    ['<p><a href="tel:+4420">call</a></p>', { tel: true }], ['<p><a href="/ada.VCF">card</a></p>', { card: true }], ['<p><a href="/x">x</a><a href="//twitter.com/ada">t</a></p>', { profiles: [new URL('https://twitter.com/ada')] }],
  ])('is told by %s', (html, told) => {
    expect(reach(html)).toEqual({ mailto: [], emails: [], profiles: [], tel: false, card: false, ...told });
  });
});
