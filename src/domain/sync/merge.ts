import { ourField, type SyncKind, type SyncValue, type ValueKind, type Values } from './record.ts';
import { agrees, entryKey, isEmpty, isSame, mergeLists } from './value.ts';

/** What to do when both sides changed a field. `fill`: write only where the other side is empty, whoever changed. */
export const POLICIES = ['fill', 'ours', 'theirs', 'newest', 'ask'] as const;
export type Policy = (typeof POLICIES)[number];

/** What both sides held when they last agreed, each in its own spelling. */
export interface Base {
  ours: Values;
  theirs: Values;
}

/** Two values of one field that the rep has to choose between; times are epoch ms. */
export interface Conflict {
  ours: SyncValue;
  theirs: SyncValue;
  oursAt: number;
  theirsAt: number;
}

/** One side of a record: its values and when each (or the whole) was last changed, epoch ms. */
export interface Side {
  values: Values;
  at(field: string): number;
}

export interface Merged {
  /** Fields whose value here is to become this. */
  pull: Values;
  /** Fields whose value there is to become this. */
  push: Values;
  conflicts: { [field: string]: Conflict };
  /** Values that gave way, to be kept in history. */
  lost: { field: string; value: SyncValue; whose: 'ours' | 'theirs'; at: number }[];
  /** What both sides hold once pull and push are done; fields in `push` still carry their old base. */
  base: Base;
}

/**
 * Three-way merge of one record, field by field, against what both sides last agreed on (null = they never met). Only fields that
 * are in both `ours` and `theirs` are looked at: what one side cannot hold is nobody's change. Nothing is dropped silently:
 * a value that gives way is in `lost`, two that exclude each other are in `conflicts`.
 */
export function merge(kind: SyncKind, base: Base | null, ours: Side, theirs: Side, policyOf: (field: string) => Policy): Merged {
  const merged: Merged = { pull: {}, push: {}, conflicts: {}, lost: [], base: { ours: { ...base?.ours }, theirs: { ...base?.theirs } } };
  for (const field of Object.keys(ours.values)) {
    if (!(field in theirs.values)) continue;
    mergeField(kind, field, base, ours, theirs, policyOf(field), merged);
  }
  return merged;
}

function mergeField(kind: SyncKind, field: string, base: Base | null, ours: Side, theirs: Side, policy: Policy, merged: Merged): void {
  const { kind: valueKind, flow } = ourField(kind, field) ?? { kind: 'text' as const, flow: 'both' as const };
  const [mine, other] = [ours.values[field]!, theirs.values[field]!];
  const known = base !== null && field in base.ours && field in base.theirs;
  const mineChanged = known ? !isSame(mine, base.ours[field]) : !isEmpty(mine);
  const otherChanged = known ? !isSame(other, base.theirs[field]) : !isEmpty(other);
  const settle = (now: SyncValue = mine, there: SyncValue = other): void => {
    merged.base.ours[field] = now;
    merged.base.theirs[field] = there;
  };
  const lose = (whose: 'ours' | 'theirs'): void => {
    const [value, at] = whose === 'ours' ? [mine, ours.at(field)] : [other, theirs.at(field)];
    if (!isEmpty(value)) merged.lost.push({ field, value, whose, at });
  };
  const pull = (): void => { merged.pull[field] = other; settle(other, other); };
  const push = (): void => { merged.push[field] = mine; merged.base.theirs[field] = other; };

  if (agrees(valueKind, mine, other)) return settle();
  // yes on either side; that it is no any more is believed of us alone, who ask for a reason
  if (flow === 'guard') return mine === true || (known && base.ours[field] === true && base.theirs[field] === true) ? push() : other === true ? pull() : settle();
  if (!mineChanged && !otherChanged) return;
  if (flow === 'push') return mineChanged ? push() : void (merged.base.theirs[field] = other);
  if (policy === 'fill') return isEmpty(other) ? push() : isEmpty(mine) ? pull() : settle();
  if (Array.isArray(mine) || Array.isArray(other)) {
    const bases = known ? { ours: asList(base.ours[field]), theirs: asList(base.theirs[field]) } : null;
    const list = mergeLists(valueKind, bases, asList(mine), asList(other));
    if (!agrees(valueKind, list, mine)) merged.pull[field] = list;
    // what the CRM could not hold before it is not asked to hold again
    const asked = mineChanged || !bases ? list : list.filter((one) => !holds(valueKind, bases.ours, one) || holds(valueKind, bases.theirs, one));
    if (agrees(valueKind, asked, other)) return settle(list);
    merged.push[field] = list;
    merged.base.theirs[field] = other;
    return;
  }
  if (!otherChanged) return push();
  if (!mineChanged) {
    // what the CRM could not hold exists here alone
    if (known && !agrees(valueKind, base.ours[field], base.theirs[field])) lose('ours');
    return pull();
  }

  const wins = policy === 'newest' ? (ours.at(field) > theirs.at(field) ? 'ours' : 'theirs') : policy;
  if (wins === 'ours') { lose('theirs'); push(); }
  else if (wins === 'theirs') { lose('ours'); pull(); }
  else merged.conflicts[field] = { ours: mine, theirs: other, oursAt: ours.at(field), theirsAt: theirs.at(field) };
}

function holds(kind: ValueKind, list: string[], one: string): boolean {
  return list.some((entry) => entryKey(kind, entry) === entryKey(kind, one));
}

function asList(value: SyncValue | undefined): string[] {
  return Array.isArray(value) ? value : isEmpty(value) ? [] : [String(value)];
}
