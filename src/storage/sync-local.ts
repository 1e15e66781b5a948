import type { Account } from '../domain/account.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Local } from '../domain/sync/link.ts';
import { ourField, type SyncKind, type SyncValue } from '../domain/sync/record.ts';
import type { Book } from './database.ts';
import { localsOf } from './sync.ts';

const OWNERS = ['account', 'prospect'] as const;

/** Rows of ours with the CRM's ids in their `record` fields; a field whose record is not there is left out, as in what is sent. */
export async function localsThere(book: Book, connection: string, kind: SyncKind, ids: string[]): Promise<(Local | undefined)[]> {
  const locals = await localsOf(book, kind, ids);
  const remote = new Map<string, string>();
  for (const field of OWNERS) {
    const wanted = [...new Set(locals.map((one) => one?.values[field]).filter((one) => typeof one === 'string'))];
    const links = wanted.length ? await book.links.bulkGet(wanted.map((id): [string, string, string] => [connection, field, id])) : [];
    for (const link of links) if (link?.remoteId && link.state === 'linked') remote.set(`${field} ${link.id}`, link.remoteId);
  }
  return locals.map((one) => one && {
    ...one,
    values: Object.fromEntries(Object.entries(one.values).flatMap(([name, value]): [string, SyncValue][] => {
      if (ourField(one.kind, name)?.kind !== 'record' || typeof value !== 'string') return [[name, value]];
      const id = remote.get(`${name} ${value}`);
      return id === undefined ? [] : [[name, id]];
    })),
  });
}

/** What a row is called: a name, or the first words of its text; '' = nothing is known. */
export function nameOfLocal({ values }: Pick<Local, 'values'>): string {
  const said = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const emails = values['emails'];
  return ([said('firstName'), said('lastName')].filter(Boolean).join(' ') || said('name') || said('text') || (Array.isArray(emails) ? emails[0] ?? '' : '')).slice(0, 200);
}

/** A value as the rep knows it: the CRM's id of a record becomes the name of ours, where it is linked with one. */
export async function knownValue(book: Book, connection: string, kind: SyncKind, field: string, value: SyncValue): Promise<SyncValue> {
  if (ourField(kind, field)?.kind !== 'record' || typeof value !== 'string') return value;
  const id = await ourIdOf(book, connection, field as SyncKind, value);
  const row: Account | Prospect | undefined = id === undefined ? undefined : field === 'account' ? await book.accounts.get(id) : await book.prospects.get(id);
  return row?.fields.name?.value ?? value;
}

/** Our id of the record that the CRM has under this id; undefined when none of ours is linked with it. */
export async function ourIdOf(book: Book, connection: string, kind: SyncKind, remoteId: string): Promise<string | undefined> {
  const link = await book.links.where('[connection+kind+remoteId]').equals([connection, kind, remoteId]).first();
  // merged into another one here, unless an undo has brought it back
  return link?.into === undefined || await (kind === 'prospect' ? book.prospects : book.accounts).get(link.id) ? link?.id : link.into;
}
