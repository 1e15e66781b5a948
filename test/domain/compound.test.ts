import { describe, expect, it } from 'vitest';
import { writtenOut } from '../../src/domain/compound.ts';
import { lexicon } from '../../src/domain/lexicon.ts';

describe('a compound that is cut short before an "and"', () => {
  const words = lexicon([['trade', 'grosshandel|einzelhandel|handel'], ['air', 'luft raumfahrt'], ['bank', 'bank*']], { best: 'longest' });
  it.each([
    ['gross- und einzelhandel', 'grosshandel, und einzelhandel'], ['gross-, einzelhandel', 'grosshandel,, einzelhandel'], ['luft- und raumfahrt', 'luft- und raumfahrt'], ['bank- und versicherungswesen', 'bank- und versicherungswesen'],
    ['berg- und talfahrt', 'berg- und talfahrt'], ['co-founder', 'co-founder'], ['gross und klein', 'gross und klein'], ['', ''],
  ])('"%s" is written out as "%s"', (text, expected) => expect(writtenOut(text, words)).toBe(expected));
});
