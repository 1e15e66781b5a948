import { expect, test } from 'vitest';
import { connect } from '../../../src/background/crm/connect.ts';
import { syncerOf } from '../../../src/background/crm/syncer.ts';
import { bookHead, writeBook } from '../../../src/files/book-json.ts';
import { countRows, readDump } from '../../../src/storage/dump.ts';
import { setField } from '../../../src/storage/person.ts';
import { changeAt } from '../../storage/scratch-book.ts';
import { typed, world } from './world.ts';

test('what is exported of a book with a connection holds nothing of the connection', async () => {
  const { means, book, crm } = await world();
  const result = await connect(means, { ...typed, label: 'Our CRM' });
  const id = result.ok ? result.value.connection : '';
  const syncer = syncerOf(means);
  await syncer.one(id, 'asked');
  await book.syncStates.update(id, { started: true });
  await syncer.one(id, 'asked');
  await setField(book, (await book.prospects.toArray())[0]!.id, 'title', 'CEO', changeAt(5));
  await book.seen.put({ connection: id, kind: 'prospect', remoteId: 'seen-record', keys: [], lookup: [], record: { id: 'seen-record', key: null, at: 1, deleted: false, fields: {} } });
  const counts = await Promise.all([book.links, book.seen, book.secrets, book.ledger, book.syncStates, book.outbox].map((table) => table.count()));
  expect(counts.every((count) => count > 0)).toBe(true);

  const { settings, rows } = await readDump(book);
  let text = '';
  for await (const piece of writeBook({ ...bookHead(1, await countRows(book), settings), ...rows })) text += piece;
  expect(text).toContain('Ada Example');
  for (const secret of ['sesame-token', 'crm.example.com', 'seen-record', 'connections', 'links', 'secrets', 'ledger', 'syncStates', 'outbox', id, [...crm.people.keys()][0]!]) expect(text).not.toContain(secret);
});
