import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smsLength } from '../../src/domain/sms.ts';
import { anyText } from './any-text.ts';

test('a text message is counted in segments of its alphabet', () => {
  expect(smsLength('')).toEqual({ segments: 0, units: 0, left: 160, isPlain: true });
  expect(smsLength('a'.repeat(160))).toEqual({ segments: 1, units: 160, left: 0, isPlain: true });
  expect(smsLength('a'.repeat(161))).toEqual({ segments: 2, units: 161, left: 306 - 161, isPlain: true });
  expect(smsLength('€'.repeat(80))).toMatchObject({ segments: 1, units: 160 });
  expect(smsLength('ł'.repeat(70))).toEqual({ segments: 1, units: 70, left: 0, isPlain: false });
  expect(smsLength('ł'.repeat(71))).toMatchObject({ segments: 2, left: 134 - 71 });
  expect(smsLength('👍'.repeat(35))).toMatchObject({ segments: 1, units: 70 });
});

test('a character is not cut in two: one that does not fit goes to the next segment', () => {
  expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ segments: 3, left: 152 });
  expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toMatchObject({ segments: 2, left: 0 });
});

test('more text is never fewer segments', () => {
  fc.assert(fc.property(anyText(300), anyText(40), (text, more) => {
    expect(smsLength(text + more).segments).toBeGreaterThanOrEqual(smsLength(text).segments);
  }));
});
