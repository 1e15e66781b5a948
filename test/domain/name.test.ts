import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAndLast, nameParts } from '../../src/domain/name.ts';
import { anyText } from './any-text.ts';

/** The parts in one line: given / middle / family, and whatever else is there. */
function parts(shown: string): string {
  const { given, middle, family, prefix, suffix, degrees, pronouns, nickname } = nameParts(shown);
  const more = Object.entries({ prefix, suffix, degrees: degrees.join('+'), pronouns, nickname }).filter(([, value]) => value).map(([key, value]) => ` ${key}=${value}`);
  return [given, middle ?? '', family].join('/') + more.join('');
}

describe('names of western order', () => {
  it.each([
    ['Ada Example', 'Ada//Example'], ['Ada M. van der Berg', 'Ada/M./van der Berg'], ['J. R. R. Example', 'J./R. R./Example'], ["Jean-Luc O'Example", "Jean-Luc//O'Example"], ['Ada Van Dyke', 'Ada//Van Dyke'],
    ['Ludwig von Beispiel', 'Ludwig//von Beispiel'], ['José Ortega y Gasset', 'José//Ortega y Gasset'], ['Kumogiri Toranosuke', 'Kumogiri//Toranosuke'], ['Kim Do Young', 'Kim/Do/Young'], ['Ada', 'Ada//'], ['van der Berg', '//van der Berg'],
    ['Dr. Ada Example, PhD (she/her)', 'Ada//Example prefix=Dr. degrees=PhD pronouns=she/her'], ['Prof. Dr. Dr. h.c. Ada Example', 'Ada//Example prefix=Prof. Dr. Dr. h.c.'], ['Dipl.-Ing. Ada Beispiel', 'Ada//Beispiel prefix=Dipl.-Ing.'],
    ['Ada Example-Smith, MBA, CPA', 'Ada//Example-Smith degrees=MBA+CPA'], ['Ada Example MBA', 'Ada//Example degrees=MBA'], ['Ada Example, SHRM-CP, PHR', 'Ada//Example degrees=SHRM-CP+PHR'], ['Ada Example, Jr., MD', 'Ada//Example suffix=Jr. degrees=MD'],
    ['John Example III', 'John//Example suffix=III'], ['Ada "Bee" Example', 'Ada//Example nickname=Bee'], ['Alexander Example (Alex)', 'Alexander//Example nickname=Alex'], ['Ada Example They / Them', 'Ada//Example pronouns=they/them'],
    ['Frau Ada Beispiel (sie/ihr)', 'Ada//Beispiel prefix=Frau pronouns=sie/ihr'], ['Ada Ma', 'Ada//Ma'], ['Ada Example, CEO', 'Ada//Example'], ['Ada Example, Berlin', 'Ada//Example'], ['Ada Lovelace née Byron', 'Ada//Lovelace'],
  ])('%s', (shown, expected) => expect(parts(shown)).toBe(expected));
});

describe('the family name first', () => {
  it.each([
    ['EXAMPLE, Ada', 'Ada//Example'], ['Example, Ada M., PhD', 'Ada/M./Example degrees=PhD'], ['Example, Dr. Ada', 'Ada//Example prefix=Dr.'], ['DE LA CRUZ, Ana', 'Ana//de la Cruz'], ["O'BRIEN, Pat", "Pat//O'Brien"], ['EXAMPLE Ada', 'Ada//Example'],
    ['LI Xiaolong', 'Xiaolong//Li'], ['AJ Example', 'AJ//Example'], ['Nguyễn Văn An', 'An/Văn/Nguyễn'],
    ['李小龙', '小龙//李'], ['𠮷田𠮷', '田𠮷//𠮷'], ['欧阳小明', '小明//欧阳'], ['李 小龙', '小龙//李'], ['李小龙 (Bruce)', '小龙//李 nickname=Bruce'], ['Bruce Li 李小龙', 'Bruce//Li nickname=李小龙'], ['山田太郎', '太郎//山田'], ['佐藤健', '健//佐藤'], ['佐々木希', '希//佐々木'],
    ['山田さくら', 'さくら//山田'], ['山田 太郎', '太郎//山田'], ['ジョン・スミス', 'ジョン//スミス'], ['约翰·史密斯', '约翰//史密斯'], ['김민수', '민수//김'], ['남궁민수', '민수//남궁'],
  ])('%s', (shown, expected) => expect(parts(shown)).toBe(expected));
});

describe('names written from right to left', () => {
  it.each([['محمد الأحمد', 'محمد//الأحمد'], ['عبد الله الأحمد', 'عبد الله//الأحمد'], ['محمد بن سلمان', 'محمد//بن سلمان'], ['דנה כהן', 'דנה//כהן'], ['דנה בן אבא', 'דנה//בן אבא']])('%s', (shown, expected) => expect(parts(shown)).toBe(expected));
});

describe('the name to show', () => {
  it.each([
    ['Ada Example ✔ Open to work', 'Ada Example'], ['🎯 Ada Example 🎯 | We are hiring!', 'Ada Example'], ['Ada Example #OpenToWork', 'Ada Example'], ['Ada Example (Looking for new roles)', 'Ada Example'], ['Ada Example - CEO at X', 'Ada Example'],
    ['Ada Example, VP Sales at Acme', 'Ada Example'], ['𝗔𝗱𝗮 𝗘𝘅𝗮𝗺𝗽𝗹𝗲', 'Ada Example'], ['ADA EXAMPLE', 'Ada Example'], ['ada example', 'Ada Example'], ['Ada McExample', 'Ada McExample'], ['Dr. Ada Example, PhD', 'Ada Example'], ['EXAMPLE, Ada', 'Ada Example'],
    ['Nguyễn Văn An', 'Nguyễn Văn An'], ['山田 太郎', '山田 太郎'], ['Ada\u202eExample', 'Ada Example'], ['ada@example.com', 'ada@example.com'], ['😀', '😀'], ['', ''], ['   ', ''],
  ])('%s', (shown, expected) => expect(nameParts(shown).display).toBe(expected));

  it('an address is no name', () => expect(parts('ada@example.com')).toBe('//'));
});

describe('the columns of files', () => {
  it('have the middle name with the first, and nothing that cannot be told', () => {
    expect(firstAndLast('Dr. Mary Ann van der Berg, PhD')).toEqual({ first: 'Mary Ann', last: 'van der Berg' });
    expect(firstAndLast('Ada')).toEqual({ first: 'Ada' });
    expect(firstAndLast('🚀')).toEqual({});
  });
});

describe('for any text', () => {
  it('nothing throws, nothing is longer than what was read, and no control turns the line around', () => {
    const text = fc.oneof(anyText(60), fc.array(fc.constantFrom('Ada', 'EXAMPLE', ',', 'Dr.', 'PhD', '(', ')', '"', 'she/her', 'van', '李', '小龙', '🚀', '\u202e', '|', 'Jr.', 'y'), { maxLength: 12 }).map((words) => words.join(' ')));
    fc.assert(fc.property(text, (shown) => {
      const { given, family, display } = nameParts(shown);
      for (const part of [given, family, display]) {
        expect(part.length).toBeLessThanOrEqual(600);
        expect(part).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        expect(part.isWellFormed()).toBe(true);
        expect(part).toBe(part.trim());
      }
    }), { numRuns: 200 });
  });

  it('the display of a display is itself', () => {
    const name = fc.tuple(fc.constantFrom('Ada', 'José', 'Jean-Luc', 'Łucja'), fc.constantFrom('', 'M.', 'Maria'), fc.constantFrom('Example', 'van der Berg', "O'Example", 'Müller-Beispiel'), fc.constantFrom('', ', PhD', ' (she/her)', ' 🚀', ' | Sales', ', MBA, CPA'));
    fc.assert(fc.property(name, ([given, middle, family, noise]) => {
      const plain = [given, middle, family].filter(Boolean).join(' ');
      expect(nameParts(plain + noise).display).toBe(plain);
      expect(nameParts(plain + noise)).toMatchObject({ given, family });
      expect(nameParts(nameParts(plain + noise).display).display).toBe(plain);
    }));
  });
});

describe('a name that can only be read in one way', () => {
  const capital = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÉÇŁŠŽØÅÆİДИΑ'.split(''));
  const small = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüßéèçłšžøåæıди'.split('')), minLength: 1, maxLength: 9 });
  const made = fc.tuple(capital, small).map(([first, rest]) => first + rest);
  const told = fc.constantFrom('Dr', 'Prof', 'Herr', 'Van', 'Von', 'De', 'Di', 'Da', 'Mba', 'Phd', 'Ma', 'Do', 'Med', 'Jr', 'Iii', 'Ceo', 'Hr', 'Open', 'Hiring', 'Lion', 'Seeking', 'Available', 'Verified', 'Looking', 'Opentowork', 'Auf', 'En', 'Op', 'She', 'He', 'Any', 'All', 'At', 'Bei', 'Née', 'Nguyễn', 'Lê', 'Li', 'Jobsuche', 'Towork', 'For', 'Me', 'Recherche', 'Cerca', 'Zoek', 'Búsqueda');
  const word = fc.oneof({ weight: 2, arbitrary: made }, { weight: 1, arbitrary: fc.tuple(made, made).map((both) => both.join('-')) }, { weight: 2, arbitrary: told });

  it('is read as any other is', () => {
    // a space at the end makes it one that is looked at closely
    fc.assert(fc.property(word, word, (given, family) => { expect(nameParts(`${given} ${family}`)).toEqual(nameParts(`${given} ${family} `)); }), { numRuns: 2_000 });
  });
});
