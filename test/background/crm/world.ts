import type { SyncMeans } from '../../../src/background/crm/syncer.ts';
import { vaultOf, type Session } from '../../../src/background/crm/vault.ts';
import { saveDraft } from '../../../src/storage/capture.ts';
import { exclusive } from '../../../src/background/crm/exclusive.ts';
import { changeAt, draftOf, means as ids, scratchBook } from '../../storage/scratch-book.ts';
import { memoryCrm } from './memory-crm.ts';

/** A browser session in memory. */
export function scratchSession(): Session & { all: Map<string, unknown> } {
  const all = new Map<string, unknown>();
  return { all, get: async <T,>(key: string) => all.get(key) as T | undefined, set: async (key, value) => void (value === undefined ? all.delete(key) : all.set(key, structuredClone(value))) };
}

/** All that CRM connections need, without a browser: a book with Ada in it, one CRM in memory, a clock and an alarm to look at. */
export async function world(over: Partial<SyncMeans> = {}, crm = memoryCrm()) {
  const book = over.book ?? scratchBook();
  await saveDraft(book, draftOf('github:ada', 'Ada Example', { title: 'CTO' }), {}, changeAt(1), ids);
  const session = scratchSession();
  const at = { now: 1_000_000, alarm: undefined as number | undefined, granted: new Set(['https://crm.example.com']), bugs: [] as unknown[], after: 0, listed: 0 };
  const means: SyncMeans = {
    book, session, connectors: [crm.connector], fetch: crm.server, clock: () => at.now, newId: ids.newId, chance: () => 0.5, keyOf: ids.keyOf, paces: new Map(),
    vault: vaultOf(book, session, { wrongPassphrase: 'wrong' }, 10),
    pause: async (ms) => { at.now += ms; }, deadline: () => new AbortController().signal,
    web: { redirect: () => 'https://id.example/', ask: async () => null },
    mayReach: async (origin) => at.granted.has(origin), giveBack: async (origin) => void at.granted.delete(origin),
    t: (name, ...parts) => [name, ...parts].join(' '), report: (error) => void at.bugs.push(error), listed: () => void at.listed++,
    exclusive, alone: true, ringAt: async (time) => { at.alarm = time; }, ringBy: async (time) => { at.alarm = Math.min(at.alarm ?? time, time); },
    awake: (work) => work(), after: async () => void at.after++,
    ...over,
  };
  return { means, book, crm, session, at };
}

/** What the rep types for the CRM in memory. */
export const typed = { connector: 'memory', address: 'https://crm.example.com/people', fields: { token: 'sesame-token', login: 'ada' }, oauth: false };
