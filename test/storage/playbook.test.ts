import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CRITERION_KINDS } from '../../src/domain/icp.ts';
import { chosenItems, planPlaybook, type PlaybookChoice } from '../../src/domain/playbook-plan.ts';
import { playbookItems, type PlaybookItems } from '../../src/domain/playbook.ts';
import { STARTERS, starterRows } from '../../src/domain/starter.ts';
import { STARTER_CADENCES } from '../../src/domain/starter-cadence.ts';
import { starterTemplates } from '../../src/domain/starter-template.ts';
import { readPlaybook, writePlaybook } from '../../src/files/playbook.ts';
import type { Book } from '../../src/storage/database.ts';
import { readPlaybookItems, storePlaybook } from '../../src/storage/playbook.ts';
import { undo } from '../../src/storage/undo.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const HEAD = { name: 'Team north', description: 'How we sell\nin the north', author: 'Ada Example', version: '3' };
let ids = 0;
const copy = { newId: () => `copy-${++ids}`, nameOf: (name: string) => `${name} (2)` };

function starterItems(): PlaybookItems {
  const { icp, personas, rule } = starterRows(STARTERS[0]!, 1);
  return playbookItems({ icps: [icp], personas, rules: [rule], templates: starterTemplates(1), cadences: STARTER_CADENCES });
}

function read(text: string): PlaybookItems {
  const reading = readPlaybook(text);
  if (!reading.ok) throw new Error(reading.failure.message);
  expect(reading.value.rejected).toEqual([]);
  return reading.value.items;
}

/** Brings a file in as the rep chooses; what was planned. */
async function bringIn(book: Book, text: string, choices: ReadonlyMap<string, PlaybookChoice> = new Map(), change = changeAt(10)): Promise<string[]> {
  const lines = planPlaybook(read(text), await readPlaybookItems(book));
  await storePlaybook(book, chosenItems(lines, choices, copy), change);
  return lines.filter(({ state }) => state === 'new' || state === 'changed').map(({ kind, id, state }) => `${state} ${kind} ${id}`);
}

const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '"', '{', '<', 'é', '例', '\u0000', '\ud800', '*'), maxLength: 12 });
const texts = fc.array(text, { maxLength: 3 });
const id = fc.constantFrom('one', 'two', 'three');
const any = fc.record({
  icps: fc.uniqueArray(fc.record({ id, name: text, tam: fc.nat(), criteria: fc.array(fc.record({ id, kind: fc.constantFrom(...CRITERION_KINDS), any: texts, weight: fc.integer({ min: -1, max: 20 }), rule: fc.constantFrom('plus' as const, 'must' as const), min: fc.nat() }), { maxLength: 3 }) }), { selector: (one) => one.id }),
  personas: fc.uniqueArray(fc.record({ id, name: text, titles: texts, seniorities: fc.subarray(['vp' as const, 'head' as const]), departments: fc.subarray(['sales' as const]), responsibilities: texts, challenges: texts, help: texts, questions: fc.array(fc.record({ id, part: fc.constantFrom('need' as const, 'budget' as const), text }), { maxLength: 2 }) }), { selector: (one) => one.id }),
  rules: fc.uniqueArray(fc.record({ id, name: text, steps: fc.record({ mql: fc.record({ fit: fc.integer({ min: 0, max: 200 }) }), 'sales-qualified': fc.constant({ bant: { need: 'partly' as const } }), 'sales-ready': fc.record({ known: fc.nat({ max: 9 }) }) }) }), { selector: (one) => one.id }),
  templates: fc.uniqueArray(fc.record({ id, name: text, kind: fc.constantFrom('message' as const, 'agenda' as const), channel: fc.constantFrom('linkedin', 'smoke'), variants: fc.array(fc.record({ id, subject: text, body: text }), { minLength: 1, maxLength: 2 }), needsLine: fc.boolean(), personaIds: fc.array(id, { maxLength: 2 }) }), { selector: (one) => one.id }),
  cadences: fc.uniqueArray(fc.record({ id, name: text, priorities: fc.subarray(['P1' as const, 'P4' as const]), steps: fc.array(fc.record({ id, kind: fc.constantFrom('call' as const, 'email' as const), channel: text, days: fc.integer({ min: -1, max: 400 }), business: fc.boolean(), text, templateId: id }), { maxLength: 3 }) }), { selector: (one) => one.id }),
});

describe('a playbook', () => {
  test('that went out, came into an empty book and goes out again is the same file, and brings nothing new', async () => {
    await fc.assert(fc.asyncProperty(any, async (rows) => {
      const file = writePlaybook(HEAD, playbookItems(rows));
      const book = scratchBook();
      await bringIn(book, file);
      expect(writePlaybook(HEAD, await readPlaybookItems(book))).toBe(file);
      expect(await bringIn(book, file)).toEqual([]);
      book.close();
    }), { numRuns: 30 });
  });

  test('of a starter goes there and back as well, and one undo takes all of it back', async () => {
    const book = scratchBook();
    const file = writePlaybook(HEAD, starterItems());
    const change = changeAt(10);
    expect((await bringIn(book, file, new Map(), change)).length).toBeGreaterThan(15);
    expect(writePlaybook(HEAD, await readPlaybookItems(book))).toBe(file);
    await undo(book, change.changeId, changeAt(11));
    expect(Object.values(await readPlaybookItems(book)).flat()).toEqual([]);
  });

  test('grows the versions of what it changes, and an undo brings the old ones back', async () => {
    const book = scratchBook();
    const items = starterItems();
    await bringIn(book, writePlaybook(HEAD, items));
    const [icp] = items.icps;
    const [rule] = items.rules;
    const next = { ...items, icps: [{ ...icp!, criteria: icp!.criteria.slice(1) }], rules: [{ ...rule!, name: 'Stricter' }], cadences: [{ ...items.cadences[0]!, steps: items.cadences[0]!.steps.slice(1) }, ...items.cadences.slice(1)] };
    const change = changeAt(20);
    expect((await bringIn(book, writePlaybook(HEAD, next), new Map(), change)).every((line) => line.startsWith('changed'))).toBe(true);
    expect([(await book.icps.get(icp!.id))!.version, (await book.rules.get(rule!.id))!.version, (await book.cadences.get(items.cadences[0]!.id))!.version]).toEqual([2, 2, 2]);
    expect((await book.icpVersions.get([icp!.id, 1]))!.criteria).toEqual(icp!.criteria);
    await undo(book, change.changeId, changeAt(21));
    expect(await readPlaybookItems(book)).toEqual(items);
  });

  test('leaves what is to be left, and puts copies beside mine that refer to each other', async () => {
    const book = scratchBook();
    const items = starterItems();
    const template = { ...items.templates[0]!, personaIds: [items.personas[0]!.id] };
    const cadence = { ...items.cadences[0]!, steps: items.cadences[0]!.steps.map((step) => ({ ...step, templateId: template.id })) };
    await bringIn(book, writePlaybook(HEAD, { ...items, templates: [template], cadences: [cadence] }));
    const theirs = { ...items, personas: [{ ...items.personas[0]!, name: 'Theirs' }], templates: [{ ...template, name: 'Theirs' }], cadences: [{ ...cadence, name: 'Theirs' }], icps: [{ ...items.icps[0]!, name: 'Theirs' }] };
    const choices = new Map<string, PlaybookChoice>([[`personas ${items.personas[0]!.id}`, 'both'], [`templates ${template.id}`, 'both'], [`cadences ${cadence.id}`, 'both'], [`icps ${items.icps[0]!.id}`, 'leave']]);
    await bringIn(book, writePlaybook(HEAD, theirs), choices);
    const now = await readPlaybookItems(book);
    const own = <T extends { name: string }>(rows: T[]): T => rows.find(({ name }) => name === 'Theirs (2)')!;
    expect(own(now.templates).personaIds).toEqual([own(now.personas).id]);
    expect(new Set(own(now.cadences).steps.map(({ templateId }) => templateId))).toEqual(new Set([own(now.templates).id]));
    expect(now.templates.find((one) => one.id === template.id)).toEqual(template);
    expect(now.icps.map(({ name }) => name)).toEqual([items.icps[0]!.name]);
  });
});

describe('a file that is no playbook', () => {
  const reason = (file: string): string => { const reading = readPlaybook(file); return reading.ok ? 'taken' : reading.failure.message; };

  test.each([['{', /cut off/], ['null', /not a playbook/], ['[]', /not a playbook/], ['{"format":"paydirt-book"}', /whole book/], ['{"format":"paydirt-playbook"}', /which version/], ['{"format":"paydirt-playbook","formatVersion":9}', /newer Paydirt/]])('%s is refused with what to do', (file, said) => {
    expect(reason(file)).toMatch(said);
  });

  test('with people in it brings none, and one bad thing costs only itself', () => {
    const good = starterItems();
    const file = JSON.parse(writePlaybook(HEAD, good)) as Record<string, unknown[]>;
    const reading = readPlaybook(JSON.stringify({ ...file, prospects: [{ id: 'p', name: 'Ada' }], templates: [{ id: 'bad', name: 'Bad one' }, 7, ...file['templates']!], rules: 'all', __proto__: { polluted: true } }));
    if (!reading.ok) throw new Error(reading.failure.message);
    expect(JSON.stringify(reading.value)).not.toContain('Ada"');
    expect(reading.value.items.templates).toEqual(good.templates);
    expect(reading.value.rejected.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['rules ', 'templates Bad one', 'templates ']);
  });
});
