import type { EntityKind, HistoryEntry } from '../domain/history.ts';
import type { ProfileKey } from '../domain/identity.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { equal } from './change.ts';
import { write, type Change, type Door, type Rows } from './write.ts';

/** What an undo did: how many fields went back, and which did not because somebody changed them since. */
export interface Undone {
  restored: number;
  kept: { entity: EntityKind; id: string; field: string }[];
}

/**
 * Takes one action back, field by field. What was changed again since then keeps its newer value and is named in `kept`;
 * a row that others have come to depend on (a note on a prospect, a colleague on an account) is kept as well. An action that set
 * do-not-contact is not taken back at all, unless `lifts` says that this is meant: a whole list that was taken in by mistake.
 * The undo is itself a change with history, so it can be undone too.
 */
export async function undo(book: Book, changeId: string, change: Change, { lifts = false }: { lifts?: boolean } = {}): Promise<Undone> {
  const entries = await book.history.where('changeId').equals(changeId).toArray();
  const barred = lifts ? [] : await barringOf(book, entries);
  if (barred.length > 0) return { restored: 0, kept: barred.map(({ entity, id, field }) => ({ entity, id, field })) };
  return takeBack(book, entries, change);
}

/** Takes these entries (all of one action, in the order they were made) back in one write; whether the action may be taken back is not asked here. */
export async function takeBack(book: Book, entries: readonly HistoryEntry[], change: Change): Promise<Undone> {
  const steps = new Map<string, HistoryEntry[]>();
  for (const entry of entries.toReversed()) {
    // rows that came in bulk go in bulk: take-away.ts
    if (entry.field === '**') continue;
    const at = `${entry.entity} ${entry.id}`;
    steps.set(at, [...(steps.get(at) ?? []), entry]);
  }
  // what hangs on others goes first, so that its owner is free to go in the same undo
  const rows = [...steps.values()].toSorted((a, b) => WEIGHT[a[0]!.entity] - WEIGHT[b[0]!.entity] || Number(isReturn(a)) - Number(isReturn(b)));
  return write(book, change, async (door) => {
    const undone: Undone = { restored: 0, kept: [] };
    const gone = new Set<string>();
    for (const parts of rows) {
      const { entity, id } = parts[0]!;
      const now = await door.get(entity, id) as Row | undefined;
      const then = parts.reduce((row, step) => back(row, step, undone), now);
      if (now && !then && await isNeeded(book, door, entity, id, gone)) {
        undone.restored--;
        undone.kept.push({ entity, id, field: '*' });
      } else if (then) {
        const free = now ? then : await withFreeKeys(door, then, id);
        door.put(entity, { ...free, ...('updatedAt' in free ? { updatedAt: change.at } : {}) } as unknown as Rows[EntityKind]);
      } else {
        gone.add(id);
        await door.remove(entity, id);
      }
    }
    return undone;
  }, { isUndo: true, ...(entries.some(setsDoNotContact) ? { lifts: true as const } : {}) });
}

/** What set do-not-contact for somebody who still has it: such an action is not taken back, not even in part. */
export async function barringOf(book: Book, entries: readonly HistoryEntry[]): Promise<HistoryEntry[]> {
  const set = entries.filter(setsDoNotContact);
  if (set.length === 0) return [];
  const people = await book.prospects.bulkGet(set.map(({ id }) => id));
  const standing = set.filter((_entry, at) => people[at]?.doNotContact !== undefined);
  // who had it from a row that went into theirs gives it back with that row: it stays where it was said
  const gone = await book.history.where('changeId').anyOf([...new Set(standing.map(({ changeId }) => changeId))])
    .filter(({ entity, field, old, new: next }) => entity === 'prospect' && field === '*' && next === undefined && (old as Partial<Prospect>).doNotContact !== undefined).toArray();
  return standing.filter(({ changeId, new: next }) => !gone.some((one) => one.changeId === changeId && (one.old as Prospect).doNotContact!.at === (next as { at: number }).at));
}

function setsDoNotContact({ entity, field, old, new: next }: HistoryEntry): boolean {
  return entity === 'prospect' && field === 'doNotContact' && old === undefined && next !== undefined;
}

type Row = Record<string, unknown>;

const WEIGHT: Record<EntityKind, number> = { note: 0, touch: 0, followUp: 0, enrolment: 0, prospect: 1, account: 2, list: 2, icp: 2, persona: 2, segment: 2, rule: 2, template: 2, cadence: 2, spend: 2, suppression: 2 };

/** Does this bring a row back that went? Such rows come last: what they shared with others has been let go of then. */
function isReturn(steps: readonly HistoryEntry[]): boolean {
  return steps.some(({ field, new: next }) => field === '*' && next === undefined);
}

/** A row that comes back without the identities that somebody else has and keeps. */
async function withFreeKeys(door: Door, row: Row, id: string): Promise<Row> {
  if (!Array.isArray(row['keys'])) return row;
  const owners = await Promise.all((row['keys'] as ProfileKey[]).map((key) => door.ownerOf(key)));
  return owners.every((owner) => owner === undefined || owner === id) ? row : { ...row, keys: row['keys'].filter((_key, at) => owners[at] === undefined || owners[at] === id) };
}

/** Does anything that stays point at this row? */
async function isNeeded(book: Book, door: Door, entity: EntityKind, id: string, gone: Set<string>): Promise<boolean> {
  if (entity === 'account') {
    // asked through the door: this undo may have pointed them elsewhere
    for (const one of await book.prospects.where('accountId').equals(id).primaryKeys()) if ((await door.get('prospect', one))?.accountId === id) return true;
    return false;
  }
  if (entity !== 'prospect') return false;
  for (const table of [book.notes, book.touches, book.followUps, book.enrolments]) {
    if ((await table.where('prospectId').equals(id).primaryKeys()).some((one) => !gone.has(one))) return true;
  }
  return false;
}

function back(row: Row | undefined, step: HistoryEntry, undone: Undone): Row | undefined {
  const keep = (): Row | undefined => {
    undone.kept.push({ entity: step.entity, id: step.id, field: step.field });
    return row;
  };
  if (step.field === '*') {
    if (step.old === undefined && row && !equal(lasting(row), lasting(step.new as Row))) return keep();
    // it came back already: by an undo that was stopped half-way, or by hand
    if (step.new === undefined && row) return row;
    undone.restored++;
    return step.old as Row | undefined;
  }
  const dot = step.field.indexOf('.');
  const group = dot < 0 ? undefined : step.field.slice(0, dot);
  const name = step.field.slice(dot + 1);
  const holder = group ? (row?.[group] ?? (ALWAYS.has(group) ? undefined : {})) as Row | undefined : row;
  if (row && holder && equal(holder[name], step.old)) return row;
  if (row && !group && SETS.has(name) && !equal(row[name], step.new)) {
    undone.restored++;
    return { ...row, [name]: withoutStep(row[name] as string[] | undefined ?? [], step) };
  }
  if (!row || !holder || !equal(holder[name], step.new)) return keep();
  const { [name]: _gone, ...rest } = holder;
  const restored = step.old === undefined ? rest : { ...holder, [name]: step.old };
  undone.restored++;
  if (!group) return restored;
  const { [group]: _before, ...others } = row;
  return ALWAYS.has(group) || Object.keys(restored).length > 0 ? { ...row, [group]: restored } : others;
}

/** Sets of texts: what an action put in or took out can be told from what came since. */
const SETS = new Set(['keys', 'tags', 'lists']);

function withoutStep(now: readonly string[], { old, new: next }: HistoryEntry): string[] {
  const [before, after] = [(old ?? []) as string[], (next ?? []) as string[]];
  const stays = now.filter((one) => before.includes(one) || !after.includes(one));
  return [...stays, ...before.filter((one) => !after.includes(one) && !stays.includes(one))];
}

/** Groups that every row has; others are there only with something in them. */
const ALWAYS = new Set(['fields', 'suggestions']);

/** A row without what changes by itself. */
function lasting({ updatedAt: _time, fit: _fit, ...row }: Row): Row {
  return row;
}
