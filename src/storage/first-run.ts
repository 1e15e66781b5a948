import { STARTERS, starterRows } from '../domain/starter.ts';
import type { StarterPlaybook } from '../domain/starter/playbook.ts';
import { isUntouchedStarter, starterIcp } from '../domain/starter-icp.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';
import { write, type Change } from './write.ts';

/** The same on every machine: a book that comes from another one does not bring a second starter. */
const STARTER = 'starter-b2b-saas';
const LATER = 'starterLater';

/** Adds the starter ICP to a book that has none; safe when two contexts do it at once. */
export async function ensureStarter(book: Book, change: Change): Promise<void> {
  await write(book, change, async (door) => {
    if (await book.icps.count() === 0) door.put('icp', starterIcp(STARTER, change.at));
  });
}

/**
 * Adds a starter playbook beside what the book has: rows that are there stay as they are, and a rule is added only to a book without one.
 * The ICP that every book begins with goes, unless somebody worked on it: it stood in until this choice, and would go on scoring people who fit nothing that is sold.
 */
export function addStarter(book: Book, starter: StarterPlaybook, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const { icp, personas, rule } = starterRows(starter, change.at);
    const standIn = await door.get('icp', STARTER);
    if (standIn && isUntouchedStarter(standIn)) await door.remove('icp', STARTER);
    if (!await door.get('icp', icp.id)) door.put('icp', icp);
    for (const persona of personas) if (!await door.get('persona', persona.id)) door.put('persona', persona);
    if (await book.rules.count() === 0) door.put('rule', rule);
  });
}

/** Where the choice of a starter stands: which ones are in the book with nothing missing, and whether it is to be offered unasked (nothing was chosen, written or put off yet). */
export async function starterState(book: Book): Promise<{ added: string[]; isOpen: boolean }> {
  const [icps, personas, later] = await Promise.all([book.icps.toArray(), book.personas.toCollection().primaryKeys(), readSetting(book, LATER, false)]);
  const there = new Set([...icps.map(({ id }) => id), ...personas]);
  const added = STARTERS.filter((starter) => {
    const rows = starterRows(starter, 0);
    return [rows.icp, ...rows.personas].every(({ id }) => there.has(id));
  });
  return { added: added.map(({ id }) => id), isOpen: !later && personas.length === 0 && icps.every((icp) => icp.id === STARTER && isUntouchedStarter(icp)) };
}

/** Puts the choice off, or takes that back: `true` = it is no longer offered unasked. */
export function putOffStarter(book: Book, later: boolean): Promise<void> {
  return writeSetting(book, LATER, later);
}
