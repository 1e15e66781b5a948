import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadRow } from '../../../src/domain/import-row.ts';
import { LEAD_SOURCES } from '../../../src/domain/qualification.ts';
import { headerKey } from '../../../src/files/mapping/guess.ts';
import { noOptions, type ImportMapping } from '../../../src/files/mapping/mapping.ts';
import { rowMapper } from '../../../src/files/mapping/row.ts';
import { isTarget } from '../../../src/files/mapping/target.ts';
import { presets, recognised, targetsOf } from '../../../src/files/preset/catalog.ts';
import type { Preset } from '../../../src/files/preset/preset.ts';
import { openTable, readRows, type TableOpening } from '../../../src/files/table/read.ts';
import { orderOf } from '../../../src/files/value/date.ts';
import { keyOf } from '../../../src/sites/addresses.ts';

const FOLDER = join(process.cwd(), 'test/fixtures/presets');
const NOW = Date.UTC(2026, 0, 1);

const WRITE = process.env['WRITE_EXPECTED']?.split(',') ?? [];

/** The sample of a preset: `test/fixtures/presets/NAME.csv`, a small made-up file as the tool writes it. */
function sampleOf({ name }: Preset): Blob {
  const csv = join(FOLDER, `${name}.csv`);
  if (!existsSync(csv)) throw new Error(`${csv} is missing: a made-up file of two rows as the tool writes it, with every column that the preset names first.`);
  return new Blob([readFileSync(csv)]);
}

/** What has to be read of it. Written on demand only: what is read by mistake must not become what is expected. */
function expectedOf({ name }: Preset, rows: readonly ReadRow[]): unknown {
  const json = join(FOLDER, `${name}.json`);
  if (WRITE.includes(name)) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
  if (!existsSync(json)) throw new Error(`${json} is missing: run WRITE_EXPECTED=${name} npx vitest run test/files/preset, then read it against the sample, cell by cell.`);
  return JSON.parse(readFileSync(json, 'utf8'));
}

async function opened(file: Blob): Promise<TableOpening> {
  const opening = await openTable(file, {}, (cells) => recognised(cells).length > 0);
  if ('no' in opening) throw new Error(opening.no);
  return opening;
}

async function mappedRows(preset: Preset, file: Blob, opening: TableOpening): Promise<ReadRow[]> {
  const { names, format, sample } = opening;
  const column = (at: number): string[] => sample.map(({ cells }) => cells[at] ?? '');
  const orders = names.map((_, at) => { const order = orderOf(column(at)); return order === 'dmy' ? 'dmy' as const : 'mdy' as const; });
  const mapping: ImportMapping = { format, preset: preset.name, holds: preset.holds ?? 'people', names, targets: targetsOf(preset, names, column), orders, options: { ...noOptions(), kind: preset.kind ?? '', leadSource: preset.leadSource ?? '' } };
  const read = rowMapper(mapping, { keyOf, now: NOW, file: 'sample.csv' });
  const rows: ReadRow[] = [];
  for await (const some of readRows(file, format)) rows.push(...some.rows.map(read));
  return rows;
}

describe.each(presets.map((preset) => [preset.name, preset] as const))('%s', (name, preset) => {
  test('recognises its own sample, and nobody else does', async () => {
    const { names } = await opened(sampleOf(preset));
    expect(recognised(names).map((one) => one.name)).toEqual(name === 'generic' ? [] : [name]);
  });

  test('reads every field of its sample', async () => {
    const file = sampleOf(preset);
    const rows = await mappedRows(preset, file, await opened(file));
    expect(JSON.parse(JSON.stringify(rows))).toEqual(expectedOf(preset, rows));
  });

  test('names targets that there are, in headers as they are looked up, and never an own field', () => {
    for (const [_headers, target] of Object.entries(preset.columns)) expect([target, isTarget(target) && !target.startsWith('own:')]).toEqual([target, true]);
    const spellings = Object.keys(preset.columns).flatMap((one) => one.split('|'));
    expect(spellings.filter((one, at) => headerKey(one) !== one || spellings.indexOf(one) !== at)).toEqual([]);
    expect([...preset.marks, ...preset.without ?? []].flatMap((one) => one.split('|')).filter((one) => headerKey(one) !== one)).toEqual([]);
    if (preset.leadSource) expect(LEAD_SOURCES).toContain(preset.leadSource);
  });
});

test('every sample belongs to a preset', () => {
  const names = new Set(presets.map(({ name }) => name));
  expect(readdirSync(FOLDER).filter((file) => !names.has(file.replace(/\.(csv|json)$/, '')))).toEqual([]);
});

test('a column that no preset knows becomes nothing by itself', async () => {
  const hubspot = presets.find(({ name }) => name === 'hubspot')!;
  const opening = await opened(sampleOf(hubspot));
  expect(targetsOf(hubspot, opening.names, () => ['red', 'blue'])[opening.names.indexOf('Favourite colour')]).toBe('');
});
