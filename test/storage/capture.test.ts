import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/failure.ts';
import type { ProfileKey } from '../../src/domain/identity.ts';
import { saveDraft, type Saved } from '../../src/storage/capture.ts';
import { setField } from '../../src/storage/person.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const value = (saved: Result<Saved>): Saved => {
  if (!saved.ok) throw new Error(saved.failure.message);
  return saved.value;
};

describe('saving a draft', () => {
  test('makes the prospect and the account, tied together', async () => {
    const book = scratchBook();
    const saved = value(await saveDraft(book, draftOf('linkedin:in/ada', 'Ada Example', { company: 'Acme Example', title: 'Head of Sales' }), {}, changeAt(1), means));
    const prospect = await book.prospects.get(saved.id);
    const account = await book.accounts.get(prospect!.accountId!);
    expect(saved.isNew).toBe(true);
    expect(prospect!.fields.title).toMatchObject({ value: 'Head of Sales', source: { kind: 'page', name: 'example', strategy: 'structure' }, at: 1 });
    expect(account!.fields.name!.value).toBe('Acme Example');
  });

  test('the same key again opens the one that exists', async () => {
    const book = scratchBook();
    const first = value(await saveDraft(book, draftOf('linkedin:in/ada', 'Ada Example'), {}, changeAt(1), means));
    const again = value(await saveDraft(book, draftOf('linkedin:in/ada', 'Ada Example'), {}, changeAt(2), means));
    expect(again).toMatchObject({ id: first.id, isNew: false });
    expect(await book.prospects.count()).toBe(1);
  });

  test('a renamed handle is still the same person when a stable id is shared', async () => {
    const book = scratchBook();
    const before = { ...draftOf('github:ada', 'Ada'), keys: ['github:ada', 'github:id/7'] as ProfileKey[] };
    const after = { ...draftOf('github:ada-new', 'Ada'), keys: ['github:ada-new', 'github:id/7'] as ProfileKey[] };
    const { id } = value(await saveDraft(book, before, {}, changeAt(1), means));
    expect(value(await saveDraft(book, after, {}, changeAt(2), means)).id).toBe(id);
    expect((await book.prospects.get(id))!.keys).toEqual(['github:ada', 'github:id/7', 'github:ada-new']);
  });

  test('two people with one mail address stay two, and are named as possible duplicates', async () => {
    const book = scratchBook();
    const first = value(await saveDraft(book, draftOf('github:ada', 'Ada', { emails: ['office@example.com'] }), {}, changeAt(1), means));
    const second = value(await saveDraft(book, draftOf('github:bob', 'Bob', { emails: ['Office@example.com'] }), {}, changeAt(2), means));
    expect(second.isNew).toBe(true);
    expect(second.others).toEqual([first.id]);
  });

  test('a later reading fills what is empty and only suggests what differs', async () => {
    const book = scratchBook();
    const { id } = value(await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'Engineer' }), {}, changeAt(1), means));
    await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'Director', location: 'Oslo' }), {}, changeAt(2), means);
    const prospect = (await book.prospects.get(id))!;
    expect(prospect.fields.title!.value).toBe('Engineer');
    expect(prospect.suggestions.title!.value).toBe('Director');
    expect(prospect.fields.location!.value).toBe('Oslo');
  });

  test('a hand edit is never overwritten, nor suggested away when the page agrees', async () => {
    const book = scratchBook();
    const { id } = value(await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'Engineer' }), {}, changeAt(1), means));
    await setField(book, id, 'title', 'Lead engineer', changeAt(2));
    await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'LEAD  engineer' }), {}, changeAt(3), means);
    const prospect = (await book.prospects.get(id))!;
    expect(prospect.fields.title).toMatchObject({ value: 'Lead engineer', source: { kind: 'hand' } });
    expect(prospect.suggestions).toEqual({});
  });

  test('an edit made on the draft wins over the page, and an emptied field stays out', async () => {
    const book = scratchBook();
    const { id } = value(await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'Engineer', location: 'Oslo' }), { title: 'Buyer', location: '' }, changeAt(1), means));
    const prospect = (await book.prospects.get(id))!;
    expect(prospect.fields.title).toMatchObject({ value: 'Buyer', source: { kind: 'hand' } });
    expect(prospect.fields.location).toBeUndefined();
  });

  test('a page that contradicts its address is refused, and nothing is written', async () => {
    const book = scratchBook();
    const saved = await saveDraft(book, { ...draftOf('github:ada', 'Bob'), agrees: 'no' }, {}, changeAt(1), means);
    expect(saved).toMatchObject({ ok: false, failure: { kind: 'page-unreadable' } });
    expect(await book.prospects.count()).toBe(0);
  });

  test('colleagues share an account of one spelling; another legal form is another account', async () => {
    const book = scratchBook();
    for (const [key, company] of [['github:a', 'Acme GmbH'], ['github:b', 'ACME  GmbH'], ['github:c', 'Acme']] as const) {
      await saveDraft(book, draftOf(key, key, { company }), {}, changeAt(1), means);
    }
    expect(await book.accounts.count()).toBe(2);
  });

  test('two companies of one name but two addresses on one site are two accounts', async () => {
    const book = scratchBook();
    for (const [key, link] of [['github:a', 'https://linkedin.example/company/acme-1'], ['github:b', 'https://linkedin.example/company/acme-2'], ['github:c', 'https://linkedin.example/company/acme-1']] as const) {
      const draft = draftOf(key, key, { company: 'Acme' });
      await saveDraft(book, { ...draft, fields: { ...draft.fields, companyUrl: { value: link, source: 'structure', sure: 1 } } }, {}, changeAt(1), { ...means, keyOf: (address) => `linkedin:company/${address.split('/').at(-1)}` });
    }
    expect(await book.accounts.count()).toBe(2);
  });

  test('whatever is saved in whatever order, each key has one owner and each person one row', async () => {
    const key = fc.constantFrom<ProfileKey>('github:a', 'github:b', 'github:id/1', 'github:id/2', 'linkedin:in/a');
    await fc.assert(fc.asyncProperty(fc.array(fc.uniqueArray(key, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }), async (visits) => {
      const book = scratchBook();
      for (const [at, keys] of visits.entries()) await saveDraft(book, { ...draftOf(keys[0]!, 'Ada'), keys }, {}, changeAt(at + 1), means);
      const prospects = await book.prospects.toArray();
      const owned = prospects.flatMap((prospect) => prospect.keys);
      expect(new Set(owned).size).toBe(owned.length);
      expect((await book.identities.toArray()).map(({ key: one, owner }) => `${one} ${owner}`).sort()).toEqual(prospects.flatMap((prospect) => prospect.keys.map((one) => `${one} ${prospect.id}`)).sort());
      for (const keys of visits) expect(prospects.filter((prospect) => prospect.keys.includes(keys[0]!))).toHaveLength(1);
    }), { numRuns: 60 });
  });
});

describe('saving a company page', () => {
  const company = (key: ProfileKey, name: string, website: string) => ({ ...draftOf(key, name, { websites: [website] }), page: 'company' as const });

  test('gives the account its domain, and another page of that domain opens the same account', async () => {
    const book = scratchBook();
    const first = value(await saveDraft(book, company('linkedin:company/acme', 'Acme GmbH', 'https://www.acme.example/home'), {}, changeAt(1), means));
    const second = value(await saveDraft(book, company('github:acme', 'ACME', 'https://acme.example'), {}, changeAt(2), means));
    expect(second.id).toBe(first.id);
    const account = (await book.accounts.get(first.id))!;
    expect(account.fields.domain!.value).toBe('acme.example');
    expect(account.keys).toEqual(['linkedin:company/acme', 'domain:acme.example', 'company:acme gmbh', 'github:acme', 'company:acme']);
  });

  test('a page on a site of many is not its domain', async () => {
    const book = scratchBook();
    const { id } = value(await saveDraft(book, company('github:acme', 'Acme', 'https://linkedin.example/company/acme'), {}, changeAt(1), { ...means, keyOf: () => 'linkedin:company/acme' }));
    expect((await book.accounts.get(id))!.fields.domain).toBeUndefined();
  });
});
