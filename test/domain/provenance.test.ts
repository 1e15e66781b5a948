import { describe, expect, it } from 'vitest';
import { sameValue } from '../../src/domain/provenance.ts';

describe('sameValue', () => {
  it('takes case, white space and the order of lists for the same', () => {
    expect(sameValue(' Ada  Example', 'ada example')).toBe(true);
    expect(sameValue(['b@x.example', 'a@x.example'], ['A@x.example', 'b@x.example'])).toBe(true);
    expect(sameValue('Ada', 'Bo')).toBe(false);
    expect(sameValue(undefined, undefined)).toBe(false);
  });

  it('does not mind in which order an entry names its parts: browsers sort them when they keep them', () => {
    expect(sameValue([{ title: 'VP', company: 'Acme', dates: '2023' }], [{ company: 'Acme', dates: '2023', title: 'VP' }])).toBe(true);
    expect(sameValue([{ title: 'VP', company: 'Acme' }], [{ title: 'VP', company: 'Acme', dates: '2023' }])).toBe(false);
    expect(sameValue([{ title: 'VP', company: 'Acme' }], [{ title: 'Acme', company: 'VP' }])).toBe(false);
  });
});
