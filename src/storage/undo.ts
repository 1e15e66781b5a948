import type { EntityKind, HistoryEntry } from '../domain/history.ts';
import type { ProfileKey } from '../domain/identity.ts';
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
 * do-not-contact is not taken back at all: that is lifted on purpose.
 * The undo is itself a change with history, so it can be undone too.
 */
export async function undo(book: Book, changeId: string, change: Change): Promise<Undone> {
  const entries = await book.history.where('changeId').equals(changeId).toArray();
  const barred = await barringOf(book, entries);
  if (barred.length > 0) return { restored: 0, kept: barred.map(({ entity, id, field }) => ({ entity, id, field })) };
  const steps = new Map<string, HistoryEntry[]>();
  for (const entry of entries.toReversed()) {
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
  }, { isUndo: true });
}

/** What set do-not-contact for somebody who still has it: such an action is not taken back, not even in part. */
async function barringOf(book: Book, entries: readonly HistoryEntry[]): Promise<HistoryEntry[]> {
  const set = entries.filter(({ entity, field, old, new: next }) => entity === 'prospect' && field === 'doNotContact' && old === undefined && next !== undefined);
  const people = await book.prospects.bulkGet(set.map(({ id }) => id));
  return set.filter((_entry, at) => people[at]?.doNotContact !== undefined);
}

type Row = Record<string, unknown>;

const WEIGHT: Record<EntityKind, number> = { note: 0, touch: 0, followUp: 0, enrolment: 0, prospect: 1, account: 2, list: 2, icp: 2, persona: 2, segment: 2, rule: 2, template: 2, cadence: 2, spend: 2 };

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
    undone.restored++;
    return step.old as Row | undefined;
  }
  const dot = step.field.indexOf('.');
  const group = dot < 0 ? undefined : step.field.slice(0, dot);
  const name = step.field.slice(dot + 1);
  const holder = group ? (row?.[group] ?? (ALWAYS.has(group) ? undefined : {})) as Row | undefined : row;
  if (!row || !holder || !equal(holder[name], step.new)) return keep();
  const { [name]: _gone, ...rest } = holder;
  const restored = step.old === undefined ? rest : { ...holder, [name]: step.old };
  undone.restored++;
  if (!group) return restored;
  const { [group]: _before, ...others } = row;
  return ALWAYS.has(group) || Object.keys(restored).length > 0 ? { ...row, [group]: restored } : others;
}

/** Groups that every row has; others are there only with something in them. */
const ALWAYS = new Set(['fields', 'suggestions']);

/** A row without what changes by itself. */
function lasting({ updatedAt: _time, fit: _fit, ...row }: Row): Row {
  return row;
}
