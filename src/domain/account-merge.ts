import type { Account, AccountFields } from './account.ts';
import { LONGEST_NAME, type CustomFields } from './custom-field.ts';
import { outranks, sameValue, type Field, type FieldValue } from './provenance.ts';

type Fields = { [name: string]: Field | undefined };

/** A value that found no place in the merged account, because its field has a value and a suggestion already. */
export interface Unplaced {
  field: string;
  value: FieldValue;
}

/**
 * One account of two that are the same company; `keep` lends its id. A field goes to the more trusted source, then to the newer value; lists are
 * joined; the best of what gave way becomes the suggestion. Keys, tags, "not the same" and own fields are joined, the higher tier stays. Nothing is
 * dropped: what has no place is in `unplaced`.
 */
export function mergeAccounts(keep: Account, lose: Account, at: number): { account: Account; unplaced: Unplaced[] } {
  const unplaced: Unplaced[] = [];
  const [fields, suggestions]: [Fields, Fields] = [{}, {}];
  for (const name of namesOf(keep.fields, lose.fields, keep.suggestions, lose.suggestions)) {
    const of = (holder: AccountFields): Field | undefined => (Object.hasOwn(holder, name) ? (holder as Fields)[name] : undefined);
    const said = present([of(keep.fields), of(lose.fields)]);
    const offered = present([of(keep.suggestions), of(lose.suggestions)]);
    const winner = joined(said) ?? best(said);
    if (winner) fields[name] = winner;
    const left = [...said, ...offered].filter((one) => !winner || (!sameValue(one.value, winner.value) && !isWithin(one.value, winner.value)));
    const offer = best(left);
    if (offer) suggestions[name] = offer;
    for (const one of left) {
      if (!sameValue(one.value, offer!.value) && !isWithin(one.value, offer!.value) && !unplaced.some(({ field, value }) => field === name && sameValue(value, one.value))) unplaced.push({ field: name, value: one.value });
    }
  }
  const tier = Math.min(keep.tier ?? Infinity, lose.tier ?? Infinity);
  const custom = mergeCustom(keep.custom, lose.custom);
  const notSame = [...new Set([...keep.notSame ?? [], ...lose.notSame ?? []])].filter((id) => id !== keep.id && id !== lose.id);
  const { tier: _tier, custom: _custom, notSame: _notSame, ...rest } = keep;
  return {
    account: {
      ...rest, fields: fields as AccountFields, suggestions: suggestions as AccountFields,
      keys: [...new Set([...keep.keys, ...lose.keys])], tags: [...new Set([...keep.tags, ...lose.tags])],
      ...(tier === Infinity ? {} : { tier: tier as 1 | 2 | 3 }), ...(custom ? { custom } : {}), ...(notSame.length ? { notSame } : {}),
      createdAt: Math.min(keep.createdAt, lose.createdAt), updatedAt: at,
    },
    unplaced,
  };
}

/** Two lists of texts as one, under the more trusted source; undefined when they are no such lists. */
function joined(said: readonly Field[]): Field | undefined {
  const first = best(said);
  if (!first || said.length < 2 || !said.every(({ value }) => isTexts(value))) return undefined;
  const all = [first, ...said.filter((one) => one !== first)].flatMap(({ value }) => value as string[]);
  const known = new Set<string>();
  const value = all.filter((one) => !known.has(plain(one)) && known.add(plain(one)));
  return { ...first, value };
}

/** Own fields of both; one that both have with two values stands twice, the second with a number behind its name. */
function mergeCustom(keep: CustomFields | undefined, lose: CustomFields | undefined): CustomFields | undefined {
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
