import fc from 'fast-check';
import type { BookRows } from '../../src/files/book-schema.ts';
import { CRITERION_KINDS } from '../../src/domain/icp.ts';
import type { ProfileKey } from '../../src/domain/identity.ts';
import type { Field } from '../../src/domain/provenance.ts';
import { STAGES } from '../../src/domain/prospect.ts';

/** Texts as people and hostile pages write them: lone surrogates, bidi marks, emoji, names of properties. */
export const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Ada', 'Grace', 'CTO', 'CEO', 'Berlin', 'ada ', 'ADA') },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 6 }),
  fc.constantFrom('__proto__', 'constructor', '', '\ud800', '\udc00x', 'مرحبا', '\u202eevil', '👩‍👩‍👧', '</script>', '=1+1', '"', '\\', '\u2028', '\u0000'),
);
const texts = fc.array(text, { maxLength: 3 });
/** Few different times, so that equal ones meet. */
export const time = fc.integer({ min: 0, max: 12 });
export const source = fc.record({
  kind: fc.constantFrom('hand' as const, 'crm' as const, 'page' as const, 'file' as const), name: fc.constantFrom('rep', 'linkedin', 'github'),
  strategy: text, sure: fc.constantFrom(0, 0.5, 1), url: text,
}, { requiredKeys: ['kind', 'name'] });

export function field<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Field<never>> {
  return fc.record({ value, source, at: time }) as unknown as fc.Arbitrary<Field<never>>;
}

const experience = fc.record({ title: text, company: text, dates: text, location: text }, { requiredKeys: [] });
const some = { requiredKeys: [] as [] };
export const prospectFields = fc.record({
  name: field(text), title: field(text), headline: field(text), location: field(text), emails: field(texts), phones: field(texts), followers: field(time), experience: field(fc.array(experience, { maxLength: 2 })),
  // what a later version may add
  later: field(fc.constantFrom(true, null, { deep: ['x'] })),
}, some);
const accountFields = fc.record({ name: field(text), domain: field(text), employees: field(time), websites: field(texts) }, some);
const made = { createdAt: time, updatedAt: time };
const fit = fc.record({ icpId: fc.constant('icp0'), version: fc.integer({ min: 1, max: 3 }), fit: time, coverage: time });

export interface Shape {
  /** Set before ids and keys, so that two books can be made of apart or of the same rows. */
  mark?: string;
  /** How many different keys there are to own. */
  keys?: number;
}

/** A valid book: unique ids, each key owned once, every reference kept. */
export function book({ mark = 'x', keys = 8 }: Shape = {}): fc.Arbitrary<BookRows> {
  const size = fc.record({ prospects: fc.integer({ min: 0, max: 4 }), accounts: fc.integer({ min: 0, max: 2 }), lists: fc.integer({ min: 0, max: 2 }), icps: fc.integer({ min: 0, max: 2 }) });
  return size.chain((count) => {
    const ids = (kind: string, many: number): string[] => Array.from({ length: many }, (_, at) => `${kind}-${mark}${at}`);
    const all = { prospects: ids('p', count.prospects), accounts: ids('a', count.accounts), lists: ids('l', count.lists) };
    const owners = [...all.prospects, ...all.accounts];
    const owned = fc.array(fc.integer({ min: -1, max: Math.max(0, owners.length - 1) }), { minLength: keys, maxLength: keys })
      .map((list) => (id: string): ProfileKey[] => list.flatMap((owner, at) => (owners[owner] === id ? [`github:k${at}` as ProfileKey] : [])));
    const row = <R>(id: string, parts: fc.Arbitrary<R>): fc.Arbitrary<R & { id: string }> => parts.map((part) => ({ id, ...part }));
    const rows = <R>(list: string[], parts: () => fc.Arbitrary<R>): fc.Arbitrary<(R & { id: string })[]> => fc.tuple(...list.map((id) => row(id, parts())));
    const hung = <R extends object>(kind: string, parts: R): fc.Arbitrary<unknown[]> => (all.prospects.length === 0 ? fc.constant([]) : fc.integer({ min: 0, max: 3 })
      .chain((many) => rows(ids(kind, many), () => fc.record({ prospectId: fc.constantFrom(...all.prospects), ...parts, ...made }))));
    const anyId = owners.length ? fc.constantFrom(...owners) : fc.constant('none');
    const history = fc.array(fc.record({
      changeId: fc.constantFrom('c1', 'c2', `c-${mark}`), at: time, by: fc.constant('rep'), label: text, entity: fc.constantFrom('prospect' as const, 'account' as const), id: anyId, subject: anyId,
      field: fc.constantFrom('stage', 'leadSource', 'fields.title', 'suggestions.title', 'accountId', 'lists'), old: text, new: texts,
    }, { requiredKeys: ['changeId', 'at', 'by', 'label', 'entity', 'id', 'subject', 'field'] }), { maxLength: 4 }).map((list) => list.map((entry, at) => ({ seq: at + 1, ...entry })));
    const icps = fc.tuple(...Array.from({ length: count.icps }, (_, at) => fc.record({
      id: fc.constant(at === 0 ? 'icp0' : `icp-${mark}`), version: fc.constant(at + 1), name: text,
      criteria: fc.array(fc.record({ id: text, kind: fc.constantFrom(...CRITERION_KINDS), any: texts, weight: time, rule: fc.constantFrom('plus' as const, 'must' as const, 'never' as const) }), { maxLength: 2 }), ...made,
    })));
    const personas = rows(ids('persona', count.icps), () => fc.record({ name: text, titles: texts, seniorities: texts, departments: texts, responsibilities: texts, challenges: texts, help: texts, questions: fc.array(fc.record({ id: fc.constant('q'), part: fc.constantFrom('budget', 'need'), text }), { maxLength: 2 }), ...made }));
    const segments = rows(ids('segment', count.icps), () => fc.record({ name: text, filter: fc.record({ match: fc.constantFrom('all', 'any'), conditions: fc.array(fc.record({ field: text, is: text, values: texts }), { maxLength: 2 }) }), ...made }));
    const rules = fc.tuple(...Array.from({ length: count.lists }, (_, at) => fc.record({ id: fc.constant(`rule-${mark}`), version: fc.constant(at + 1), name: text, steps: fc.constant({ mql: { fit: 50 }, 'sales-qualified': {}, 'sales-ready': {} }), ...made })));
    const templates = rows(ids('template', count.lists), () => fc.record({ name: text, kind: fc.constantFrom('message', 'agenda'), channel: text, variants: fc.array(fc.record({ id: fc.constant('v'), subject: text, body: text }), { maxLength: 2 }), needsLine: fc.boolean(), personaIds: texts, ...made }));
    const cadences = rows(ids('cadence', count.lists), () => fc.record({ version: fc.constant(1), name: text, priorities: texts, steps: fc.array(fc.record({ id: fc.constant('s'), kind: fc.constantFrom('ask', 'call'), channel: text, days: time, business: fc.boolean(), text }), { maxLength: 2 }), ...made }));
    return fc.tuple(owned, fc.record({
      prospects: rows(all.prospects, () => fc.record({
        kind: fc.constantFrom('lead' as const, 'prospect' as const, 'both' as const), fields: prospectFields, suggestions: prospectFields, stage: fc.constantFrom(...STAGES), tags: fc.uniqueArray(text, { maxLength: 2 }),
        lists: all.lists.length ? fc.uniqueArray(fc.constantFrom(...all.lists), { maxLength: 2 }) : fc.constant([]),
        ...(all.accounts.length ? { accountId: fc.constantFrom(...all.accounts) } : {}), leadSource: text, fit, bant: fc.record({ need: fc.record({ state: fc.constantFrom('no', 'partly', 'yes'), evidence: text, at: time }) }), custom: fc.constant({ region: { value: 'north', source: { kind: 'hand', name: 'rep' }, at: 1 } }), later: texts, ...made,
      }, { requiredKeys: ['kind', 'fields', 'suggestions', 'stage', 'tags', 'lists', 'createdAt', 'updatedAt'] })),
      accounts: rows(all.accounts, () => fc.record({ fields: accountFields, suggestions: accountFields, tags: fc.uniqueArray(text, { maxLength: 2 }), ...made })),
      notes: hung('n', { text }), touches: hung('t', { channel: text, direction: fc.constantFrom('out', 'in'), at: time }),
      followUps: hung('f', { dueAt: time, open: fc.constantFrom(0, 1), words: text, zone: text, text }),
      lists: rows(all.lists, () => fc.record({ name: text, ...made })), icps, personas, segments, rules, templates, cadences,
      enrolments: hung('e', { cadenceId: fc.constant('c'), version: fc.constant(1), state: fc.constantFrom('active', 'paused'), stepId: text, past: fc.constant([]), startedAt: time }),
      spends: rows(ids('spend', count.lists), () => fc.record({ source: text, amount: fc.nat(), from: fc.constant('2026-11-01'), to: fc.constant('2026-11-30'), note: text, ...made })),
      suppressions: fc.uniqueArray(fc.record({ hash: fc.constantFrom('a', 'b', 'c').map((one) => `${'0'.repeat(32)}$${one.repeat(64)}`), at: time, reason: fc.constantFrom('erased', 'do-not-contact') }), { maxLength: 2, selector: ({ hash }) => hash }), history,
    })).map(([keysOf, made_]) => structuredClone({ // plain objects, as JSON gives
      ...made_,
      prospects: made_.prospects.map((one) => ({ ...one, keys: keysOf(one.id) })), accounts: made_.accounts.map((one) => ({ ...one, keys: keysOf(one.id) })),
    }) as unknown as BookRows);
  });
}
