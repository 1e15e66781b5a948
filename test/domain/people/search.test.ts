import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packTable, unpackTable } from '../../../src/domain/people/packed.ts';
import { personRow, type PersonRow } from '../../../src/domain/people/row.ts';
import { FEW, markText, NOT_FOUND, parseQuery, type Query, rankText, type Texts } from '../../../src/domain/people/search.ts';
import { behind, buildSearch, search } from '../../../src/domain/people/search-index.ts';
import { peopleTable, type PeopleTable } from '../../../src/domain/people/table.ts';
import { almost } from '../../../src/domain/people/token.ts';
import { atOnce } from './at-once.ts';

const blank = personRow({ id: 'x', kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 0, updatedAt: 0 }, { followUps: [], touches: [] });
const row = (part: Partial<PersonRow>): PersonRow => ({ ...blank, ...part });
const ada = row({ id: 'ada', name: 'José Núñez-García', title: 'VP of Sales & Co-founder', company: 'Acme GmbH', location: 'München', headline: 'We’re hiring 🚀', tags: ['hot lead'], notes: 'met fair pricing' });

/** Ids of those who are found, the best match first. */
function found(text: string, ...rows: PersonRow[]): string[] {
  const table = peopleTable();
  for (const one of rows) table.put(one);
  const query = parseQuery(text);
  if (!query) return rows.map(({ id }) => id);
  const { ranks } = search(table, atOnce(buildSearch(table)), query);
  return rows.map(({ id }) => id).filter((id) => ranks[table.slotOf.get(id)!]! < NOT_FOUND).toSorted((a, b) => ranks[table.slotOf.get(a)!]! - ranks[table.slotOf.get(b)!]!);
}
const finds = (text: string, one = ada): boolean => found(text, one).length === 1;

describe('search', () => {
  test('finds the beginning of any word in names, companies, titles, headlines, places, tags and notes, whatever case and accents', () => {
    expect(['jose', 'NUN', 'garc', 'munch', 'Münch', 'acm', 'sale', 'hir', 'hot', 'lead', 'pric'].filter((text) => !finds(text))).toEqual([]);
  });

  test('does not find the middle of a word', () => {
    expect(['ose', 'cme', 'ales'].filter((text) => finds(text))).toEqual([]);
  });

  test('wants every word, in any order and from any field; those of a hyphened one in the same text', () => {
    expect(['acme  jose vp', 'co-founder', 'Núñez-García'].filter((text) => !finds(text))).toEqual([]);
    expect(['acme jose cto', 'jose-acme'].filter((text) => finds(text))).toEqual([]);
  });

  test('finds other scripts as they are written, and those without spaces anywhere', () => {
    const yamada = row({ name: '山田太郎', company: '株式会社サンプル' });
    expect([finds('🚀'), finds('太郎', yamada), finds('サンプル', yamada), finds('田山', yamada), finds('محم', row({ name: 'محمد عبد الله' })), finds('образ', row({ name: 'Иван Образцов' })), finds('ทด', row({ name: 'การทดสอบ' }))]).toEqual([true, true, true, false, true, true, true]);
  });

  test('forgives a letter in four and two in eight, also two that are turned round, when little is found as typed', () => {
    const mueller = row({ name: 'Ute Müller' }), johnson = row({ name: 'Johnson' }), kowalczyk = row({ name: 'Kowalczyk' });
    expect([finds('mueller', mueller), finds('jhons', johnson), finds('jonhson', johnson), finds('kowalcyzk', kowalczyk), finds('kovalchyk', kowalczyk)]).toEqual([true, true, true, true, true]);
    expect([finds('jon', johnson), finds('jansen', johnson), finds('kowal', kowalczyk), finds('kowarzik', kowalczyk)]).toEqual([false, false, true, false]);
    const anna = [row({ id: 'a', name: 'Anna Bert' }), row({ id: 'b', name: 'Berthe' }), row({ id: 'c', name: 'Bertil' })];
    expect(found('bert', ...anna, row({ id: 'd', name: 'Bart' }))).toEqual(['a', 'b', 'c']);
    expect(found('bert', ...anna.slice(1), row({ id: 'd', name: 'Bart' }))).toEqual(['b', 'c', 'd']);
  });

  test('the whole name goes before its beginning, the name before the company, the company before all else', () => {
    const all = [row({ id: 'note', notes: 'berg' }), row({ id: 'title', title: 'Berg' }), row({ id: 'company', company: 'Berg AG' }), row({ id: 'prefix', name: 'Ada Bergmann' }), row({ id: 'word', name: 'Ada Berg' }), row({ id: 'whole', name: 'Berg' })];
    expect(found('berg', ...all)).toEqual(['whole', 'word', 'prefix', 'company', 'title', 'note']);
  });

  test('signs alone narrow nothing', () => {
    expect(parseQuery(' & - ')).toBeNull();
  });

  test('what is almost a word is so by few single letters, as anybody would count them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
    fc.assert(fc.property(word, word, fc.constantFrom(1, 2), (one, typed, most) => {
      const mayBe = one[0] === typed[0] || one[0] === typed[1];
      const best = Math.min(...Array.from({ length: one.length + 1 }, (_, end) => distance(one.slice(0, end), typed)));
      expect(almost(one, typed, most)).toBe(mayBe && best <= most);
    }), { numRuns: 1_000 });
  });

  test('a word that nobody has any more is not stored', () => {
    const table = peopleTable();
    for (const [id, name] of [['a', 'Zebrafish Quill'], ['b', 'Bert Quill']]) table.put(row({ id: id!, name: name! }));
    const words = atOnce(buildSearch(table));
    table.remove('a');
    expect(atOnce(unpackTable(atOnce(packTable(table, { words }))))!.words!.words).toEqual(['bert', 'quill']);
  });

  test('the index finds what looking at each person finds, also after some came, changed and went and it was stored', () => {
    const part = fc.constantFrom('anna', 'annabel', 'bert', 'Bertil', 'bart', 'co-founder', 'founder', 'Müller', 'muller', 'Mueller', '山田', '山田太郎', '田', 'sales', 'VP', 'hot', 'Иван', '🚀', 'a', 'zoe');
    const text = fc.array(part, { maxLength: 3 }).map((parts) => parts.join(' '));
    const some = fc.array(fc.record({ id: fc.nat(9).map(String), name: text, company: text, title: text, headline: text, location: text, tags: fc.array(part, { maxLength: 2 }), notes: text }).map(row), { maxLength: 9 });
    const typed = fc.array(fc.oneof(part, fc.constantFrom('ann', 'bret', 'mullre', 'fuonder', 'sal', 'b', 'annabella', '太郎')), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    fc.assert(fc.property(some, some, fc.nat(9), typed, fc.boolean(), (first, second, gone, what, isStored) => {
      let table = peopleTable();
      for (const one of first) table.put(one);
      let index = atOnce(buildSearch(table));
      for (const one of second) table.put(one);
      table.remove(String(gone));
      if (isStored) {
        // values that came later are not in it: it is not stored
        const isBehind = behind(index, table) > 0;
        const read = atOnce(unpackTable(structuredClone(atOnce(packTable(table, { words: index })))))!;
        expect(read.words === undefined).toBe(isBehind);
        table = read.table;
        index = read.words ?? atOnce(buildSearch(table));
        expect(behind(index, table)).toBe(0);
      }
      const query = parseQuery(what)!;
      const { ranks, count } = search(table, index, query);
      expect(new Map([...table.slotOf].map(([id, slot]) => [id, ranks[slot]]))).toEqual(scan(table, query));
      expect(count).toBe([...scan(table, query).values()].filter((rank) => rank < NOT_FOUND).length);
    }), { numRuns: 200 });
  });
});

describe('the marks', () => {
  const marked = (text: string, typed: string): string | undefined => markText(text, parseQuery(typed)!)?.map((piece) => (piece.met ? `[${piece.text}]` : piece.text)).join('');

  test('stand where it was found, as it is written', () => {
    expect([marked('José Núñez-García', 'nun jos'), marked('Weißmüller', 'weissm'), marked('山田太郎', '太'), marked('Acme', 'x'), marked('Ute Müller', 'mueller')]).toEqual(['[Jos]é [Núñ]ez-García', '[Weißm]üller', '山田[太]郎', undefined, 'Ute [Müller]']);
  });

  test('change nothing of the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1, maxLength: 4 }), (text, typed) => {
      const query = parseQuery(typed);
      const pieces = query && markText(text, query);
      if (pieces) expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }));
  });
});

/** Everybody's rank without any index. */
function scan(table: PeopleTable, query: Query): Map<string, number> {
  const texts = (slot: number): Texts => {
    const { name, company, title, headline, location, tags, notes } = table.rowAt(slot);
    return { name, company, title, headline, location, tags: tags.join(' '), notes };
  };
  const ranked = (withTypos: boolean): Map<string, number> => new Map([...table.slotOf].map(([id, slot]) => [id, rankText(texts(slot), query, withTypos)]));
  const exact = ranked(false);
  return [...exact.values()].filter((rank) => rank < NOT_FOUND).length >= FEW ? exact : ranked(true);
}

/** How many single letters have to be put in, taken away, changed or turned round with their neighbour. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : i)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
    }
  }
  return rows[a.length]![b.length]!;
}
