import type { ProfileKey } from '../domain/identity.ts';
import type { ReadRow } from '../domain/import-row.ts';
import type { RowReader } from '../domain/import-talk.ts';
import type { ImportMapping } from './mapping/mapping.ts';
import { rowMapper } from './mapping/row.ts';
import { TIME_TARGETS, type Target } from './mapping/target.ts';
import { presetOf, recognised, targetsOf } from './preset/catalog.ts';
import { openTable, readRows, type TableChoice, type TableFormat, type TableOpening } from './table/read.ts';
import { orderOf, type DateOrder } from './value/date.ts';

/** What the rep says of a file instead of what was recognised. */
export interface TableWish extends TableChoice {
  preset?: string;
}

/** A column: its name ('' = none), a few values as they stand, and what it becomes. `order`: how its dates are read; `unclear` = only the rep can tell; null = it makes no difference. */
export interface OpenedColumn {
  name: string;
  samples: string[];
  target: Target;
  order: DateOrder | 'unclear' | null;
}

/** What was recognised of a file. `bytes`: all of it; `looked`: of its rows of data as far as was looked. */
export interface OpenedTable {
  format: TableFormat;
  sure: TableOpening['sure'];
  preset: string;
  columns: OpenedColumn[];
  /** Lines above the header. */
  preamble: number;
  bytes: number;
  looked: number;
}

/** Why a file is not read as a table: the message of the error that is thrown then. */
export const NO_TABLE = ['workbook', 'document', 'other', 'empty', 'changed'] as const;

const SAMPLES = 3;

/** Reads files of rows: what they look like, and each row mapped. `keyOf` is how an address becomes an identity, `clock` says the time (epoch ms). */
export function tableReader(keyOf: (address: string) => ProfileKey | null, clock: () => number): RowReader<TableWish, OpenedTable, ImportMapping> {
  return {
    open: async (file, wish) => {
      const opening = await openTable(file, wish, (cells) => recognised(cells).length > 0);
      if ('no' in opening) throw new Error(opening.no);
      return opened(file, opening, wish?.preset);
    },
    rows: (file, mapping, onBytes) => mappedRows(file, mapping, onBytes, rowMapper(mapping, { keyOf, now: clock(), file: file.name })),
  };
}

async function* mappedRows(file: File, { format }: ImportMapping, onBytes: (bytes: number) => void, map: ReturnType<typeof rowMapper>): AsyncGenerator<readonly ReadRow[]> {
  for await (const { rows, bytes } of readRows(file, format)) {
    onBytes(bytes);
    yield rows.map(map);
  }
}

async function opened(file: File, opening: TableOpening, wanted?: string): Promise<OpenedTable> {
  const { format, names, sample, sure, preamble, bytes } = opening;
  const whole = sample.filter(({ broken }) => !broken);
  const values = (at: number): string[] => whole.map(({ cells }) => cells[at] ?? '');
  const preset = wanted === undefined ? recognised(names)[0] ?? presetOf('') : presetOf(wanted);
  const targets = targetsOf(preset, names, values);
  const orders = names.map((_, at) => orderOf(values(at)));
  // what the first rows leave open is looked for in all of them
  const open = orders.flatMap((order, at) => (order === 'unclear' && TIME_TARGETS.has(targets[at]!) ? [at] : []));
  if (open.length > 0) for (const [at, order] of await ordersIn(file, format, open)) orders[at] = order;
  const columns = names.map((name, at): OpenedColumn => ({ name, samples: [...new Set(values(at).map((value) => value.trim()).filter(Boolean))].slice(0, SAMPLES).map((value) => value.slice(0, 200)), target: targets[at]!, order: orders[at]! }));
  return { format, sure, preset: preset.name, columns, preamble: preamble.length, bytes, looked: sample.length };
}

async function ordersIn(file: Blob, format: TableFormat, columns: readonly number[]): Promise<Map<number, DateOrder | 'unclear' | null>> {
  const seen = new Map(columns.map((at) => [at, new Set<string>()]));
  for await (const { rows } of readRows(file, format)) {
    // a thousand different days are enough to see one beyond the twelfth
    for (const { cells, broken } of rows) if (!broken) for (const [at, dates] of seen) if (dates.size < 1_000) dates.add(cells[at] ?? '');
  }
  return new Map([...seen].map(([at, dates]) => [at, orderOf(dates)]));
}
