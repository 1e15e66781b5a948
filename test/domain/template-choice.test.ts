import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestSuited, type Suits } from '../../src/domain/template-choice.ts';
import { NO_TALLY, type Tally } from '../../src/domain/template-result.ts';
import type { Template } from '../../src/domain/template.ts';

const template = (id: string, channel = 'linkedin', personaIds: string[] = []): Template => ({ id, name: id, kind: 'message', channel, variants: [], needsLine: false, personaIds, createdAt: 1, updatedAt: 1 });
const order = (templates: Template[], suits: Partial<Suits> = {}, tallies: { [id: string]: Tally } = {}): string => bestSuited(templates, { touches: [], ...suits }, (id) => tallies[id] ?? NO_TALLY).map(({ id }) => id).join('');

describe('the best suited template', () => {
  test('is of the channel that is wanted, or of the one that was last answered on', () => {
    const both = [template('a', 'email'), template('b', 'x')];
    expect(order(both, { channel: 'x' })).toBe('ba');
    expect(order(both, { touches: [{ at: 1, direction: 'in', channel: 'x' }, { at: 2, direction: 'out', channel: 'email' }] })).toBe('ba');
    expect(order(both, { touches: [{ at: 1, direction: 'out', channel: 'x' }] })).toBe('ba');
  });

  test('is made for the persona before it is made for anybody, and last for another', () => {
    expect(order([template('a', 'email', ['other']), template('b', 'email'), template('c', 'email', ['p'])], { personaId: 'p' })).toBe('cba');
  });

  test('was not used for this person yet', () => {
    expect(order([template('a'), template('b', 'email')], { channel: 'linkedin', touches: [{ at: 1, direction: 'out', channel: 'linkedin', templateId: 'a' }] })).toBe('ba');
  });

  test('of equals is the one that surely works better, not the one that worked once', () => {
    const tally = (uses: number, replies: number): Tally => ({ uses, replies, meetings: 0, settled: { uses, replies } });
    expect(order([template('a'), template('b'), template('c')], {}, { a: tally(1, 1), b: tally(100, 60) })).toBe('bac');
  });

  test('nobody is lost, nobody is there twice, and the order they come in does not matter', () => {
    const some = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), channel: fc.constantFrom('email', 'x'), mine: fc.boolean() }), { selector: ({ id }) => id });
    fc.assert(fc.property(some, fc.constantFrom('email', 'x', undefined), (all, channel) => {
      const templates = all.map(({ id, channel: its, mine }) => template(id, its, mine ? ['p'] : []));
      const found = order(templates, { channel, personaId: 'p' });
      expect([...found].toSorted().join('')).toBe(templates.map(({ id }) => id).toSorted().join(''));
      expect(order(templates.toReversed(), { channel, personaId: 'p' })).toBe(found);
    }));
  });
});
