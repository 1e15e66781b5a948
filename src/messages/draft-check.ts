import * as v from 'valibot';
import type { Draft } from '../domain/draft.ts';
import type { PageSeen } from './contract.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform((one) => one.toWellFormed()));
const key = v.pipe(v.string(), v.maxLength(500), v.regex(/^[a-z][a-z0-9-]*:./));
const webAddress = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\//i));
const reading = <T extends v.GenericSchema>(value: T) => v.optional(v.object({ value, source: text(60), sure: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }));
const number = reading(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e12)));
const line = reading(text(1_000));
const link = reading(webAddress);
const texts = reading(v.pipe(v.array(text(1_000)), v.maxLength(50)));
const links = reading(v.pipe(v.array(webAddress), v.maxLength(50)));
const position = v.object({ title: v.optional(text(1_000)), company: v.optional(text(1_000)), dates: v.optional(text(1_000)), location: v.optional(text(1_000)) });

/** A draft as a page may send it: known fields of known shapes and bounded sizes; what is not named here is dropped. */
const draft = v.object({
  page: v.picklist(['person', 'company', 'list', 'none']),
  site: text(60),
  url: webAddress,
  keys: v.pipe(v.array(key), v.maxLength(20)),
  agrees: v.picklist(['yes', 'no', 'unknown']),
  fields: v.object({
    name: line, pronouns: line, headline: line, title: line, company: line, companyUrl: link, school: line, location: line, about: reading(text(10_000)),
    avatar: reading(v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https:\/\//i))), handle: line, emails: texts, phones: texts, websites: links, profiles: links,
    followers: number, following: number, posts: number, connections: line, experience: reading(v.pipe(v.array(position), v.maxLength(50))),
    industry: line, size: line, employees: number, founded: number, tagline: line, category: line, domain: line,
  }),
  rows: v.optional(v.pipe(v.array(v.object({
    name: text(1_000), headline: v.optional(text(1_000)), location: v.optional(text(1_000)), company: v.optional(text(1_000)),
    url: v.optional(webAddress), key: v.optional(key), avatar: v.optional(webAddress),
  })), v.maxLength(100))),
});

const pageSeen = v.object({ url: v.pipe(v.string(), v.maxLength(4_000)), state: v.picklist(['reading', 'settled', 'doubtful']), draft: v.nullable(draft) });

/** Checks what a page says of itself; null when it is not what a reader of ours could have sent. A field of the wrong shape costs only itself. */
export function checkPageSeen(payload: unknown): PageSeen | null {
  const seen = v.safeParse(pageSeen, withoutBadFields(payload));
  return seen.success ? seen.output as PageSeen : null;
}

/** One bad field must not cost the capture: fields are checked one by one first. */
function withoutBadFields(payload: unknown): unknown {
  const found = (payload as { draft?: { fields?: Record<string, unknown> } | null } | null)?.draft?.fields;
  if (typeof found !== 'object' || found === null) return payload;
  const shapes = draft.entries.fields.entries as Record<string, v.GenericSchema>;
  const fields = Object.fromEntries(Object.entries(found).filter(([name, value]) => Object.hasOwn(shapes, name) && v.is(shapes[name]!, value)));
  return { ...(payload as object), draft: { ...(payload as { draft: Draft }).draft, fields } };
}
