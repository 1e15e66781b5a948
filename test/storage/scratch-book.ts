import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Draft, DraftFields, Reading } from '../../src/domain/draft.ts';
import type { ProfileKey } from '../../src/domain/identity.ts';
import { openBook, type Book } from '../../src/storage/database.ts';
import type { Means } from '../../src/storage/capture.ts';
import type { Change } from '../../src/storage/write.ts';

/** A book of its own in memory. */
export function scratchBook(): Book {
  return openBook({ indexedDB: new IDBFactory(), IDBKeyRange });
}

let count = 0;

/** A change at a given time; ids count upwards. */
export function changeAt(at: number, label = 'test'): Change {
  return { changeId: `change-${++count}`, at, by: 'rep', label };
}

export const means: Means = { newId: () => `id-${String(++count).padStart(6, '0')}`, keyOf: (address) => `web:${new URL(address).host}${new URL(address).pathname}` };

/** The draft of a fictional person. */
export function draftOf(key: ProfileKey, name: string, texts: Partial<Record<keyof DraftFields, string | string[]>> = {}): Draft {
  const reading = <T,>(value: T): Reading<T> => ({ value, source: 'structure', sure: 0.9 });
  const fields = Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, reading(value)]));
  return { page: 'person', site: 'example', url: `https://example.com/${key}`, keys: [key], agrees: 'yes', fields: { name: reading(name), ...fields } as DraftFields };
}
