import type { Unplaced } from '../domain/merge-fields.ts';
import type { Field } from '../domain/provenance.ts';
import type { Book, LinkRow } from './database.ts';
import type { Change } from './write.ts';

type Merging = 'account' | 'prospect';
type Named = { id: string; fields: { name?: Field<string> } };

/** What has no place in the merged row stays in its history. */
export async function keepUnplaced(book: Book, entity: Merging, id: string, unplaced: readonly Unplaced[], change: Change): Promise<void> {
  await book.history.bulkAdd(unplaced.map(({ field, value }) => ({
    changeId: `${change.changeId} lost`, at: change.at, by: change.by, label: change.label, entity, id, subject: id, field: `lost.${field}`, old: { value, at: change.at },
  })));
}

/**
 * The record in a CRM of the row that goes is left as it is there: nothing of ours deletes or changes it. Where the CRM has a record for each, the rep is
 * told of the second; where it has one for that row alone, the rep is asked whether that is the one that stays.
 */
export async function letGoInCrms(book: Book, kind: Merging, keep: Named, lose: Named, change: Change): Promise<void> {
  const rows: LinkRow[] = [];
  for (const link of await linksOf(book, kind, lose.id)) {
    const { question: _question, conflicts: _conflicts, ...rest } = link;
    // one that the rep keeps here only, or that is being made there, goes on as such when it comes back
    rows.push({ ...(link.state === 'creating' || (link.state === 'left' && !link.erased) ? link : { ...rest, state: 'left', erased: true, open: 0 }), into: keep.id });
    const { connection, remoteId } = link;
    if (remoteId === null || link.state === 'left') continue;
    const own = await book.links.get([connection, kind, keep.id]);
    const shown = lose.fields.name?.value.slice(0, 200);
    const question = { at: change.at, remoteId, ...(shown ? { shown } : {}) };
    if (own?.remoteId && own.state === 'linked') rows.push(own.question ? own : { ...own, question: { kind: 'double', ...question }, open: 1 });
    else if (!own || (own.state === 'asking' && !own.question)) {
      rows.push({ connection, kind, id: keep.id, key: own?.key ?? link.key, remoteId: null, base: null, at: 0, state: 'asking', open: 1, question: { kind: 'possible-match', ...question } });
    }
  }
  for (const { id } of ((await book.settings.get('connections'))?.value ?? []) as { id: string }[]) {
    // what went into the one that goes now is in the one that stays
    const before = await book.links.where('[connection+kind+state]').equals([id, kind, 'left']).filter(({ into }) => into === lose.id).toArray();
    rows.push(...before.map((link) => ({ ...link, into: keep.id })));
  }
  await book.links.bulkPut(rows);
}

/** What connections have of this row. */
export async function linksOf(book: Book, kind: Merging, id: string): Promise<LinkRow[]> {
  const connections = ((await book.settings.get('connections'))?.value ?? []) as { id: string }[];
  const links = await book.links.bulkGet(connections.map(({ id: connection }): [string, string, string] => [connection, kind, id]));
  return links.filter((link) => link !== undefined);
}
