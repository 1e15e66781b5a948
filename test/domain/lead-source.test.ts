import { expect, test } from 'vitest';
import { leadSourceOf } from '../../src/domain/lead-source.ts';
import { draftOfRow } from '../../src/domain/row-draft.ts';
import { draftOf } from '../storage/scratch-book.ts';

test('a profile is a profile page with its host, a row of a list is a search, by hand is other', () => {
  const draft = draftOf('example:ada', 'Ada');
  expect(leadSourceOf(draft)).toEqual({ leadSource: 'profile page', sourceDetail: 'example.com' });
  expect(leadSourceOf(draftOfRow({ name: 'Bo', key: 'example:bo' }, draft))).toEqual({ leadSource: 'search', sourceDetail: 'example.com' });
  expect(leadSourceOf({ ...draft, keys: ['hand:1'], url: '' })).toEqual({ leadSource: 'other' });
});
