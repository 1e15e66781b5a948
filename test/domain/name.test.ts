import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameParts } from '../../src/domain/name.ts';

test('a name falls into first and last', () => {
  const cases: [string, string | undefined, string | undefined][] = [
    ['Ada Example', 'Ada', 'Example'],
    ['Dr. Ludwig van der Berg, PhD', 'Ludwig', 'van der Berg'],
    ['Berg, Ludwig', 'Ludwig', 'Berg'],
    ['Mary Ann Example (she/her)', 'Mary Ann', 'Example'],
    ['Sam Example, MBA, CPA', 'Sam', 'Example'],
    ['🚀 Zoë O’Sample 🚀', 'Zoë', 'O’Sample'],
    ['De Example', 'De', 'Example'],
    ['محمد عبد الله', 'محمد عبد', 'الله'],
    ['山田太郎', '山田太郎', undefined],
    ['Cher', 'Cher', undefined],
    ['', undefined, undefined],
    ['🚀', undefined, undefined],
  ];
  expect(cases.map(([name]) => [name, nameParts(name).first, nameParts(name).last])).toEqual(cases);
});

test('nothing is invented: each part is words of the name', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'C', ',', '.', ' ', '(', ')', '"', "'", '-', '山', 'é', '🚀'), maxLength: 40 }), (name) => {
    const { first = '', last = '' } = nameParts(name);
    for (const word of `${first} ${last}`.split(' ').filter(Boolean)) expect(name).toContain(word);
  }));
});
