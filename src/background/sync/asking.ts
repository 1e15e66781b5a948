import type { Link, Question } from '../../domain/sync/link.ts';
import { toOurs } from '../../domain/sync/mapping.ts';
import type { RemoteRecord, SyncKind } from '../../domain/sync/record.ts';
import type { SyncTx } from '../../domain/sync/store.ts';
import type { Ports } from './ports.ts';

/** The link of a row that is not sent before the rep has answered. */
export function asking(link: Link, kind: Question['kind'], record: RemoteRecord, ports: Ports): Link {
  return { ...link, state: 'asking', question: { kind, at: ports.clock(), remoteId: record.id, ...shownOf(record, link.kind, ports) } };
}

/** What a record of the CRM is called, as short text. */
export function shownOf(record: RemoteRecord | undefined, kind: SyncKind, ports: Ports): { shown?: string } {
  if (!record) return {};
  const values = toOurs(ports.mapping, kind, record.fields);
  const shown = [values['firstName'], values['lastName'], values['name'], Array.isArray(values['emails']) ? values['emails'][0] : null].filter((one) => typeof one === 'string' && one).join(' ');
  return shown ? { shown: shown.slice(0, 200) } : {};
}

/** Two records of one of ours: the rep has to say. */
export async function askDouble(ports: Ports, tx: SyncTx, link: Link, record: RemoteRecord): Promise<void> {
  await tx.setLinks([{ ...link, question: { kind: 'double', at: ports.clock(), remoteId: record.id, ...shownOf(record, link.kind, ports) } }]);
}
