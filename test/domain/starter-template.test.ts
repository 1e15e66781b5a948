import { describe, expect, test } from 'vitest';
import { scriptLines } from '../../src/domain/checklist.ts';
import { hasLinePlace, renderTemplate, textProblems } from '../../src/domain/merge-field.ts';
import { hasSubject } from '../../src/domain/message-length.ts';
import type { Field } from '../../src/domain/provenance.ts';
import { starterTemplates } from '../../src/domain/starter-template.ts';
import { tidyTemplate } from '../../src/domain/template-edit.ts';
import { prospectOf } from './prospect-of.ts';

const field = (value: string): Field<string> => ({ value, source: { kind: 'hand', name: 'rep' }, at: 0 });
const full = {
  prospect: prospectOf({ fields: { name: field('Maximiliane Beispielhausen'), company: field('Northwind Example Logistics') }, referredBy: { name: 'Bo Sample', at: 1 } }),
  persona: { challenges: ['Reports that nobody trusts and everybody waits for'], help: [] }, rep: { name: 'Bo Seller', company: 'Paydirt', signature: 'Bo' },
};

describe.each(starterTemplates(1))('the starter “$name”', (template) => {
  test('is kept as it is written, and every field in it exists', () => {
    const { id: _id, createdAt: _created, updatedAt: _updated, ...edit } = template;
    expect(tidyTemplate(edit, '')).toEqual(edit);
    for (const { subject, body } of template.variants) expect([...textProblems(subject), ...textProblems(body)]).toEqual([]);
  });

  test('has a subject where its channel has one, and a place for the line that it needs', () => {
    for (const one of template.variants) {
      expect(one.subject !== '').toBe(hasSubject(template));
      expect(hasLinePlace(one)).toBe(template.needsLine);
    }
  });

  test('fits its channel with a line of 60 letters, also for a free account, and misses nothing', () => {
    for (const one of template.variants) {
      const { length, missing } = renderTemplate(one, template, full, 'a'.repeat(60));
      expect(missing).toEqual([]);
      for (const { used, limit, free } of length.parts) expect(used).toBeLessThanOrEqual(free ?? limit ?? Infinity);
      expect(length.sms?.segments ?? 1).toBe(1);
    }
  });

  test('a script has points to tick off', () => {
    if (template.kind === 'message') return;
    for (const { body } of template.variants) expect(scriptLines(body).filter(({ kind }) => kind === 'point').length).toBeGreaterThan(5);
  });
});
