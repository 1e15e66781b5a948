import { withCustom } from '../domain/custom-field.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** Sets a field of the rep's own on a person or an account; '' takes it away (see `withCustom` for what is refused). */
export function setCustomField(book: Book, kind: 'prospect' | 'account', id: string, name: string, value: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const row = await door.get(kind, id);
    if (!row) return;
    const { custom: old, ...rest } = row;
    const custom = withCustom(old, name, value, change.at);
    if (custom !== old) door.put(kind, { ...rest, ...(custom ? { custom } : {}), updatedAt: change.at } as typeof row);
  });
}
