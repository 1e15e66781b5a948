import type { Operations } from '../../src/crm/connector.ts';
import type { RemoteRecord, SyncKind } from '../../src/domain/sync/record.ts';

/** Every record of a pull in the order of its pages, doubles and all; `between` runs after each page but the last. Throws on a failure, and where there is no end. */
export async function pullAll(crm: Operations, kind: SyncKind, since = 0, between: () => unknown = () => {}): Promise<RemoteRecord[]> {
  const records: RemoteRecord[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 1_000; pages++) {
    const answer = await crm.changes(kind, since, cursor);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    records.push(...answer.value.records);
    if (answer.value.next === null) return records;
    cursor = answer.value.next;
    await between();
  }
  throw new Error('the pull does not end');
}
