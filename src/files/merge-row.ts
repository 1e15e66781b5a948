import type { Account } from '../domain/account.ts';
import { joinDoNotContact } from '../domain/do-not-contact.ts';
import { outranks, sameValue, type Field, type FieldValue } from '../domain/provenance.ts';
import type { Prospect } from '../domain/prospect.ts';
import { isEqual } from './same-row.ts';

type Fields = Record<string, Field | undefined>;
type Loose = Record<string, unknown>;

/** Where two rows said different things: what stays, what does not, and what became of it. */
export interface Difference {
  field: string;
  kept: unknown;
  other: unknown;
  /** `suggested`: shown beside the field. `older`: a newer value replaced it. */
  why: 'suggested' | 'older';
}

export interface Merged<R> {
  row: R;
  differences: Difference[];
}

/** When this field of the row at this place was last changed by somebody; undefined = not known. Epoch ms. */
type ChangedAt = (at: number, field: string) => number | undefined;

/** Made of all rows together, not decided between them. */
const UNITED = new Set(['id', 'keys', 'fields', 'suggestions', 'tags', 'lists', 'doNotContact', 'createdAt', 'updatedAt']);

/**
 * Makes one row of several that are the same person or company; `rows[0]` lends its id and wins ties. A field goes to the
 * more trusted source, then the newer value, and the best of the others becomes the suggestion; any other property goes to
 * whoever changed it last, by history where history knows, else by `updatedAt`; tags and lists are united. Merging the
 * result with the same rows again gives the same result.
 */
export function mergeRows<R extends Prospect | Account>(rows: readonly [R, ...R[]], changedAt: ChangedAt): Merged<R> {
  const [first, ...others] = rows;
  if (others.every((row) => isEqual({ ...row, id: first.id, keys: first.keys }, first))) return { row: first, differences: [] };
  const differences: Difference[] = [];
  const merged: Loose = { ...first, ...mergeFields(rows, changedAt, differences) };
  barContact(rows as readonly Prospect[], merged, changedAt);
  for (const name of namesOf(rows)) {
    if (!UNITED.has(name)) settle(name, rows, merged, changedAt, differences);
  }
  for (const name of ['tags', 'lists']) {
    if (name in first) merged[name] = [...new Set(rows.flatMap((row) => (row as unknown as Record<string, string[]>)[name] ?? []))];
  }
  merged['createdAt'] = Math.min(...rows.map((row) => row.createdAt));
  merged['updatedAt'] = Math.max(...rows.map((row) => row.updatedAt));
  return { row: isEqual(merged, first) ? first : merged as unknown as R, differences };
}

/** Who is not to be contacted in one row is not in the merged one, unless that was lifted here since. */
function barContact(rows: readonly Prospect[], merged: Loose, changedAt: ChangedAt): void {
  const liftedAt = rows[0]!.doNotContact ? undefined : changedAt(0, 'doNotContact');
  put(merged, 'doNotContact', joinDoNotContact(rows.map(({ doNotContact: flag }) => (flag && liftedAt !== undefined && flag.at <= liftedAt ? undefined : flag))));
}

function mergeFields(rows: readonly (Prospect | Account)[], changedAt: ChangedAt, differences: Difference[]): { fields: Fields; suggestions: Fields } {
  const fields: Fields = { ...rows[0]!.fields };
  const suggestions: Fields = { ...rows[0]!.suggestions };
  for (const name of namesOf([...rows.map((row) => row.fields), ...rows.map((row) => row.suggestions)])) {
    const said = rows.map((row) => own<Field>(row.fields, name)).filter((one) => one !== undefined);
    const offered = rows.map((row) => own<Field>(row.suggestions, name)).filter((one) => one !== undefined);
    let winner = best(said);
    // emptied on purpose since this was learned: it may be offered, not put back
    if (winner && !own(rows[0]!.fields, name) && winner.at < (changedAt(0, `fields.${name}`) ?? -Infinity)) winner = undefined;
    const mine = [own<Field>(rows[0]!.suggestions, name), own<Field>(rows[0]!.fields, name)];
    // what the others say was settled here already when the suggestion last changed after they learned it
    const settledAt = changedAt(0, `suggestions.${name}`) ?? -Infinity;
    const offer = best([...offered, ...said].filter((one) => (mine.includes(one) || one.at >= settledAt) && (!winner || (!isSame(one, winner) && !isSuperseded(one, winner)))));
    put(fields, name, winner);
    put(suggestions, name, offer);
    for (const one of said) {
      if (winner && isSame(one, winner)) continue;
      differences.push({ field: `fields.${name}`, kept: winner?.value, other: one.value, why: offer && isSame(one, offer) ? 'suggested' : 'older' });
    }
  }
  return { fields, suggestions };
}

/** Gives a property to the row that changed it last; being absent wins only when somebody is known to have removed it. */
function settle(name: string, rows: readonly (Prospect | Account)[], merged: Loose, changedAt: ChangedAt, differences: Difference[]): void {
  const values = rows.map((row) => own(row, name));
  if (values.every((value) => isEqual(value, values[0]))) return;
  const times = rows.map((_, at) => changedAt(at, name));
  const isTold = times.some((time) => time !== undefined);
  let winner = -1;
  let latest = -Infinity;
  values.forEach((value, at) => {
    const time = isTold ? times[at] ?? -Infinity : rows[at]!.updatedAt;
    if ((value === undefined && times[at] === undefined) || (winner >= 0 && time <= latest)) return;
    winner = at;
    latest = time;
  });
  const kept = values[winner];
  put(merged, name, kept);
  for (const value of values) {
    if (value !== undefined && !isEqual(value, kept)) differences.push({ field: name, kept, other: value, why: 'older' });
  }
}

/** The most trusted, then the newest, then the first. */
function best(fields: readonly Field[]): Field | undefined {
  return fields.reduce<Field | undefined>((now, next) => (now && !beats(next, now) ? now : next), undefined);
}

function beats(next: Field, now: Field): boolean {
  return outranks(next.source, now.source) && (!outranks(now.source, next.source) || next.at > now.at);
}

/** The same page, connection or file has said something newer since: that is news, not a second opinion. */
function isSuperseded(old: Field, now: Field): boolean {
  return now.source.kind !== 'hand' && old.source.kind === now.source.kind && old.source.name === now.source.name && old.at <= now.at;
}

function isSame(a: Field, b: Field): boolean {
  return isEqual(a.value, b.value) || (isShown(a.value) && isShown(b.value) && sameValue(a.value, b.value));
}

/** Of a kind that `sameValue` knows; a later version may have others. */
function isShown(value: unknown): value is FieldValue {
  return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

/** A property of the row itself: a file may name one `toString`. */
function own<T>(row: object, name: string): T | undefined {
  return Object.hasOwn(row, name) ? (row as Record<string, T>)[name] : undefined;
}

function put(holder: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) delete holder[name];
  else holder[name] = value;
}

function namesOf(rows: readonly object[]): Set<string> {
  return new Set(rows.flatMap((row) => Object.keys(row)));
}
