import { describe, expect, it } from 'vitest';
import { fit, formOf, host, tail } from '../../../src/crm/espocrm/form.ts';

const form = formOf({ origin: 'https://crm.example.com', secrets: {}, settings: {}, known: { profileContact: 'cProfileUrl' }, fields: {} });

describe('what is sent', () => {
  it('keeps a telephone number as the CRM has it, and leaves out ours that it would refuse', () => {
    const held = { phoneNumberData: [{ phoneNumber: '030 1234567', type: 'Office', primary: true, optOut: true }] };
    expect(form.wire('prospect', { phoneNumberData: ['030 1234567', '040 7654321', '+44 20 7946 0000'] }, ['phoneNumberData'], held)).toEqual({
      phoneNumberData: [{ phoneNumber: '030 1234567', type: 'Office', primary: true, optOut: true }, { phoneNumber: '+442079460000', primary: false }],
    });
  });

  it('clears an empty list and the primary address with it', () => {
    expect(form.wire('prospect', { emailAddressData: [] }, ['emailAddressData'])).toEqual({ emailAddressData: [], emailAddress: null });
  });

  it('has times in seconds and the profile under the name of its field', () => {
    expect(form.wire('followUp', { dateEnd: '2026-12-01T09:00:00.500Z' }, ['dateEnd'])).toEqual({ dateEnd: '2026-12-01 09:00:00' });
    expect(form.wire('prospect', { profileUrl: 'https://x.example' }, ['profileUrl'])).toEqual({ cProfileUrl: 'https://x.example' });
    expect(form.wire('account', { profileUrl: 'https://x.example' }, ['profileUrl'])).toEqual({});
  });

  it('cuts between characters, never inside of one', () => {
    expect(fit('lastName', '😀'.repeat(101))).toBe('😀'.repeat(100));
    expect(fit('description', '<'.repeat(300))).toBe('<'.repeat(300));
  });
});

describe('what tells addresses apart', () => {
  it('is host and path', () => {
    expect(tail('https://de.linkedin.com/in/Ada/?trk=x')).toBe('linkedin.com/in/ada');
    expect(tail('de.example.com/in')).toBe('de.example.com/in');
    expect(host('http://www.Example.org/about?x')).toBe('example.org');
  });
});
