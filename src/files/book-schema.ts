import * as v from 'valibot';
import type { BookTable, BookTables } from '../domain/book.ts';
import type { Account, AccountFields } from '../domain/account.ts';
import type { FollowUp, List, Note, Touch } from '../domain/activity.ts';
import { STEP_KINDS, type Cadence, type Enrolment } from '../domain/cadence.ts';
import type { HistoryEntry } from '../domain/history.ts';
import { CRITERION_KINDS, type Icp } from '../domain/icp.ts';
import type { ProfileKey } from '../domain/identity.ts';
import type { Persona } from '../domain/persona.ts';
import { STAGES, type Prospect, type ProspectFields } from '../domain/prospect.ts';
import { BANT_PARTS, BANT_STATES, PRIORITIES } from '../domain/qualification.ts';
import type { QualifiedRule } from '../domain/rule.ts';
import { DO_NOT_CONTACT_REASONS } from '../domain/do-not-contact.ts';
import { LAWFUL_BASES, type Suppression } from '../domain/privacy.ts';
import { SUPPRESSION_HASH } from '../domain/suppression.ts';
import type { Segment } from '../domain/segment.ts';
import type { Spend } from '../domain/spend.ts';
import { MESSAGE_FORMATS, TEMPLATE_KINDS, type Template } from '../domain/template.ts';

export type { BookTable, BookTables };

/** The rows of a book, by table. */
export type BookRows = { [T in BookTable]: BookTables[T][] };

/** The tables in the order they are written. */
export const BOOK_TABLES = ['prospects', 'accounts', 'notes', 'touches', 'followUps', 'lists', 'icps', 'personas', 'segments', 'rules', 'templates', 'cadences', 'enrolments', 'spends', 'suppressions', 'history'] as const satisfies readonly BookTable[];

type Schema = v.GenericSchema<unknown, unknown>;
/** A schema for each property that a row can have: a new property without one does not compile. */
type Entries<R> = { [K in keyof Required<R>]: Schema };

const text = v.string();
const texts = v.array(text);
const number = v.pipe(v.number(), v.finite());
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const id = v.pipe(text, v.minLength(1), v.maxLength(200));
const key = v.custom<ProfileKey>((value) => typeof value === 'string' && /^[^:]+:/.test(value), 'a profile key');
const absent = v.exactOptional;

const source = v.looseObject({ kind: v.picklist(['hand', 'crm', 'page', 'file']), name: text, strategy: absent(text), sure: absent(number), url: absent(text) });
const field = <S extends Schema>(value: S) => v.looseObject({ value, source, at: time });
const experience = v.looseObject({ title: absent(text), company: absent(text), dates: absent(text), location: absent(text) });

const one = absent(field(text));
const many = absent(field(texts));
const count = absent(field(number));
/** A field that a later version knows: kept, as long as it has a source and a time. */
const laterField = field(v.unknown());

const prospectFields = v.objectWithRest({
  name: one, pronouns: one, headline: one, title: one, company: one, location: one, about: one, school: one, emails: many, phones: many, websites: many, profiles: many,
  avatar: one, handle: one, followers: count, connections: one, industry: one, experience: absent(field(v.array(experience))),
} satisfies Entries<ProspectFields>, laterField);

const accountFields = v.objectWithRest({
  name: one, domain: one, industry: one, size: one, employees: count, revenue: one, model: one, technologies: many, location: one, founded: count, tagline: one, about: one, emails: many, phones: many, websites: many,
  profiles: many, avatar: one, followers: count,
} satisfies Entries<AccountFields>, laterField);

const signal = v.looseObject({ id, kind: text, at: time, field: text, from: text, to: text, url: text, state: v.picklist(['open', 'taken', 'left']) });

const custom = absent(v.record(text, field(text)));
const bant = v.looseObject(Object.fromEntries(BANT_PARTS.map((part) => [part, absent(v.looseObject({ state: v.picklist(BANT_STATES), evidence: text, at: time }))])));
/** What a later version may say more of: kept, as long as it has a time. */
const dated = v.looseObject({ at: time });
const amount = absent(v.pipe(number, v.minValue(0)));
const versioned = { id, version: v.pipe(v.number(), v.integer()), name: text };

const day = v.pipe(text, v.isoDate());
const made = { createdAt: time, updatedAt: time };

/** What a row of each table has to be. Loose: what a later version added is kept as it is. */
export const ROW_SCHEMA: { [T in BookTable]: Schema } = {
  prospects: v.looseObject({
    id, kind: v.picklist(['lead', 'prospect', 'both']), keys: v.array(key), fields: prospectFields, suggestions: prospectFields, declined: absent(v.looseObject({})), signals: absent(v.array(signal)), accountId: absent(id), stage: v.picklist(STAGES),
    tags: texts, lists: texts, leadSource: absent(text), fit: absent(v.looseObject({ icpId: id, version: number, fit: number, coverage: number })), sourceDetail: absent(text), campaign: absent(text), icpId: absent(id), personaId: absent(id),
    committee: absent(text), bant: absent(bant), dealValue: amount, lifetimeValue: amount, priority: absent(v.looseObject({ level: v.picklist(PRIORITIES), reason: text, at: time })), qualified: absent(v.array(dated)),
    aside: absent(v.looseObject({ reason: text, note: text, at: time, from: v.picklist(STAGES), resumeAt: absent(time), rescoreAt: absent(time), fit: absent(number), followUpId: absent(id), dropped: absent(texts) })),
    lead: absent(v.looseObject({ state: v.picklist(['new', 'accepted', 'rejected']), at: time, reason: absent(text), note: absent(text) })),
    doNotContact: absent(v.looseObject({ at: time, reason: text, dropped: absent(texts) })), handOver: absent(v.looseObject({ at: time, to: text, state: v.picklist(['offered', 'accepted', 'rejected']), answeredAt: absent(time), answer: absent(text), override: absent(text) })), referredBy: absent(v.looseObject({ prospectId: absent(id), name: text, at: time })), rejections: absent(v.array(v.looseObject({ at: time, reason: text, note: text }))), timeZone: absent(text),
    preferredChannel: absent(text), contactPoints: absent(v.record(text, dated)), research: absent(v.array(v.looseObject({ id, kind: text, text, url: text, at: time }))), custom,
    lawful: absent(v.looseObject({ basis: v.picklist(LAWFUL_BASES), note: text, at: time, keepUntil: absent(time) })), consent: absent(v.looseObject({ state: v.picklist(['given', 'withdrawn']), at: time, source: text })), importId: absent(id), notSame: absent(texts),
    merged: absent(v.array(v.looseObject({ id, name: text, at: time, changeId: text }))), ...made,
  } satisfies Entries<Prospect>),
  accounts: v.looseObject({ id, keys: v.array(key), fields: accountFields, suggestions: accountFields, tags: texts, tier: absent(v.picklist([1, 2, 3])), custom, notSame: absent(texts), ...made } satisfies Entries<Account>),
  notes: v.looseObject({ id, prospectId: id, text, ...made } satisfies Entries<Note>),
  touches: v.looseObject({
    id, prospectId: id, channel: text, direction: v.picklist(['out', 'in']), outcome: absent(text), templateId: absent(text), variantId: absent(text), note: absent(text), enrolmentId: absent(id), stepId: absent(text), at: time, ...made,
  } satisfies Entries<Touch>),
  followUps: v.looseObject({
    id, prospectId: id, dueAt: time, open: v.picklist([0, 1]), words: text, zone: text, text, doneAt: absent(time),
    channel: absent(text), templateId: absent(text), enrolmentId: absent(id), stepId: absent(text), endsAt: absent(time), place: absent(text),
    repeat: absent(v.looseObject({ every: v.pipe(number, v.integer(), v.minValue(1)), unit: v.picklist(['day', 'workday', 'week', 'month', 'year']), weekdays: absent(v.array(number)), monthDay: absent(number), from: absent(time), until: absent(time) })), ...made,
  } satisfies Entries<FollowUp>),
  lists: v.looseObject({ id, name: text, ...made } satisfies Entries<List>),
  icps: v.looseObject({
    ...versioned, tam: amount,
    criteria: v.array(v.looseObject({ id: text, kind: v.picklist(CRITERION_KINDS), any: texts, weight: number, rule: v.picklist(['plus', 'must', 'never']), min: absent(number), max: absent(number), within: absent(number), field: absent(text) })), ...made,
  } satisfies Entries<Icp>),
  personas: v.looseObject({
    id, name: text, titles: texts, seniorities: texts, departments: texts, responsibilities: texts, challenges: texts, help: texts, questions: v.array(v.looseObject({ id, part: v.picklist(BANT_PARTS), text })), ...made,
  } satisfies Entries<Persona>),
  segments: v.looseObject({
    id, name: text, tam: amount, filter: v.looseObject({ match: v.picklist(['all', 'any']), conditions: v.array(v.looseObject({ field: text, is: text, values: texts, number: absent(number) })) }), ...made,
  } satisfies Entries<Segment>),
  rules: v.looseObject({ ...versioned, steps: v.looseObject({ mql: v.looseObject({}), 'sales-qualified': v.looseObject({}), 'sales-ready': v.looseObject({}) }), ...made } satisfies Entries<QualifiedRule>),
  templates: v.looseObject({
    id, name: text, kind: v.picklist(TEMPLATE_KINDS), channel: text, format: absent(v.picklist(MESSAGE_FORMATS)), variants: v.array(v.looseObject({ id: text, subject: text, body: text })), needsLine: v.boolean(), personaIds: texts, ...made,
  } satisfies Entries<Template>),
  cadences: v.looseObject({
    ...versioned, priorities: texts,
    steps: v.array(v.looseObject({ id: text, kind: v.picklist(STEP_KINDS), channel: text, days: number, business: v.boolean(), templateId: absent(text), text })), ...made,
  } satisfies Entries<Cadence>),
  enrolments: v.looseObject({
    id, prospectId: id, cadenceId: id, version: number, state: v.picklist(['active', 'paused', 'stopped']), stepId: text, followUpId: absent(id), past: v.array(v.looseObject({ stepId: text, at: time, done: v.boolean() })),
    startedAt: time, stoppedAt: absent(time), reason: absent(text), ...made,
  } satisfies Entries<Enrolment>),
  spends: v.looseObject({ id, source: text, campaign: absent(text), amount: v.pipe(number, v.minValue(0)), from: day, to: day, note: text, ...made } satisfies Entries<Spend>),
  suppressions: v.looseObject({ hash: v.pipe(text, v.regex(SUPPRESSION_HASH)), at: time, reason: v.picklist(['erased', 'do-not-contact']), why: absent(v.picklist(DO_NOT_CONTACT_REASONS)) } satisfies Entries<Suppression>),
  history: v.looseObject({
    seq: absent(v.pipe(v.number(), v.integer())), changeId: id, at: time, by: text, label: text,
    entity: v.picklist(['prospect', 'account', 'followUp', 'note', 'touch', 'list', 'icp', 'persona', 'segment', 'rule', 'template', 'cadence', 'enrolment', 'spend', 'suppression']), id, subject: text, field: text, old: absent(v.unknown()), new: absent(v.unknown()),
  } satisfies Entries<HistoryEntry>),
};

/** The row when it is one of this table, else what is wrong with it: where, and what was expected there, without what was found. */
export function checkRow<T extends BookTable>(table: T, row: unknown): { row: BookTables[T] } | { reason: string } {
  const { success, issues } = v.safeParse(ROW_SCHEMA[table], row, { abortEarly: true });
  // the row itself, not valibot's copy: key order and all that is not known here stay as they were
  if (success) return { row: row as BookTables[T] };
  const issue = issues[0];
  const where = v.getDotPath(issue);
  return { reason: where === null ? 'This is not a row.' : `${where} should be ${issue.type === 'custom' ? issue.message : issue.expected}.` };
}

/** The id of a row within its table; undefined for history, whose entries have none of their own. */
export function idOf(table: BookTable, row: object): string | undefined {
  if (table === 'history') return undefined;
  if (table === 'suppressions') return (row as Suppression).hash;
  const { id: own, version } = row as { id: string; version?: number };
  return table === 'icps' || table === 'rules' ? `${own} ${version}` : own;
}
