import { Dexie } from 'dexie';
import { STARTER_RULE } from '../domain/starter-rule.ts';
import type { QualifiedRule } from '../domain/rule.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** What an edit of a rule says; the rest of it stays. */
export type RuleEdit = Pick<QualifiedRule, 'name' | 'steps'>;

/** All versions of a rule, the newest first. */
export async function ruleVersionsOf(book: Book, id: string): Promise<QualifiedRule[]> {
  const stored = await book.ruleVersions.where('[id+version]').between([id, Dexie.minKey], [id, Dexie.maxKey]).reverse().toArray();
  return id === STARTER_RULE.id && !stored.some(({ version }) => version === STARTER_RULE.version) ? [...stored, STARTER_RULE] : stored;
}

/** Saves an edit as the next version and puts it in force. A version number is never used twice, not even after an undo: steps that were recorded name it. */
export function saveRule(book: Book, id: string, { name, steps }: RuleEdit, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const rule = await door.get('rule', id) ?? (id === STARTER_RULE.id ? STARTER_RULE : undefined);
    if (!rule) return;
    const [newest] = await ruleVersionsOf(book, id);
    if (rule === STARTER_RULE) await book.ruleVersions.put(STARTER_RULE);
    door.put('rule', { ...rule, name, steps, version: Math.max(rule.version, newest?.version ?? 0) + 1, createdAt: rule.createdAt || change.at, updatedAt: change.at });
    await book.settings.put({ key: 'activeRule', value: id });
  });
}
