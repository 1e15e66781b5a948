import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MERGE_FIELDS, pieces, renderTemplate, textProblems, type MergeSource } from '../../src/domain/merge-field.ts';
import type { Field } from '../../src/domain/provenance.ts';
import { anyText } from './any-text.ts';
import { prospectOf } from './prospect-of.ts';

const field = <T extends string | string[]>(value: T): Field<T> => ({ value, source: { kind: 'hand', name: 'rep' }, at: 0 });
const ada: MergeSource = {
  prospect: prospectOf({ fields: { name: field('Dr. Ada Example'), title: field('Head of Operations'), company: field('Northwind Tools GmbH & Co. KG') }, custom: { 'Last talk': field('PyCon 2025') } }),
  account: { fields: { name: field('Northwind Tools GmbH & Co. KG'), industry: field('Machine tools') }, custom: { Plant: field('Ulm') } },
  persona: { challenges: ['Too much is planned by hand'], help: [] },
  rep: { name: 'Bo Seller', company: 'Paydirt', signature: 'Bo Seller\nPaydirt' },
};
const nobody: MergeSource = { prospect: prospectOf({ fields: {} }) };
const message = { kind: 'message', channel: 'linkedin', needsLine: false } as const;
const body = (text: string, source: MergeSource = ada, line = ''): ReturnType<typeof renderTemplate> => renderTemplate({ subject: '', body: text }, message, source, line);

describe('fields', () => {
  test('stand for the facts of the person, the company, the persona and the rep', () => {
    expect(body('Hi {{first_name}}, {{title}} at {{company}} ({{company_industry}}): {{challenge}}? {{custom.last talk}} {{custom.Plant}}\n{{signature}}').body)
      .toBe('Hi Ada, Head of Operations at Northwind Tools (Machine tools): Too much is planned by hand? PyCon 2025 Ulm\nBo Seller\nPaydirt');
  });

  test('are named with capitals and blanks as well', () => { expect(body('{{ First Name }}').body).toBe('Ada'); });

  test('without a value say so by name, once each, in the order of the text', () => {
    expect(body('{{title}} {{first_name}} {{title}} {{custom.Plant}}', nobody)).toMatchObject({ missing: ['title', 'first_name', 'custom.Plant'] });
  });

  test('with a fallback miss nothing; an empty fallback leaves no hole', () => {
    expect(body('Hi {{first_name|there}}, at {{company|your company}}', nobody)).toMatchObject({ body: 'Hi there, at your company', missing: [] });
    expect(body('Hi {{first_name|}}, how are {{title|}} you', nobody)).toMatchObject({ body: 'Hi, how are you', missing: [] });
  });

  test('that do not exist are said while the text is edited, and block', () => {
    expect(textProblems('{{first_nam}} {{first_name}} {{first_nam}} {{custom.x}} {{line}}')).toEqual([{ kind: 'unknown', name: 'first_nam' }]);
    expect(textProblems('Hi {{first_name}, }} {{')).toEqual([{ kind: 'braces', name: '{{' }, { kind: 'braces', name: '}}' }]);
    expect(body('Hi {{first_nam}}').missing).toEqual(['first_nam']);
    expect(body('Hi {{first_name}').missing).toEqual(['{{']);
  });

  test('named like what every object has are no fields', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) expect(body(`{{${name}}} {{custom.${name}}}`).missing).toHaveLength(2);
  });

  test('that the rep typed for this message win', () => {
    expect(body('{{first_name}}', { ...nobody, fills: { first_name: 'Addie' } })).toMatchObject({ body: 'Addie', missing: [] });
    expect(body('{{first_name}}', { ...ada, fills: { first_name: ' ' } }).body).toBe('Ada');
  });

  test('of a bounced address are not offered', () => {
    const prospect = prospectOf({ fields: { emails: field(['ada@old.example']) }, contactPoints: { 'ada@old.example': { state: 'bounced', at: 1 } } });
    expect(body('{{email}}', { prospect }).missing).toEqual(['email']);
  });
});

describe('the personal line', () => {
  const needs = { ...message, needsLine: true };
  const render = (text: string, line: string): ReturnType<typeof renderTemplate> => renderTemplate({ subject: '', body: text }, needs, ada, line);

  test('blocks while it is empty, whatever stands in for it', () => {
    for (const line of ['', '  \n', '\u200b\u202e']) expect(render('Hi\n\n{{line|nice}}', line).missing).toEqual(['line']);
    expect(render('Hi\n\n{{line}}', 'Loved your talk.')).toMatchObject({ body: 'Hi\n\nLoved your talk.', missing: [] });
  });

  test('finds a place where there is none', () => {
    expect(render('Hi {{first_name}},\n\nbye', 'Loved your talk.').body).toBe('Hi Ada,\n\nLoved your talk.\n\nbye');
    expect(render('Hi {{first_name}}', 'Loved your talk.').body).toBe('Hi Ada\n\nLoved your talk.');
  });
});

describe('text is data', () => {
  test('braces in a value mean nothing', () => {
    const prospect = prospectOf({ fields: { title: field('{{signature}} {{') } });
    expect(body('{{title}}', { ...ada, prospect })).toMatchObject({ body: '{{signature}} {{', missing: [] });
  });

  test('values are one line, and nothing turns the direction of text', () => {
    const prospect = prospectOf({ fields: { title: field('Head\r\nof \u202etxt\u202c\u0000\u200b <b>'), company: field('a'.repeat(900)) } });
    expect(body('{{title}}', { prospect }).body).toBe('Head of txt <b>');
    expect(body('{{company_full}}', { prospect }).body).toHaveLength(500);
  });

  test('whatever the texts are: nothing hidden comes out, no field is both missing and filled, and the pieces are the text', () => {
    const someField = fc.constantFrom(...MERGE_FIELDS, 'line', 'custom.x', 'nope').map((name) => `{{${name}}}`);
    const text = fc.array(fc.oneof(someField, anyText(20), fc.constantFrom('{{', '}}', '|', '\u202e', '\n')), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(fc.property(text, anyText(40), fc.boolean(), anyText(40), (template, value, needsLine, line) => {
      expect(pieces(template).map((piece) => ('field' in piece ? piece.raw : piece.text)).join('')).toBe(template);
      const prospect = prospectOf({ fields: { name: field(value), title: field(value), company: field(value) } });
      const made = renderTemplate({ subject: template, body: template }, { ...message, needsLine }, { prospect }, line);
      expect(made.body.isWellFormed()).toBe(true);
      expect(made.body + made.subject).not.toMatch(/(?!\n)\p{Cc}|(?![\u200c\u200d])\p{Cf}/u);
      expect(made.subject).not.toContain('\n');
      expect(new Set(made.missing).size).toBe(made.missing.length);
      if (made.missing.length === 0) for (const { name } of textProblems(template)) expect(name).toBe('');
      if (needsLine && line.trim() === '') expect(made.missing).toContain('line');
    }));
  });

  test('it is the same each time', () => {
    fc.assert(fc.property(anyText(60), (text) => { expect(body(text)).toEqual(body(text)); }));
  });
});
