import { invalid, stamp } from './answer.ts';
import type { Reach } from './contact.ts';
import { choice, whole, type Row } from './table.ts';

/** How long a write stays invisible to the search, ms: usually, and when it is slow. */
export const LAG = 3000;
export const SLOW_LAG = 20_000;

interface Doc {
  row: Row;
  fields: Readonly<Record<string, unknown>>;
  updated: number;
  version: number;
  gone: boolean;
  terms: string[];
}

/** What the search endpoints know of one kind: the records as they were some seconds ago. */
export interface SearchIndex {
  put(row: Row, now: number, slow: boolean): void;
  search(query: URLSearchParams, now: number, nameOf: (orgId: number) => object | null, ownerId: number): object;
}

const FIELDS = { person: ['name', 'email', 'phone', 'notes', 'custom_fields'], organization: ['name', 'address', 'notes', 'custom_fields'] };

/** The texts of a record by the field that finds them. */
function textsOf(fields: Readonly<Record<string, unknown>>): Record<string, string[]> {
  const custom = Object.values((fields['custom_fields'] as Record<string, unknown> | undefined) ?? {});
  const reach = (name: string): string[] => ((fields[name] as Reach[] | undefined) ?? []).map(({ value }) => value);
  return { name: [String(fields['name'] ?? '')], email: reach('emails'), phone: reach('phones'), notes: [], address: [], custom_fields: custom.filter((value) => value !== null && value !== undefined).map(String) };
}

export function openIndex(kind: 'person' | 'organization'): SearchIndex {
  const current = new Map<number, Doc>();
  const byTerm = new Map<string, Set<Doc>>();
  let queue: { at: number; doc: Doc }[] = [];
  let head = 0;
  let slowOnes: { at: number; doc: Doc }[] = [];
  let version = 0;

  const show = (doc: Doc): void => {
    const old = current.get(doc.row.id);
    if (old && old.version > doc.version) return;
    for (const term of old?.terms ?? []) byTerm.get(term)?.delete(old!);
    current.set(doc.row.id, doc);
    if (doc.gone) return;
    for (const term of doc.terms) {
      let docs = byTerm.get(term);
      if (!docs) byTerm.set(term, docs = new Set());
      docs.add(doc);
    }
  };

  const settle = (now: number): void => {
    while (head < queue.length && queue[head]!.at <= now) show(queue[head++]!.doc);
    if (head > 1000 && head * 2 > queue.length) {
      queue = queue.slice(head);
      head = 0;
    }
    if (slowOnes.length === 0) return;
    for (const { doc } of slowOnes.filter(({ at }) => at <= now)) show(doc);
    slowOnes = slowOnes.filter(({ at }) => at > now);
  };

  return {
    put(row, now, slow) {
      const terms = Object.entries(textsOf(row.fields)).flatMap(([field, texts]) => texts.map((text) => `${field}\n${text.toLowerCase()}`));
      const entry = { at: now + (slow ? SLOW_LAG : LAG), doc: { row, fields: row.fields, updated: row.updated, version: ++version, gone: row.deletedAt !== null, terms } };
      if (slow) slowOnes.push(entry);
      else queue.push(entry);
    },
    search(query, now, nameOf, ownerId) {
      settle(now);
      const exact = choice(query, 'exact_match', ['true', 'false'], 'false') === 'true';
      const term = (query.get('term') ?? '').trim().toLowerCase();
      if (term.length < (exact ? 1 : 2)) throw invalid(`term must have at least ${exact ? 1 : 2} characters`);
      const fields = query.has('fields') ? query.get('fields')!.split(',') : FIELDS[kind];
      for (const field of fields) if (!FIELDS[kind].includes(field)) throw invalid(`fields must be of ${FIELDS[kind].join(', ')}`);
      const limit = whole(query, 'limit', 100, 100);
      const start = query.has('cursor') ? Number(Buffer.from(query.get('cursor')!, 'base64url').toString('utf8')) : 0;
      if (!Number.isInteger(start)) throw invalid('cursor is not valid');
      const found = exact
        ? [...new Set(fields.flatMap((field) => [...(byTerm.get(`${field}\n${term}`) ?? [])]))]
        : [...current.values()].filter((doc) => !doc.gone && doc.terms.some((one) => { const cut = one.indexOf('\n'); return fields.includes(one.slice(0, cut)) && one.slice(cut + 1).includes(term); }));
      const end = start + limit;
      return {
        success: true, data: { items: found.slice(start, end).map((doc) => ({ result_score: 0.9, item: item(kind, doc, nameOf, ownerId) })) },
        additional_data: { next_cursor: end < found.length ? Buffer.from(String(end)).toString('base64url') : null },
      };
    },
  };
}

/** A hit: addresses and custom values as plain texts, without the keys of the custom fields. */
function item(kind: 'person' | 'organization', { row, fields, updated }: Doc, nameOf: (orgId: number) => object | null, ownerId: number): object {
  const texts = textsOf(fields);
  const common = { id: row.id, type: kind, name: fields['name'], visible_to: fields['visible_to'] ?? 3, owner: { id: fields['owner_id'] ?? ownerId }, custom_fields: texts['custom_fields'], notes: [] };
  if (kind === 'organization') return { ...common, address: (fields['address'] as { value?: string } | null | undefined)?.value ?? null };
  const emails = (fields['emails'] as Reach[] | undefined) ?? [];
  return { ...common, phones: texts['phone'], emails: texts['email'], primary_email: emails.find(({ primary }) => primary)?.value ?? null, organization: typeof fields['org_id'] === 'number' ? nameOf(fields['org_id']) : null, update_time: stamp(updated) };
}
