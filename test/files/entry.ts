import type { Entry, NameParts } from '../../src/files/format.ts';

/** First word and the rest. */
export const nameParts: NameParts = (name) => {
  const [first, ...rest] = name.split(' ');
  return { ...(first ? { first } : {}), ...(rest.length ? { last: rest.join(' ') } : {}) };
};

const page = { kind: 'page', name: 'linkedin' } as const;
/** A prospect with something in every column. */
export const ada: Entry = {
  prospect: {
    id: 'p1', kind: 'prospect', keys: ['linkedin:in/ada'], suggestions: {}, stage: 'working', tags: ['hot', '=tag'], lists: ['l1'], leadSource: 'referral',
    fit: { icpId: 'i1', version: 2, fit: 81, coverage: 60 }, createdAt: 0, updatedAt: 86_400_000,
    fields: {
      name: { value: 'Ada Example', source: page, at: 0 },
      headline: { value: 'Builds "engines", all day\nand night', source: page, at: 0 },
      emails: { value: ['ada@example.com', 'a@example.org'], source: page, at: 0 },
      phones: { value: ['+49 30 123456'], source: page, at: 0 },
    },
  },
  account: { id: 'a1', keys: [], fields: { name: { value: 'Example GmbH', source: page, at: 0 }, domain: { value: 'example.com', source: page, at: 0 } }, suggestions: {}, tags: [], createdAt: 0, updatedAt: 0 },
  notes: [
    { id: 'n2', prospectId: 'p1', text: 'second', createdAt: 2, updatedAt: 2 },
    { id: 'n1', prospectId: 'p1', text: 'first', createdAt: 1, updatedAt: 1 },
  ],
  touches: [],
  followUps: [
    { id: 'f1', prospectId: 'p1', dueAt: 5, open: 0, words: '', zone: 'UTC', text: '', createdAt: 0, updatedAt: 0 },
    { id: 'f2', prospectId: 'p1', dueAt: 2000, open: 1, words: '', zone: 'UTC', text: '', createdAt: 0, updatedAt: 0 },
    { id: 'f3', prospectId: 'p1', dueAt: 1000, open: 1, words: '', zone: 'UTC', text: '', createdAt: 0, updatedAt: 0 },
  ],
  lists: ['Berlin'],
  icp: 'Founders',
};
