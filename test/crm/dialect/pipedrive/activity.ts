import { invalid, members, Refusal, stamp } from './answer.ts';
import { flag, number, text } from './contact.ts';
import type { Row } from './table.ts';

const TYPES = ['call', 'meeting', 'task', 'deadline', 'email', 'lunch'];
const WRITABLE: Record<string, (value: unknown, name: string) => unknown> = {
  subject: text, type: text, owner_id: number, deal_id: number, lead_id: text, org_id: number, project_id: number, due_date: text, due_time: text, duration: text, busy: flag, done: flag, note: text, public_description: text, priority: number, location: (value) => value, attendees: (value) => value,
};

/** What a POST or PATCH of an activity writes. The person comes from the participants only. `exists` tells whether a person does. */
export function readActivity(body: unknown, exists: (personId: number) => boolean): Record<string, unknown> {
  const sent = members(body);
  if (!sent) throw invalid('body must be an object');
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sent)) {
    if (name === 'person_id') throw new Refusal(400, "'person_id' is a read-only field.", 'ERR_BAD_REQUEST');
    if (name === 'participants') read[name] = participants(value, exists);
    else if (WRITABLE[name]) read[name] = WRITABLE[name](value, name);
    else throw invalid(`${name} is not allowed`);
  }
  if (typeof read['type'] === 'string' && !TYPES.includes(read['type'])) throw invalid(`type must be one of ${TYPES.join(', ')}`);
  if (read['due_date'] && !/^\d{4}-\d\d-\d\d$/.test(String(read['due_date']))) throw invalid('due_date must be YYYY-MM-DD');
  if (read['due_time'] && !/^\d\d:\d\d(:\d\d)?$/.test(String(read['due_time']))) throw invalid('due_time must be HH:MM');
  return read;
}

function participants(value: unknown, exists: (personId: number) => boolean): { person_id: number; primary: boolean }[] {
  if (!Array.isArray(value)) throw invalid('participants must be a list');
  return value.map((one) => {
    const { person_id: id, primary } = members(one) ?? {};
    if (typeof id !== 'number' || (primary !== undefined && typeof primary !== 'boolean')) throw invalid('participants must be a list of { person_id, primary }');
    if (!exists(id)) throw invalid(`participants: person ${id} does not exist`);
    return { person_id: id, primary: primary ?? false };
  });
}

/** The person an activity is shown at. */
export function personOf(row: Row): number | null {
  const list = (row.fields['participants'] as { person_id: number; primary: boolean }[] | undefined) ?? [];
  return (list.find(({ primary }) => primary) ?? list[0])?.person_id ?? null;
}

export function showActivity(row: Row, ownerId: number): object {
  const get = (name: string, usual: unknown): unknown => row.fields[name] ?? usual;
  return {
    id: row.id, subject: get('subject', 'Call'), type: get('type', 'call'), owner_id: get('owner_id', ownerId), creator_user_id: ownerId, is_deleted: row.deletedAt !== null, add_time: stamp(row.added), update_time: stamp(row.updated), person_id: personOf(row), org_id: get('org_id', null),
    due_date: get('due_date', null), due_time: get('due_time', null), duration: get('duration', null), busy: get('busy', false), done: get('done', false), marked_as_done_time: get('marked_as_done_time', null), participants: get('participants', []), note: get('note', null),
  };
}
