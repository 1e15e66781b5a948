import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggest, type Option } from '../../src/domain/type-ahead.ts';
import { anyText } from './any-text.ts';

const options: Option[] = ['Computer Software', 'Software Development', 'Hardware', 'Ämter und Behörden', 'Food & Beverage'].map((name, at) => ({ value: String(at), name }));
const names = (typed: string): string[] => suggest(options, typed).map(({ name }) => name);

test('what begins as typed comes first, then what has a word that does, then what holds it', () => {
  expect(names('soft')).toEqual(['Software Development', 'Computer Software']);
  expect(names('ware')).toEqual(['Computer Software', 'Software Development', 'Hardware']);
  expect(names('BEV')).toEqual(['Food & Beverage']);
  expect(names('amter')).toEqual(['Ämter und Behörden']);
  expect(names('nothing like it')).toEqual([]);
});

test('while nothing is typed all are there in their order, and any text is bearable', () => {
  expect(suggest(options, '  ')).toEqual(options);
  fc.assert(fc.property(anyText(40), (typed) => { expect(suggest(options, typed).every((one) => options.includes(one))).toBe(true); }));
});
