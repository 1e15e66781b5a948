import type { SyncValue, ValueKind } from './record.ts';

/** Nothing said: no text, no entry. False and 0 are values. */
export function isEmpty(value: SyncValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The same value written the same way; what is empty is all one. For "did this side change since?". */
export function isSame(a: SyncValue | undefined, b: SyncValue | undefined): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The same thing to a person, whatever the spelling: for "do both sides agree?". A list's order counts only by its first entry. */
export function agrees(kind: ValueKind, a: SyncValue | undefined, b: SyncValue | undefined): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    const [mine, other] = [a.map((one) => entryKey(kind, one)), b.map((one) => entryKey(kind, one))];
    return (kind === 'tags' || mine[0] === other[0]) && mine.length === other.length && mine.toSorted().join('\n') === other.toSorted().join('\n');
  }
  return entryKey(kind, plain(a)) === entryKey(kind, plain(b));
}

/** What makes two entries of a list the same: digits of a telephone number, lower case of an e-mail, host and path of a link. */
export function entryKey(kind: ValueKind, text: string): string {
  const folded = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (kind === 'emails' || kind === 'tags') return folded.toLowerCase();
  if (kind === 'link') return folded.toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/+$/, '');
  if (kind === 'phones') {
    // the last nine digits tell numbers apart whether the country is written or not
    const digits = folded.replace(/\D/g, '');
    return digits.length > 9 ? digits.slice(-9) : digits;
  }
  if (kind !== 'time') return folded;
  const at = Date.parse(folded);
  return Number.isNaN(at) ? folded : String(Math.floor(at / 60_000));
}

function plain(value: SyncValue | undefined): string {
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/**
 * Both sides' additions and removals of a list, taken together: nobody's entry is lost, nobody's removal undone, and what one side
 * cannot hold is no removal. Without bases everything stays. The first entry (the primary one) is that of the side that changed it;
 * ours when both did.
 */
export function mergeLists(kind: ValueKind, base: { ours: string[]; theirs: string[] } | null, ours: string[], theirs: string[]): string[] {
  const keys = (list: readonly string[]): Set<string> => new Set(list.map((one) => entryKey(kind, one)));
  const [mine, other] = [keys(ours), keys(theirs)];
  const removed = new Set([...keys(base?.ours ?? [])].filter((key) => !mine.has(key)).concat([...keys(base?.theirs ?? [])].filter((key) => !other.has(key))));
  const oursLeads = base === null || first(kind, ours) !== first(kind, base.ours) || first(kind, theirs) === first(kind, base.theirs);
  const merged = new Map<string, string>();
  for (const one of oursLeads ? [...ours, ...theirs] : [...theirs, ...ours]) {
    const key = entryKey(kind, one);
    if (key && !removed.has(key) && !merged.has(key)) merged.set(key, one);
  }
  return [...merged.values()];
}

function first(kind: ValueKind, list: string[]): string {
  return list[0] === undefined ? '' : entryKey(kind, list[0]);
}
