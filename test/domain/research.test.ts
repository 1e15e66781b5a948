import { expect, test } from 'vitest';
import { withoutResearch, withResearch } from '../../src/domain/research.ts';
import { prospectOf } from './prospect-of.ts';

const note = { id: 'r1', kind: 'pain' as const, text: ' Leads go cold ', url: 'https://a.example/post', at: 5 };

test('a note is kept with kind, text, address and date; nothing said is not kept', () => {
  expect(withResearch(prospectOf(), note).research).toEqual([{ ...note, text: 'Leads go cold' }]);
  expect(withResearch(prospectOf(), { ...note, url: 'javascript:alert(1)' }).research![0]!.url).toBe('');
  expect(withResearch(prospectOf(), { ...note, text: '  ' })).toEqual(prospectOf());
});

test('a hundred are kept and no more', () => {
  let prospect = prospectOf();
  for (let at = 0; at < 105; at++) prospect = withResearch(prospect, { ...note, id: `r${at}` });
  expect(prospect.research).toHaveLength(100);
});

test('the last one taken away leaves nothing behind', () => {
  expect(withoutResearch(withResearch(prospectOf(), note), 'r1')).toEqual(prospectOf());
});
