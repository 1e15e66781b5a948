import { clean, faults, type Sent } from './check.ts';
import { duplicates } from './duplicate.ts';
import { isEntity } from './entity.ts';
import type { EntityType } from './field.ts';
import { search } from './list.ts';
import type { Search } from './query.ts';
import { show, type Shown } from './show.ts';
import type { Import, State } from './state.ts';
import { fold, type Row } from './table.ts';
import { demand, type Who } from './who.ts';
import { insert, touch } from './write.ts';
import { Refusal } from './wire.ts';

/** Rows of a CSV text; quotes are doubled inside of quotes. */
function rowsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') { cell += '"'; i += 1; } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === delimiter) { row.push(cell); cell = ''; } else if (c === '\n') { rows.push([...row, cell.replace(/\r$/, '')]); row = []; cell = ''; } else cell += c;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** Keeps an uploaded file. */
export function upload(state: State, text: string): Shown {
  const attachmentId = state.newId();
  state.files.set(attachmentId, text);
  return { attachmentId };
}

function existing(state: State, type: EntityType, values: Sent, by: readonly string[]): Row | undefined {
  const [first] = by;
  if (first === undefined || by.some((attribute) => values[attribute] === null || values[attribute] === undefined)) return undefined;
  const same = (row: Row): boolean => by.every((attribute) => fold(String(show(state, row, attribute) ?? '')) === fold(String(values[attribute])));
  const table = state.tables[type];
  const rows = table.indexed(first) ? table.match(first, [String(values[first])]) : table.ordered('createdAt');
  return rows.find((row) => !row.deleted && same(row));
}

/** Runs an import at once. A bad row is noted and the others are written. */
export function runImport(state: State, asked: Record<string, unknown>, who: Who): Shown {
  if (!who.extra.has('Import')) throw new Refusal(403, '');
  const type = String(asked['entityType']);
  const fileId = String(asked['attachmentId']);
  const file = state.files.get(fileId);
  if (!isEntity(type) || file === undefined) throw new Refusal(404, 'File not found.');
  demand(who, type, 'create');
  demand(who, type, 'edit');
  const attributes = (asked['attributeList'] as (string | null)[]).map((name) => name ?? '');
  const by = ((asked['updateBy'] as number[] | undefined) ?? []).map((column) => attributes[column] as string);
  const action = String(asked['action'] ?? 'create');
  const { entityType: _, attributeList: __, attachmentId: ___, ...params } = asked;
  const run: Import = { id: state.newId(), fileId, createdAt: state.stamp(), by: who, params, entityType: type, attributes, created: [], updated: 0, lastIndex: 0, errors: [] };
  state.imports.set(run.id, run);
  const rows = rowsOf(file, String(asked['delimiter'] ?? ','));
  rows.forEach((row, index) => {
    run.lastIndex = index;
    if ((asked['headerRow'] === true && index === 0) || row.every((cell) => cell === '')) return;
    const values = clean(state, type, Object.fromEntries(attributes.flatMap((name, column) => (name === '' ? [] : [[name, row[column] ?? '']]))));
    const old = action === 'create' ? undefined : existing(state, type, values, by);
    if (action === 'update' && !old) return;
    const failures = faults(state, type, values, !old);
    if (failures.length > 0) run.errors.push({ id: state.newId(), rowIndex: index, failures, row });
    else if (old) { touch(state, old, values, who); run.updated += 1; } else {
      // a duplicate is written all the same; the import only counts it
      if (asked['skipDuplicateChecking'] !== true) duplicates(state, type, values);
      run.created.push(insert(state, type, values, who));
    }
  });
  return { id: run.id, countCreated: run.created.length, countUpdated: run.updated, manualMode: false };
}

const DEFAULTS = { defaultValues: {}, manualMode: false, startFromLastIndex: false, phoneNumberCountry: null, timezone: null };

/** What an import says of itself, of its bad rows, or of the records it made. */
export function showImport(state: State, id: string, link: string | undefined, asked: Search): Shown {
  const run = state.imports.get(id);
  if (!run) throw new Refusal(404, `Record ${id} does not exist.`);
  if (link === undefined) {
    return {
      id, deleted: false, entityType: run.entityType, status: 'Complete', importedCount: run.created.length, duplicateCount: 0, updatedCount: run.updated, lastIndex: run.lastIndex,
      params: { ...DEFAULTS, ...run.params }, attributeList: run.attributes, createdAt: run.createdAt, fileId: run.fileId, fileName: 'import-file.csv', createdById: run.by.id, createdByName: run.by.userName,
    };
  }
  if (link === 'errors') {
    const list = run.errors.map((error, i) => ({
      id: error.id, deleted: false, entityType: run.entityType, rowIndex: error.rowIndex, exportRowIndex: i + 1, type: 'Validation',
      validationFailures: error.failures.map((failure) => ({ entityType: run.entityType, ...failure })), row: error.row, importId: id, importName: id,
    }));
    return { total: list.length, list };
  }
  const { rows, total } = search(state, run.entityType, asked, { among: run.created.filter((row) => !row.deleted) });
  const attributes = ['id', ...(asked.select ?? ['name']).filter((attribute) => attribute !== 'id'), 'createdAt', 'createdById', 'assignedUserId'];
  return { total, list: rows.map((row) => Object.fromEntries(attributes.map((attribute) => [attribute, show(state, row, attribute)]))) };
}
