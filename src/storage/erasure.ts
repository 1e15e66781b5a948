import type { Erasure } from '../domain/privacy.ts';
import type { Book } from './database.ts';
import { erasePatience } from './privacy-setting.ts';
import type { Change } from './write.ts';

/** Notes that these people are gone for good at the end of the time for undo; to be called in the transaction that removes them. */
export async function keepErasure(book: Book, { changeId, at }: Change, people: readonly string[]): Promise<void> {
  const known = await book.erasures.get(changeId);
  await book.erasures.put({ id: changeId, at, purgeAt: at + await erasePatience(book), people: [...known?.people ?? [], ...people] });
}

/** Who has been brought back is not to go any more; to be called in the transaction that does it. */
export async function dropErasure(book: Book, people: readonly string[]): Promise<void> {
  const back = new Set(people);
  for (const row of await book.erasures.toArray()) {
    const left = row.people.filter((id) => !back.has(id));
    if (left.length === 0) await book.erasures.delete(row.id);
    else if (left.length < row.people.length) await book.erasures.put({ ...row, people: left });
  }
}

/** Erasures that can still be taken back, the one that ends first first. Epoch ms. */
export async function readErasures(book: Book): Promise<Erasure[]> {
  return (await book.erasures.toArray()).toSorted((a, b) => a.purgeAt - b.purgeAt);
}
