import type { Operations } from '../../../../src/crm/connector.ts';
import type { Result } from '../../../../src/domain/failure.ts';
import { toOurs, type Mapping } from '../../../../src/domain/sync/mapping.ts';
import { OUR_FIELDS, type RemoteRecord, type SyncKind } from '../../../../src/domain/sync/record.ts';
import { agrees } from '../../../../src/domain/sync/value.ts';
import type { Office } from './office.ts';
import { COMPANIES, PEOPLE, rowOf, tagOf } from './people.ts';
import type { Device } from './schedule.ts';

/** A note, touch or follow-up that a rep has added; `person` is an index. */
export interface Child { kind: 'note' | 'touch' | 'followUp'; tag: string; person: number; device: string; id: string }

/** What happened on purpose: people who were deleted in the CRM, ids and tags that must not come back, follow-ups that were done. */
export interface Told {
  gone: Set<number>;
  removed: Set<string>;
  children: Child[];
  completed: Set<string>;
}

const COMPARED: { [K in SyncKind]?: readonly string[] } = { account: ['name'], prospect: ['title', 'firstName', 'lastName', 'account', 'emails'], note: ['text'], followUp: ['text', 'done', 'dueAt'] };

/** What is wrong once all is quiet: doubles, what is missing or came back, what two sides see differently, what still waits. */
export async function officeFaults({ auditor }: Office, crm: Operations, mapping: Mapping, devices: Device[], told: Told): Promise<string[]> {
  const found: string[] = [];
  const people = await auditor.people();
  const alive = people.filter(({ deleted }) => !deleted);
  const links = devices.flatMap(({ book }) => [...book.links.values()]);
  const isAsked = (ids: string[]): boolean => links.some(({ question }) => question !== undefined && ids.includes(question.remoteId ?? ''));

  for (const { id } of alive) if (told.removed.has(id)) found.push(`resurrected: ${id}`);
  for (const [person, lastName] of PEOPLE.entries()) {
    const records = alive.filter((one) => one.lastName === lastName);
    if (records.length > 1 && !isAsked(records.map(({ id }) => id))) found.push(`double: ${lastName} has ${records.length} records`);
    if (records.length === 0 && !told.gone.has(person) && devices.some(({ book }) => rowOf(book, person))) found.push(`missing: ${lastName} is not in the CRM`);
  }
  const companies = (await auditor.companies()).filter(({ deleted }) => !deleted);
  for (const company of COMPANIES) {
    const records = companies.filter(({ name }) => name === company || name.startsWith(`${company} Title`));
    if (records.length > 1 && !isAsked(records.map(({ id }) => id))) found.push(`double: ${company} has ${records.length} records`);
  }
  await checkChildren();
  for (const device of devices) for (const kind of ['account', 'prospect', 'note', 'touch', 'followUp'] as const) await checkRows(device, kind);
  return found;

  async function checkChildren(): Promise<void> {
    const there = new Map<string, string[]>();
    for (const { id } of alive) {
      const texts = [...(await auditor.notes(id)).map((note) => note.replace(/<[^>]*>/g, '')), ...(await auditor.tasks(id)).map(({ title }) => title)];
      for (const text of texts) there.set(tagOf(text), [...there.get(tagOf(text)) ?? [], text]);
    }
    for (const { tag, kind, person, device, id } of told.children) {
      const count = there.get(tag)?.length ?? 0;
      if (count > 1) found.push(`double: "${tag}" is there ${count} times`);
      const { book } = devices.find(({ name }) => name === device)!;
      const owner = rowOf(book, person);
      // what was refused is told to the rep, and tried again after a day
      const isThere = owner && book.marks.get(`${kind} ${id}`)?.refused === undefined && book.links.get(`prospect ${owner.id}`)?.state === 'linked' && !told.gone.has(person) && book.rows.has(`${kind} ${id}`);
      if (isThere && count === 0 && !told.removed.has(tag)) found.push(`missing: "${tag}" of ${device} is not in the CRM (${book.links.get(`${kind} ${id}`)?.state ?? 'no link'})`);
      for (const { name, book: other } of devices) {
        const rows = [...other.rows.values()].filter(({ values }) => typeof values['text'] === 'string' && tagOf(values['text']) === tag);
        if (rows.length > 1) found.push(`double: "${tag}" is ${rows.length} times on ${name}`);
      }
    }
  }

  async function checkRows({ name, book }: Device, kind: SyncKind): Promise<void> {
    const rows = [...book.rows.values()].filter((row) => row.kind === kind);
    const linkOf = (id: string, of: SyncKind = kind): ReturnType<typeof book.links.get> => book.links.get(`${of} ${id}`);
    const records = new Map(valueOf(await crm.read(kind, rows.flatMap(({ id }) => linkOf(id)?.remoteId ?? []))).map((record): [string, RemoteRecord] => [record.id, record]));
    for (const row of rows) {
      const what = `${name}: ${kind} ${row.id}`;
      const link = linkOf(row.id);
      const owner = typeof row.values['prospect'] === 'string' ? linkOf(row.values['prospect'], 'prospect') : undefined;
      const isGone = told.gone.has(PEOPLE.findIndex((_one, person) => rowOf(book, person)?.id === (kind === 'prospect' ? row.id : row.values['prospect'])));
      if (book.marks.has(`${kind} ${row.id}`) && !isGone && link?.state === 'linked') found.push(`${what} is still marked`);
      const record = records.get(link?.remoteId ?? '');
      if (link?.state === 'linked' && kind === 'prospect' && (!record || record.deleted)) found.push(`${what} is linked with a deleted record and nobody is asked`);
      if (link?.state !== 'linked' || !record || record.deleted) {
        const isDue = kind === 'account' || kind === 'prospect' || owner?.state === 'linked';
        if (isDue && !isGone && !link?.question && book.marks.get(`${kind} ${row.id}`)?.refused === undefined && !told.removed.has(tagOf(row.values['text']))) found.push(`${what} is ${link?.state ?? 'not linked'} though nobody deleted it`);
        continue;
      }
      // what hangs on somebody who was deleted there waits for the rep's answer
      if (isGone && kind !== 'prospect') continue;
      const theirs = toOurs(mapping, kind, record.fields);
      for (const field of COMPARED[kind] ?? []) {
        const { kind: valueKind } = OUR_FIELDS[kind].find((one) => one.name === field)!;
        const ours = field === 'account' ? linkOf(String(row.values['account']), 'account')?.remoteId ?? null : row.values[field];
        if (field in theirs && !link.conflicts?.[field] && !agrees(valueKind, ours, theirs[field])) found.push(`${what}.${field} is "${String(ours)}" here and "${String(theirs[field])}" there`);
      }
    }
  }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
