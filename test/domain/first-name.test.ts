import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstName } from '../../src/domain/first-name.ts';
import { anyText } from './any-text.ts';

describe('the first name to greet by', () => {
  test.each([
    ['Ada Example', 'Ada'], ['Dr. Ada Example', 'Ada'], ['Prof. Dr. Jürgen von der Heide', 'Jürgen'], ['Example, Ada', 'Ada'], ['ada example', 'Ada'], ['Ada Example, PhD', 'Ada'], ['Anne-Marie Dubois', 'Anne-Marie'],
    ['DUPONT Marie', 'Marie'], ['LI Xiaolong', 'Xiaolong'], ['Seán O’Brien', 'Seán'], ['Ada 🚀 Example (she/her)', 'Ada'], ['Björn Borg | hiring', 'Björn'], ['山田 太郎', '太郎'], ['김민준', '민준'], ['Jo Example', 'Jo'],
  ])('%s is %s', (shown, name) => { expect(firstName(shown)).toBe(name); });

  test.each([
    'Ada', 'Dr. Example', 'J. Example', 'J Example', 'J.R. Example', 'JR Example', 'Wang Wei', 'Kim Minjun', 'Nguyễn Văn An', 'Nagy János', 'Yamada Taro', 'Abdul Rahman', '佐藤健', 'SMITH JOHN', 'Acme Sales Team', 'LinkedIn Member',
    'van der Berg', 'info@acme.example', '', '  ', '🚀🚀', '12 34', 'Wm. Example',
  ])('of “%s” nobody can be certain', (shown) => { expect(firstName(shown)).toBeNull(); });

  test('what is said is always a part of what is shown, and never throws', () => {
    fc.assert(fc.property(anyText(60), (shown) => {
      const name = firstName(shown);
      return name === null || (name.length > 0 && !/[\p{Cc}<>{}@]/u.test(name));
    }));
  });
});
