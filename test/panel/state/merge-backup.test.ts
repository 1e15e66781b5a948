import { beforeEach, expect, test, vi } from 'vitest';
import { saveDraft } from '../../../src/storage/capture.ts';
import type { Book } from '../../../src/storage/database.ts';
import { readSuppressed, suppress } from '../../../src/storage/suppression.ts';
import { write } from '../../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from '../../storage/scratch-book.ts';
import { backup } from './backup.ts';

const here = vi.hoisted(() => ({ book: null as unknown, went: [] as string[], toasts: [] as string[] }));
vi.hoisted(() => { Object.assign(globalThis, { sessionStorage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined } }); });
vi.mock('../../../src/platform/local.ts', () => ({}));
vi.mock('../../../src/platform/locale.ts', () => ({ t: (...parts: unknown[]) => parts.join(' ') }));
vi.mock('../../../src/platform/report.ts', () => ({ report: () => undefined }));
vi.mock('../../../src/panel/state/book.ts', () => ({ get book() { return here.book; } }));
vi.mock('../../../src/panel/state/backup.ts', () => ({ safe: {} }));
vi.mock('../../../src/storage/safe.ts', () => ({ readThing: async () => undefined }));
vi.mock('../../../src/panel/state/act.ts', () => ({}));
vi.mock('../../../src/panel/state/trouble.ts', () => ({}));
vi.mock('../../../src/panel/state/toast.ts', () => ({ toast: (text: string) => here.toasts.push(text) }));
vi.mock('../../../src/panel/state/route.ts', () => ({ go: (place: string) => here.went.push(place) }));
const { importing } = await import('../../../src/panel/state/import.ts');
const { mergeBackup } = await import('../../../src/panel/state/merge-backup.ts');
const { openFile, restoring } = await import('../../../src/panel/state/restore.ts');

const content = async (book: Book): Promise<unknown> => Promise.all(book.tables.map(async (table) => [table.name, await table.toArray()]));

async function read(file: Blob): Promise<Parameters<typeof mergeBackup>[0]> {
  await openFile(file, 'b.json');
  return restoring.value as Parameters<typeof mergeBackup>[0];
}

beforeEach(() => {
  here.book = scratchBook();
  [here.went, here.toasts] = [[], []];
  importing.value = { step: 'none' };
});

test('a backup beside a book is planned where plans are shown: who is there is there once, and nothing is stored yet', async () => {
  const book = here.book as Book;
  await saveDraft(book, draftOf('github:p3', 'Person 3', { title: 'CEO' }), {}, changeAt(30), means);
  const before = await content(book);
  await mergeBackup(await read(await backup()));
  expect(importing.value).toMatchObject({ step: 'planned', file: 'b.json' });
  const { plan } = importing.value as Extract<typeof importing.value, { step: 'planned' }>;
  expect(plan.add.prospects).toHaveLength(11);
  expect([here.went, restoring.value.step]).toEqual([['import'], 'none']);
  expect(await content(book)).toEqual(before);
});

test('whom the rep has erased since does not come back beside the others, and the panel says so', async () => {
  const book = here.book as Book;
  await write(book, changeAt(31), (door) => suppress(book, door, ['github:p5'], { reason: 'erased' }));
  expect((await readSuppressed(book))(['github:p5'])?.reason).toBe('erased');
  await mergeBackup(await read(await backup()));
  const { plan } = importing.value as Extract<typeof importing.value, { step: 'planned' }>;
  const names = plan.add.prospects.map(({ fields }) => fields.name?.value);
  expect(names).toHaveLength(11);
  expect(names).not.toContain('Person 5');
  expect(plan.add.history.some(({ new: next }) => JSON.stringify(next ?? '').includes('Person 5'))).toBe(false);
  expect(here.toasts).toEqual(['import_erased_one 1']);
});

test('a file that is taken away or damaged after it was looked at is said to be so, and not read for ever', async () => {
  const whole = await read(await backup());
  const text = await (await backup(null, false)).text();
  const gone = new Blob([text]);
  gone.slice = () => ({ arrayBuffer: async () => { throw new DOMException('', 'NotReadableError'); } }) as unknown as Blob;
  for (const file of [gone, new Blob([text.replace('Person 7', 'Person 8')])]) {
    importing.value = { step: 'none' };
    await mergeBackup({ ...whole, file });
    expect(importing.value).toEqual({ step: 'failed', file: 'b.json', reason: 'import_unreadable' });
  }
});

test('an import that is being stored goes on, and is shown', async () => {
  const storing = { step: 'storing' } as typeof importing.value;
  importing.value = storing;
  await mergeBackup(await read(await backup()));
  expect(importing.value).toBe(storing);
  expect(here.went).toEqual(['import']);
});
