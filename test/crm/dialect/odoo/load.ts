import type { Database } from './database.ts';
import { entryOf, nameRecord, recordOf } from './external-id.ts';
import { Fault, forPeople, printed } from './fault.ts';
import type { Field, Model } from './model.ts';
import { create, write } from './record.ts';
import { search } from './search.ts';

type Message = Record<string, unknown>;

interface Waiting {
  row: number;
  xmlid: string;
  id: number | null;
  values: Record<string, unknown>;
}

/** What load() answers: the ids in the order of the rows, or false and what is wrong; nothing is written unless all is. */
export interface Loaded {
  ids: number[] | false;
  messages: Message[];
  nextrow: number;
}

/** Creates or updates records by their external ids, all or nothing. `lost` = somebody else wrote the same at the same time and won. */
export function load(database: Database, name: string, columns: readonly string[], rows: readonly (readonly unknown[])[], lost: boolean): Loaded {
  const { model } = database.table(name);
  for (const column of columns) {
    const [field = ''] = column.split('/');
    if (column !== 'id' && column !== '.id' && !model.fields[field]) throw new Fault('builtins.KeyError', field);
  }
  const start = database.mark();
  const messages: Message[] = [];
  const ids: number[] = [];
  let waiting: Waiting[] = [];
  let errors = 0;
  const flush = (): void => {
    for (const one of waiting) {
      const before = database.mark();
      try {
        if (lost && one.row === 0) throw new Fault('psycopg2.errors.SerializationFailure', 'could not serialize access due to concurrent update\n');
        ids.push(put(database, name, one));
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        database.rollback(before);
        messages.push(about(one.row, error));
        if (++errors >= 10 && errors >= (one.row + 1) / 10) {
          messages.push({ type: 'warning', message: 'Found more than 10 errors and more than one error per 10 records, interrupted to avoid showing too many errors.' });
          break;
        }
      }
    }
    waiting = [];
  };
  for (const [at, cells] of rows.entries()) {
    const one: Waiting = { row: at, xmlid: '', id: null, values: {} };
    for (const [column, cell] of columns.map((column, index) => [column, cells[index]] as const)) {
      if (column === 'id') one.xmlid = cell ? String(cell) : '';
      else if (column === '.id') {
        one.id = cell ? Number(cell) : null;
        if (one.id !== null && !database.find(name, one.id)) messages.push({ rows: { from: at, to: at }, type: 'error', record: at, field: '.id', message: `Unknown database identifier '${String(cell)}'` });
      }
      else {
        const [field = '', by = ''] = column.split('/');
        // a link may name a record of an earlier row
        if (by === 'id' && cell && waiting.some((earlier) => earlier.xmlid === cell)) flush();
        const value = cellValue(database, model, field, by, cell, at, messages);
        if (value !== undefined) one.values[field] = value;
      }
    }
    if (waiting.some((earlier) => earlier.xmlid !== '' && earlier.xmlid === one.xmlid)) flush();
    waiting.push(one);
  }
  flush();
  const failed = messages.some((message) => message.type === 'error');
  if (failed) database.rollback(start);
  return { ids: failed ? false : ids, messages, nextrow: 0 };
}

function put(database: Database, name: string, { xmlid, id, values }: Waiting): number {
  const known = xmlid === '' ? database.find(name, id) : recordOf(database, name, xmlid);
  if (known) {
    write(database, name, [known.id], values);
    const entry = xmlid === '' ? undefined : entryOf(database, xmlid);
    if (entry) database.update('ir.model.data', entry, {});
    return known.id;
  }
  const row = create(database, name, values);
  const stale = xmlid === '' ? undefined : entryOf(database, xmlid);
  if (stale) database.remove('ir.model.data', stale);
  if (xmlid !== '') nameRecord(database, name, row.id, xmlid);
  return row.id;
}

function about(row: number, fault: Fault): Message {
  const constraint = /^The operation cannot be completed: (Contacts require a name)$/.exec(fault.message);
  const message = constraint ? `'${constraint[1]}'` : fault.message;
  const info = { rows: { from: row, to: row }, record: row, type: 'error' };
  if (forPeople(fault) || fault.exception.startsWith('psycopg2.')) return { ...info, message };
  return { ...info, message: `Unknown error during import: <class '${fault.exception.replace('builtins.', '')}'>: ${message}`, moreinfo: 'Resolve other errors first' };
}

/** A cell as its field wants it; undefined for what cannot be understood and went to the messages. */
function cellValue(database: Database, model: Model, name: string, by: string, cell: unknown, row: number, messages: Message[]): unknown {
  const field = model.fields[name]!;
  if (!cell) return false;
  const wrong = (type: 'error' | 'warning', message: string, moreinfo?: unknown): undefined => {
    messages.push({ rows: { from: row, to: row }, type, record: row, field: name, message, ...(moreinfo === undefined ? {} : { moreinfo }), field_name: field.string });
    return undefined;
  };
  const text = String(cell);
  switch (field.type) {
    case 'boolean': {
      if (/^(1|true|yes)$/i.test(text)) return true;
      if (!/^(0|false|no)$/i.test(text)) wrong('warning', `Unknown value '${text}' for boolean field '${field.string}'`, "Use '1' for yes and '0' for no");
      return !/^(0|false|no)$/i.test(text);
    }
    case 'integer': return Number.isFinite(Number(text)) ? Number(text) : wrong('error', `'${text}' does not seem to be an integer for field '${field.string}'`);
    case 'date': return /^\d{4}-\d\d-\d\d/.test(text) ? text : wrong('error', `'${text}' does not seem to be a valid date for field '${field.string}'`, "Use the format '2012-12-31'");
    case 'selection': {
      const found = field.selection?.find(([key, label]) => key === text || label.toLowerCase() === text.toLowerCase());
      return found ? found[0] : wrong('error', `Value '${text}' not found in selection field '${field.string}'`, field.selection?.map(([, label]) => label));
    }
    case 'many2one': return target(database, field, by, text, wrong);
    case 'many2many': {
      const ids = text.split(',').map((one) => target(database, field, by, one.trim(), wrong));
      return ids.includes(undefined) ? undefined : [[6, 0, ids]];
    }
    case 'char':
    case 'text':
    case 'html':
    case 'datetime':
    case 'one2many':
    case 'many2one_reference': return cell;
  }
}

function target(database: Database, field: Field, by: string, text: string, wrong: (type: 'error', message: string, moreinfo: unknown) => undefined): number | undefined {
  const relation = field.relation!;
  const found = by === 'id' ? recordOf(database, relation, text)
    : by === '.id' ? database.find(relation, Number(text))
      : search(database, database.table(relation).model, [['display_name', '=', text]], { limit: 1 })[0];
  if (found) return found.id;
  const kind = by === 'id' ? 'external id' : by === '.id' ? 'database id' : 'name';
  return wrong('error', `No matching record found for ${kind} ${printed(text)} in field '${field.string}'`, {
    name: 'Possible Values', type: 'ir.actions.act_window', target: 'new', view_mode: 'tree,form', views: [[false, 'list'], [false, 'form']],
    context: { create: false }, help: 'See all possible values', res_model: by === 'id' ? 'ir.model.data' : relation, ...(by === 'id' ? { domain: [['model', '=', relation]] } : {}),
  });
}
