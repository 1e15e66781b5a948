import { LONGEST_NAME, type CustomFields } from './custom-field.ts';
import { outranks, sameValue, type Field, type FieldValue } from './provenance.ts';

type Fields = { [name: string]: Field | undefined };

/** A value that found no place in a merged row: its field has a value and a suggestion already, or was chosen otherwise. */
export interface Unplaced {
  field: string;
  value: unknown;
}

/** What two rows know of their fields. */
export interface FieldHolder {
  fields: object;
  suggestions: object;
}

/**
 * The fields of two rows as those of one. A field goes to the side that was chosen (0 = the first), else to the more trusted source, then to the newer value;
 * lists are joined; the best of what gave way becomes the suggestion, unless the rep has chosen. Nothing is dropped: what has no place is in `unplaced`.
 */
export function mergeFields(keep: FieldHolder, lose: FieldHolder, chosen: { readonly [name: string]: 0 | 1 } = {}): { fields: Fields; suggestions: Fields; unplaced: Unplaced[] } {
  const unplaced: Unplaced[] = [];
  const [fields, suggestions]: [Fields, Fields] = [{}, {}];
  for (const name of namesOf(keep.fields, lose.fields, keep.suggestions, lose.suggestions)) {
    const of = (holder: object): Field | undefined => (Object.hasOwn(holder, name) ? (holder as Fields)[name] : undefined);
    const choice = Object.hasOwn(chosen, name) ? of([keep, lose][chosen[name]!]!.fields) : undefined;
    const said = present([of(keep.fields), of(lose.fields)]);
    const offered = present([of(keep.suggestions), of(lose.suggestions)]);
    const winner = joined(said, choice) ?? choice ?? best(said);
    if (winner) fields[name] = winner;
    const left = [...said, ...offered].filter((one) => !winner || (!sameValue(one.value, winner.value) && !isWithin(one.value, winner.value)));
    // what the rep has turned down is not offered again
    const offer = choice ? undefined : best(left);
    if (offer) suggestions[name] = offer;
    for (const one of left) {
      if (!(offer && (sameValue(one.value, offer.value) || isWithin(one.value, offer.value))) && !unplaced.some(({ field, value }) => field === name && sameValue(value as FieldValue, one.value))) unplaced.push({ field: name, value: one.value });
    }
  }
  return { fields, suggestions, unplaced };
}

/** Two lists of texts as one, under the more trusted source; undefined when they are no such lists. */
function joined(said: readonly Field[], choice: Field | undefined): Field | undefined {
  const first = choice ?? best(said);
  if (!first || said.length < 2 || !said.every(({ value }) => isTexts(value))) return undefined;
  const all = [first, ...said.filter((one) => one !== first)].flatMap(({ value }) => value as string[]);
  const known = new Set<string>();
  const value = all.filter((one) => !known.has(plain(one)) && known.add(plain(one)));
  return { ...first, value };
}

/** Own fields of both; one that both have with two values stands twice, the second with a number behind its name. */
export function mergeCustom(keep: CustomFields | undefined, lose: CustomFields | undefined): CustomFields | undefined {
  if (!keep || !lose) return keep ?? lose;
  const merged: CustomFields = { ...keep };
  for (const [name, field] of Object.entries(lose)) {
    const own = Object.hasOwn(merged, name) ? merged[name] : undefined;
    if (!own) merged[name] = field;
    else if (!sameValue(own.value, field.value)) {
      const [first, second] = best([own, field]) === own ? [own, field] : [field, own];
      merged[name] = first;
      let at = 2;
      while (Object.hasOwn(merged, numbered(name, at)) || Object.hasOwn(lose, numbered(name, at))) at++;
      merged[numbered(name, at)] = second;
    }
  }
  return merged;
}

function numbered(name: string, at: number): string {
  return `${name.slice(0, LONGEST_NAME - 5)} (${at})`;
}

/** The most trusted, then the newer, then the first. */
function best<F extends Field>(fields: readonly F[]): F | undefined {
  return fields.reduce<F | undefined>((now, next) => (!now || (outranks(next.source, now.source) && (!outranks(now.source, next.source) || next.at > now.at)) ? next : now), undefined);
}

/** Is all of a list in another list? */
function isWithin(some: FieldValue, all: FieldValue): boolean {
  return isTexts(some) && isTexts(all) && some.every((one) => all.some((other) => plain(other) === plain(one)));
}

function isTexts(value: FieldValue): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function present(fields: readonly (Field | undefined)[]): Field[] {
  return fields.filter((one) => one !== undefined);
}

function namesOf(...rows: readonly object[]): Set<string> {
  return new Set(rows.flatMap((row) => Object.keys(row)));
}
