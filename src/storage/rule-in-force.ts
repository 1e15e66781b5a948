import type { QualifiedRule } from '../domain/rule.ts';
import { STARTER_RULE } from '../domain/starter-rule.ts';
import type { Book } from './database.ts';
import { readSetting } from './setting.ts';

/** The rule by which people are qualified now: the one chosen, else the first, else the starter, which is not stored until it is edited. */
export async function ruleInForce(book: Book): Promise<QualifiedRule> {
  const id = await readSetting(book, 'activeRule', '');
  return (id ? await book.rules.get(id) : undefined) ?? await book.rules.toCollection().first() ?? STARTER_RULE;
}
