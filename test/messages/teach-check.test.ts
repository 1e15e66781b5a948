import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_PIECE, MOST_PIECES } from '../../src/domain/piece.ts';
import { checkPieces, checkTab, checkTeach } from '../../src/messages/teach-check.ts';

const piece = { id: 0, text: 'Buyer', part: false, far: 0 };

describe('the checks of teaching', () => {
  test('take a list of pieces, and only what is asked for of each', () => {
    expect(checkPieces([{ ...piece, html: '<b>' }])).toEqual([piece]);
  });

  test.each([
    ['too many', Array.from({ length: MOST_PIECES + 1 }, () => piece)], ['too long a text', [{ ...piece, text: 'x'.repeat(LONGEST_PIECE + 1) }]], ['an empty text', [{ ...piece, text: '' }]],
    ['a number for a text', [{ ...piece, text: 7 }]], ['a distance that there is not', [{ ...piece, far: 3 }]], ['no list', { 0: piece }],
  ])('refuse %s', (_what, list) => {
    expect(checkPieces(list)).toBeNull();
  });

  test('only fields that can be taught are', () => {
    expect(checkTeach({ tabId: 1, id: 2, field: 'title' })).toEqual({ tabId: 1, id: 2, field: 'title' });
    expect([checkTeach({ tabId: 1, id: 2, field: 'followers' }), checkTeach({ tabId: 1, id: -1, field: 'title' }), checkTeach({ tabId: '1', id: 2, field: 'title' }), checkTab({}), checkTab(null)]).toEqual([null, null, null, null, null]);
  });

  test('nothing makes them throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => { checkPieces(value); checkPieces([value]); checkTeach(value); checkTab(value); }));
  });
});
