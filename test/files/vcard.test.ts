import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vcard, { vcardOf } from '../../src/files/vcard.ts';
import type { Entry } from '../../src/files/format.ts';
import { ada, nameParts } from './entry.ts';

/** The properties of one card, unfolded. */
function properties(card: string): string[] {
  return card.replace(/\r\n /g, '').split('\r\n').slice(0, -1);
}

function named(name: string, parts: Partial<Entry['prospect']> = {}): Entry {
  return { ...ada, notes: [], prospect: { ...ada.prospect, ...parts, fields: { name: { value: name, source: { kind: 'hand', name: 'rep' }, at: 0 } } } };
}

describe('a vCard', () => {
  it('holds what an address book can keep', () => {
    expect(properties(vcardOf(ada, nameParts))).toEqual([
      'BEGIN:VCARD', 'VERSION:4.0', 'KIND:individual', 'UID;VALUE=text:p1', 'FN:Ada Example', 'N:Example;Ada;;;', 'ORG:Example GmbH', 'EMAIL:ada@example.com', 'EMAIL:a@example.org',
      'TEL;VALUE=uri:tel:+4930123456', 'CATEGORIES:hot,=tag', 'NOTE:first', 'NOTE:second', 'REV:19700102T000000Z', 'END:VCARD',
    ]);
  });

  it('names the person by a UUID that stays the same', () => {
    expect(vcardOf(named('Ada', { id: '018f0000-0000-7000-8000-00000000000a' }), nameParts)).toContain('UID:urn:uuid:018f0000-0000-7000-8000-00000000000a\r\n');
  });

  it('escapes what has a meaning, so that no text can add a property', () => {
    const card = vcardOf(named('A;B,C\\D\r\nTEL:666\nEND:VCARD'), nameParts);
    expect(properties(card)).toContain('FN:A\\;B\\,C\\\\D\\nTEL:666\\nEND:VCARD');
    expect(properties(card).filter((line) => line.startsWith('TEL') || line.startsWith('END'))).toEqual(['END:VCARD']);
  });

  it('takes only web addresses for links', () => {
    const entry = named('Ada');
    entry.prospect.fields.profiles = { value: ['https://example.com/ada', 'javascript:alert(1)', 'https://x.example/\r\nTEL:1'], source: { kind: 'file', name: 'x' }, at: 0 };
    expect(properties(vcardOf(entry, nameParts)).filter((line) => line.startsWith('URL'))).toEqual(['URL:https://example.com/ada']);
  });

  it('folds every line within 75 bytes, without breaking a character', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 30, maxLength: 200 }), (name) => {
      const card = vcardOf(named(name), nameParts);
      expect(Math.max(...card.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
      expect(card.isWellFormed()).toBe(true);
      const back = properties(card).find((line) => line.startsWith('FN:'))!.slice(3).replace(/\\(n|.)/gsu, (_, char: string) => (char === 'n' ? '\n' : char));
      // what no file can hold goes first: it may have stood between the two halves of a line break
      // eslint-disable-next-line no-control-regex -- what a file leaves out
      expect(back).toBe(name.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').replace(/\r\n|\r/g, '\n'));
    }), { numRuns: 40, examples: [[`\r\u0000\n${'a'.repeat(30)}`]] });
  });

  it('gives an international number as an address, with its extension, and a local one as text', () => {
    const entry = named('Ada');
    entry.prospect.fields.phones = { value: ['+49 (0)30 123456', '+1-555-010-0199 ext. 12', '030 5550199', '+1, 2; x'], source: { kind: 'file', name: 'x' }, at: 0 };
    expect(properties(vcardOf(entry, nameParts)).filter((line) => line.startsWith('TEL'))).toEqual(['TEL;VALUE=uri:tel:+4930123456', 'TEL;VALUE=uri:tel:+15550100199;ext=12', 'TEL:030 5550199', 'TEL:+1\\, 2\\; x']);
  });

  it('says of whom nothing may be asked', () => {
    expect(properties(vcardOf(named('Bo', { doNotContact: { at: 0, reason: 'legal' } }), nameParts))).toContain('NOTE:Do not contact');
  });

  it('stands one after the other in a file', async () => {
    let text = '';
    for await (const chunk of vcard.write([ada, named('Grace')], { nameParts })) text += chunk;
    expect(text).toBe(vcardOf(ada, nameParts) + vcardOf(named('Grace'), nameParts));
  });
});
