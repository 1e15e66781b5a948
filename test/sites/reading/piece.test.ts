// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { LONGEST_PIECE, MOST_PIECES } from '../../../src/domain/piece.ts';
import { listPieces } from '../../../src/sites/reading/piece.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const texts = (html: string, name = 'Ada Example'): string[] => listPieces(parse(html), name).map(({ text }) => text);

describe('the pieces of a page', () => {
  test('come in the page\'s order, those around the name first, menus last', () => {
    const doc = parse('<header><a>Home</a></header><main><p>Notice of the day</p><section><h1>Ada Example</h1><p>Buyer</p><p>Berlin</p><p>Likes tea</p></section><section><h2>Others</h2><p>Bo</p></section></main><footer>Imprint</footer>');
    const pieces = listPieces(doc, 'Ada Example');
    expect(pieces.map(({ text, far }) => [far, text])).toEqual([[0, 'Ada Example'], [0, 'Buyer'], [0, 'Berlin'], [0, 'Likes tea'], [1, 'Notice of the day'], [1, 'Others'], [1, 'Bo'], [2, 'Home'], [2, 'Imprint']]);
    expect(pieces.map(({ id }) => id)).toEqual(pieces.map((_, at) => at));
  });

  test('hold what is shown, not scripts, styles, hidden text or signs alone', () => {
    expect(texts('<main><h1>Ada Example</h1><script>let x = "no";</script><style>p { }</style><p hidden>no</p><div hidden><p>nor this</p></div><span class="visually-hidden">no</span><p>·</p><p>Buyer</p></main>')).toEqual(['Ada Example', 'Buyer']);
  });

  test('are whole lines, then their parts: inline words, lines, things between dots, what follows a label', () => {
    expect(texts('<main><h1>Ada Example</h1><p>Buyer at <b>Acme</b></p></main>')).toEqual(['Ada Example', 'Buyer at Acme', 'Buyer', 'Acme', 'Acme']);
    expect(texts('<main><h1>Ada Example</h1><p>Buyer<br>Acme<br>Berlin</p></main>')).toEqual(['Ada Example', 'Buyer Acme Berlin', 'Buyer', 'Acme', 'Berlin']);
    expect(texts('<main><h1>Ada Example</h1><p>Acme · Berlin</p><p>Based in: Oslo</p><p>https://ada.example/</p></main>')).toEqual(['Ada Example', 'Acme · Berlin', 'Acme', 'Berlin', 'Based in: Oslo', 'Oslo', 'https://ada.example/']);
  });

  test('are bounded in number and length', () => {
    const many = listPieces(parse(`<main><h1>Ada Example</h1>${Array.from({ length: 2_000 }, (_, at) => `<p>Line ${at} ${'x'.repeat(at === 5 ? 5_000 : 0)}</p>`).join('')}</main>`), 'Ada Example');
    expect(many).toHaveLength(MOST_PIECES);
    expect(Math.max(...many.map(({ text }) => text.length))).toBe(LONGEST_PIECE);
  });

  test('a page without a body, a name or a heading has pieces all the same', () => {
    expect(texts('<p>Buyer</p>', '')).toEqual(['Buyer']);
    expect(listPieces(document.implementation.createDocument(null, 'x'), '')).toEqual([]);
  });
});
