import type { Local } from '../../domain/sync/link.ts';
import type { SyncKind } from '../../domain/sync/record.ts';
import type { SyncTx } from '../../domain/sync/store.ts';

/** Our id of who this record of the CRM is: a row that was merged into another one here is that other one. Undefined = nobody who is here. */
export async function ourRowOf(tx: SyncTx, kind: SyncKind, remoteId: string): Promise<string | undefined> {
  const [link] = await tx.linksByRemote(kind, [remoteId]);
  if (!link || (!link.erased && link.into === undefined)) return link?.id;
  for (const id of [link.id, link.into]) if (id !== undefined && (await tx.locals(kind, [id]))[0]) return id;
  return undefined;
}

/** Rows that were merged into another one and are back by an undo: the other one has one record in the CRM again. */
export async function giveBack(tx: SyncTx, kind: SyncKind, ids: readonly string[], locals: readonly (Local | undefined)[]): Promise<void> {
  const links = (await tx.links(kind, [...ids])).filter((link, at) => link?.into !== undefined && locals[at]).map((link) => link!);
  if (links.length === 0) return;
  const holders = await tx.links(kind, links.map(({ into }) => into!));
  await tx.setLinks(links.flatMap((link, at) => {
    const { into: _into, ...own } = link;
    const holder = holders[at];
    if (holder?.question?.remoteId !== link.remoteId || !['double', 'possible-match'].includes(holder.question.kind)) return [own];
    const { question: _told, ...free } = holder;
    return [own, free];
  }));
}
