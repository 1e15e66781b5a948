import type { SyncKind } from '../../domain/sync/record.ts';
import type { SyncTx } from '../../domain/sync/store.ts';
import { mark, type Ports } from './ports.ts';

/** What hangs on what, by the field of that name. */
const HANGING: { [K in SyncKind]?: readonly SyncKind[] } = { account: ['prospect'], prospect: ['note', 'touch', 'followUp'] };

/** What the CRM has at this company or person, which is ours no more, is sent again: it hangs on the one that stands for it now. */
export async function markHanging(ports: Ports, tx: SyncTx, kind: SyncKind, remoteId: string): Promise<void> {
  for (const hanging of HANGING[kind] ?? []) {
    for (let after: string | undefined; ;) {
      const links = await tx.linksIn('linked', hanging, 500, after);
      await mark(tx, hanging, links.filter(({ base }) => base?.theirs[kind] === remoteId).map(({ id }) => id), ports.clock(), ports.newId());
      if (links.length < 500) break;
      after = links.at(-1)!.id;
    }
  }
}
