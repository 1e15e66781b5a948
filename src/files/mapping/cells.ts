import { emailKey, type ProfileKey } from '../../domain/identity.ts';
import type { LostValue } from '../../domain/import-row.ts';
import { phonesOf } from '../value/contact.ts';
import type { DateOrder } from '../value/date.ts';
import { lineOf, truthOf } from '../value/text.ts';
import type { ImportMapping } from './mapping.ts';
import type { Target } from './target.ts';
import type { leadSourceOf, stageOf } from './word.ts';

/** What mapping needs from outside: how an address becomes an identity, what time it is (epoch ms), and the name of the file: there a consent is written. */
export interface MappingMeans {
  file: string;
  keyOf(address: string): ProfileKey | null;
  now: number;
}

/** The same with readers that remember: companies have many people, and what is said of one is read once. */
export interface Means extends MappingMeans {
  webOf(text: string): string | null;
  websOf(text: string): string[];
  domainOf(address: string): string | null;
  sourceOf: typeof leadSourceOf;
  stageOf: typeof stageOf;
  timesOf: Record<DateOrder, (text: string) => number | null>;
}

/** A cell with its column and the column's name. */
export interface Cell {
  text: string;
  name: string;
  column: number;
}

const NONE: readonly Cell[] = [];

/** The cells of one row by what they become. `lost` gathers what stands in them and cannot be read. */
export class Cells {
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<Target, readonly number[]>;
  readonly #mapping: ImportMapping;
  readonly #means: Means;
  readonly lost: LostValue[] = [];

  constructor(cells: readonly string[], columns: ReadonlyMap<Target, readonly number[]>, mapping: ImportMapping, means: Means) {
    this.#cells = cells;
    this.#columns = columns;
    this.#mapping = mapping;
    this.#means = means;
  }

  all(target: Target): readonly Cell[] {
    const columns = this.#columns.get(target);
    // most targets have no column
    if (columns === undefined) return NONE;
    return columns.flatMap((at) => (this.#cells[at]!.trim() === '' ? [] : [{ text: this.#cells[at]!, name: this.#mapping.names[at] ?? '', column: at }]));
  }

  raw(target: Target): string {
    return this.all(target)[0]?.text ?? '';
  }

  line(target: Target, longest?: number): string {
    for (const { text } of this.all(target)) {
      const line = lineOf(text, longest);
      if (line) return line;
    }
    return '';
  }

  /** undefined = nothing stands there; null = what stands there is no time. */
  time(target: Target): number | null | undefined {
    const at = this.#columns.get(target)?.find((one) => lineOf(this.#cells[one]!) !== '');
    if (at === undefined) return undefined;
    const time = this.#means.timesOf[this.#mapping.orders[at] ?? 'mdy'](this.#cells[at]!);
    if (time === null) this.lose(at, this.#cells[at]!);
    return time;
  }

  /** Yes or no, as the first cell says that says it; `readsElse` tells words that are meant to say something else there. */
  truth(target: Target, readsElse: (text: string) => boolean = () => false): boolean | null {
    let said: boolean | null = null;
    for (const { text, column } of this.all(target)) {
      const one = truthOf(text);
      if (one === null && !readsElse(text)) this.lose(column, text);
      said ??= one;
    }
    return said;
  }

  /** What is read of all cells; one of which nothing can be read is lost. */
  read<T>(target: Target, reader: (text: string) => readonly T[]): T[] {
    const cells = this.all(target);
    if (cells.length === 0) return [];
    return cells.flatMap(({ text, column }) => {
      const found = reader(text);
      if (found.length === 0) this.lose(column, text);
      return found;
    });
  }

  /** The telephone numbers of all cells. */
  phones(target: Target): string[] {
    return distinct(this.all(target).flatMap(({ text, column }) => {
      const { phones, lost } = phonesOf(text);
      for (const one of lost) this.lose(column, one);
      return phones;
    }));
  }

  /** Notes that something stands in a column that stays out. "N/A" and the like are nothing. */
  lose(column: number, text: string): void {
    const said = lineOf(text, 100);
    if (said) this.lost.push({ column, text: said });
  }
}

/** Sets a text that is not empty. */
export function put<T extends object>(row: T, name: keyof T, value: string): void {
  if (value) row[name] = value as T[keyof T];
}

/** Sets a list that is not empty. */
export function putList<T extends object>(row: T, name: keyof T, values: string[]): void {
  if (values.length > 0) row[name] = values as T[keyof T];
}

/** Each value once, whatever its case; a mail address however it is spelled. */
export function distinct(values: string[]): string[] {
  if (values.length < 2) return values;
  return [...new Map(values.map((value) => [emailKey(value) ?? value.toLowerCase(), value] as const)).values()];
}
