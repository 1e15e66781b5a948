import { describe, expect, test } from 'vitest';
import { accepted, isNewLead, rejected, reopened, saysLead } from '../../src/domain/lead.ts';
import { prospectOf } from './prospect-of.ts';

describe('a lead', () => {
  test.each([
    ['a lead without any word of a decision waits', { kind: 'lead' as const }, true],
    ['a lead marked as new waits', { kind: 'lead' as const, lead: { state: 'new' as const, at: 1 } }, true],
    ['one that was accepted does not', { kind: 'both' as const, lead: { state: 'accepted' as const, at: 1 } }, false],
    ['one that was rejected does not', { kind: 'lead' as const, lead: { state: 'rejected' as const, at: 1 } }, false],
    ['a prospect is none', {}, false],
  ])('%s', (_what, part, waits) => {
    expect(isNewLead(prospectOf(part))).toBe(waits);
  });

  test('accepted is dated, and both from then on', () => {
    expect(accepted(prospectOf({ kind: 'lead' }), 7)).toMatchObject({ kind: 'both', lead: { state: 'accepted', at: 7 } });
  });

  test('rejected keeps its own reason and says one for the person; reopened it is new again', () => {
    const { prospect, aside } = rejected(prospectOf({ kind: 'lead' }), 'spam', '', 7);
    expect(prospect.lead).toEqual({ state: 'rejected', at: 7, reason: 'spam' });
    expect(aside).toBe('other');
    expect(isNewLead(reopened(prospect))).toBe(true);
    expect(rejected(prospect, 'no-interest', 'said so', 8)).toMatchObject({ aside: 'no-need', prospect: { lead: { note: 'said so' } } });
  });

  test.each([['lead', true], ['Lead', true], ['MARKETING_QUALIFIED_LEAD', true], ['marketingqualifiedlead', true], ['New lead', true], ['Lead Engineer', false], ['customer', false], ['', false], [null, false], [7, false]])('a CRM that says %j says lead: %s', (text, says) => {
    expect(saysLead([text])).toBe(says);
  });
});
