import type { Database } from './database.ts';
import { Fault } from './fault.ts';
import { attached } from './record.ts';
import type { Row } from './model.ts';

/** Module and name of an external id; without a module it belongs to the imports. */
export function parted(xmlid: string): { module: string; name: string } {
  const dot = xmlid.indexOf('.');
  return dot < 0 ? { module: '__import__', name: xmlid } : { module: xmlid.slice(0, dot), name: xmlid.slice(dot + 1) };
}

/** The entry of an external id; it may point at a record that is gone. */
export function entryOf(database: Database, xmlid: string): Row | undefined {
  const { module, name } = parted(xmlid);
  const table = database.table('ir.model.data');
  return (table.having('name', [name]) ?? []).map((id) => table.rows.get(id)!).find((row) => row.module === module);
}

/** The record that an external id names. */
export function recordOf(database: Database, model: string, xmlid: string): Row | undefined {
  const entry = entryOf(database, xmlid);
  return entry?.model === model ? database.find(model, entry.res_id) : undefined;
}

/** Gives a record an external id, as an import does; nobody needs a right for it. */
export function nameRecord(database: Database, model: string, id: number, xmlid: string): void {
  const { module, name } = parted(xmlid);
  const row = database.insert('ir.model.data', { module, name, model, res_id: id, noupdate: false });
  if (!/\s/.test(name)) return;
  const moment = `${new Date(database.stamp / 1000).toISOString().slice(0, 19).replace('T', ' ')}.${String(database.stamp % 1_000_000).padStart(6, '0')}`;
  throw new Fault('psycopg2.errors.CheckViolation', `new row for relation "ir_model_data" violates check constraint "ir_model_data_name_nospaces"\nDETAIL:  Failing row contains (${row.id}, null, ${moment}, ${moment}, null, ${id}, f, ${name}, ${module}, ${model}).\n`);
}

/** The first external id of a record, or ''. */
export function externalIdOf(database: Database, model: string, id: number): string {
  const [entry] = attached(database, 'ir.model.data', model, id).sort((a, b) => a.id - b.id);
  return entry ? `${String(entry.module)}.${String(entry.name)}` : '';
}

/** An external id for whoever has none, as an export makes it. */
export function exportedId(database: Database, model: string, id: number): string {
  const known = externalIdOf(database, model, id);
  if (known !== '') return known;
  const chance = Math.floor(database.means.random() * 0x1_0000_0000).toString(16).padStart(8, '0');
  nameRecord(database, model, id, `__export__.${model.replaceAll('.', '_')}_${id}_${chance}`);
  return externalIdOf(database, model, id);
}
