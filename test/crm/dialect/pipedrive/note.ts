import { members, oldStamp, Refusal, secondsOf } from './answer.ts';
import { whole, type Row, type Table } from './table.ts';

const bad = (message: string): Refusal => new Refusal(400, message, 'ERR_BAD_REQUEST');
const LINKS = ['person_id', 'org_id', 'deal_id', 'lead_id'] as const;
const LONGEST = 100_000;

/** What a POST or PUT of a note writes (v1: numbers may be texts). `exists` tells whether a person or organization does. */
export function readNote(body: unknown, isNew: boolean, exists: (kind: 'person' | 'organization', id: number) => boolean): Record<string, unknown> {
  const sent = members(body) ?? {};
  const read: Record<string, unknown> = {};
  if (sent['content'] !== undefined) read['content'] = sent['content'];
  if (isNew || read['content'] !== undefined) {
    if (typeof read['content'] !== 'string' || read['content'].trim() === '') throw bad('content must not be empty');
    if (read['content'].length > LONGEST) throw bad(`content must have at most ${LONGEST} characters`);
  }
  for (const name of LINKS) if (sent[name] !== undefined && sent[name] !== null) read[name] = name === 'lead_id' ? String(sent[name]) : Number(sent[name]);
  if (isNew && LINKS.every((name) => read[name] === undefined)) throw bad('One of person_id, org_id, deal_id, lead_id is required');
  if (read['person_id'] !== undefined && !exists('person', read['person_id'] as number)) throw bad('person_id does not exist');
  if (read['org_id'] !== undefined && !exists('organization', read['org_id'] as number)) throw bad('org_id does not exist');
  return read;
}

export function showNote(row: Row, ownerId: number): object {
  const get = (name: string): unknown => row.fields[name] ?? null;
  return { id: row.id, content: get('content'), person_id: get('person_id'), org_id: get('org_id'), deal_id: get('deal_id'), lead_id: get('lead_id'), user_id: ownerId, add_time: oldStamp(row.added), update_time: oldStamp(row.updated), active_flag: row.deletedAt === null };
}

/** GET /v1/notes: pages by offset, so rows that move while paging are skipped; deleted notes do not come. */
export function listNotes(table: Table, query: URLSearchParams, ownerId: number): object {
  const start = whole(query, 'start', 0, Number.MAX_SAFE_INTEGER, 0);
  const limit = whole(query, 'limit', 100, 500);
  const since = query.has('updated_since') ? secondsOf(query.get('updated_since')!, 'updated_since') : 0;
  const [by, direction] = (query.get('sort') ?? 'id ASC').split(/[ ,]/);
  if (!['id', 'update_time', 'add_time'].includes(by ?? '') || !['ASC', 'DESC', undefined].includes(direction)) throw bad('sort is not valid');
  const asked = LINKS.flatMap((name) => (query.has(name) ? [[name, query.get(name)!] as const] : []));
  const keyOf = (row: Row): number => (by === 'update_time' ? row.updated : by === 'add_time' ? row.added : 0);
  const found = table.rows.filter((row) => row.deletedAt === null && row.updated >= since && asked.every(([name, value]) => String(row.fields[name]) === value))
    .sort((a, b) => (keyOf(a) - keyOf(b) || a.id - b.id) * (direction === 'DESC' ? -1 : 1));
  const end = start + limit;
  const more = end < found.length;
  return { success: true, data: found.slice(start, end).map((row) => showNote(row, ownerId)), additional_data: { pagination: { start, limit, more_items_in_collection: more, ...(more ? { next_start: end } : {}) } } };
}
