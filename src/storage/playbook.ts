import { scoreAlike } from '../domain/icp-change.ts';
import { playbookItems, type PlaybookHead, type PlaybookItems } from '../domain/playbook.ts';
import { STARTER_RULE } from '../domain/starter-rule.ts';
import { editWithin } from './cadence.ts';
import type { Book } from './database.ts';
import { icpVersionsOf, versionAfter } from './icp.ts';
import { ruleVersionsOf } from './rule.ts';
import { readSetting, writeSetting } from './setting.ts';
import { write, type Change, type Door } from './write.ts';

const HEAD = 'playbook';

/** All of the book that a playbook can hold. */
export async function readPlaybookItems(book: Book): Promise<PlaybookItems> {
  const [icps, personas, rules, templates, cadences] = await Promise.all([book.icps.toArray(), book.personas.toArray(), book.rules.toArray(), book.templates.toArray(), book.cadences.toArray()]);
  return playbookItems({ icps, personas, rules, templates, cadences });
}

/** What the playbook was called when it was last saved. */
export function readPlaybookHead(book: Book): Promise<PlaybookHead> {
  return readSetting<PlaybookHead>(book, HEAD, { name: '', description: '', author: '', version: '' });
}

export function keepPlaybookHead(book: Book, head: PlaybookHead): Promise<void> {
  return writeSetting(book, HEAD, head);
}

/** Stores these things, all or none: what is there says what they say. ICPs, rules and cadences get their next version, people in a cadence go along; no version is written over. A new rule comes in force. */
export function storePlaybook(book: Book, items: PlaybookItems, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const { at } = change;
    for (const item of items.personas) door.put('persona', { ...item, createdAt: (await door.get('persona', item.id))?.createdAt ?? at, updatedAt: at });
    for (const item of items.templates) door.put('template', { ...item, createdAt: (await door.get('template', item.id))?.createdAt ?? at, updatedAt: at });
    for (const item of items.icps) await storeIcp(book, door, item);
    for (const item of items.rules) await storeRule(book, door, item);
    for (const { id, ...edit } of items.cadences) {
      if (await door.get('cadence', id)) await editWithin(book, door, id, edit);
      else door.put('cadence', { id, version: 1, ...edit, createdAt: at, updatedAt: at });
    }
  });
}

async function storeIcp(book: Book, door: Door, item: PlaybookItems['icps'][number]): Promise<void> {
  const { at } = door.change;
  const icp = await door.get('icp', item.id);
  const versions = await icpVersionsOf(book, item.id);
  const version = icp && scoreAlike(icp.criteria, item.criteria) ? icp.version : icp ? versionAfter(icp, versions) : (versions[0]?.version ?? 0) + 1;
  door.put('icp', { ...item, version, createdAt: icp?.createdAt ?? at, updatedAt: at });
}

async function storeRule(book: Book, door: Door, item: PlaybookItems['rules'][number]): Promise<void> {
  const { at } = door.change;
  const rule = await door.get('rule', item.id);
  const [newest] = await ruleVersionsOf(book, item.id);
  if (!rule && item.id === STARTER_RULE.id) await book.ruleVersions.put(STARTER_RULE);
  door.put('rule', { ...item, version: Math.max(rule?.version ?? 0, newest?.version ?? 0) + 1, createdAt: rule?.createdAt ?? at, updatedAt: at });
  if (!rule) await book.settings.put({ key: 'activeRule', value: item.id });
}
