import { demand, may, type Right } from './access.ts';
import type { Database } from './database.ts';
import { namedEmail, normalizedEmail } from './email.ts';
import { entryOf, exportedId, externalIdOf } from './external-id.ts';
import { Fault, printed, unknownField } from './fault.ts';
import { load } from './load.ts';
import { merge } from './merge.ts';
import { complete, post, schedule } from './message.ts';
import type { Field, Model } from './model.ts';
import { create, unlink, write } from './record.ts';
import { count, search } from './search.ts';
import { answered, shown, valueOf } from './value.ts';

/** The arguments of a call, by place or by name. */
type Take = (place: number, name: string) => unknown;

interface Call {
  database: Database;
  model: Model;
  /** The records it is about; empty for calls on a model. */
  ids: readonly unknown[];
  take: Take;
  kwargs: Record<string, unknown>;
  lost(): boolean;
}

type Method = (call: Call) => unknown;

const object = (value: unknown): Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Record<string, unknown> : {};
const list = (value: unknown): unknown[] => Array.isArray(value) ? value : [];
const number = (value: unknown): number | undefined => typeof value === 'number' ? value : undefined;
const text = (value: unknown): string | undefined => typeof value === 'string' ? value : undefined;

const onModels: Record<string, Method> = {
  search({ database, model, take }) {
    demand(database, model.name, 'read');
    if (take(4, 'count')) return count(database, model, take(0, 'args') ?? take(-1, 'domain'));
    return search(database, model, take(0, 'args') ?? take(-1, 'domain'), { offset: number(take(1, 'offset')), limit: number(take(2, 'limit')), order: text(take(3, 'order')) }).map((row) => row.id);
  },
  search_read({ database, model, take }) {
    demand(database, model.name, 'read');
    const found = search(database, model, take(0, 'domain') ?? [], { offset: number(take(2, 'offset')), limit: number(take(3, 'limit')), order: text(take(4, 'order')) });
    const names = fieldNames(model, take(1, 'fields'));
    return found.map((row) => answered(database, model, row, names));
  },
  search_count({ database, model, take }) {
    demand(database, model.name, 'read');
    return count(database, model, take(0, 'args') ?? take(-1, 'domain'));
  },
  create({ database, model, take }) {
    const given = take(0, 'vals_list');
    return Array.isArray(given) ? given.map((one) => create(database, model.name, object(one)).id) : create(database, model.name, object(given)).id;
  },
  load({ database, model, take, lost }) {
    return load(database, model.name, list(take(0, 'fields')).map(String), list(take(1, 'data')).map(list), lost());
  },
  fields_get({ model, take }) {
    const names = list(take(0, 'allfields')).map(String);
    const attributes = list(take(1, 'attributes')).map(String);
    return Object.fromEntries(Object.entries(model.fields).filter(([name]) => names.length === 0 || names.includes(name)).map(([name, field]) => [name, described(field, attributes)]));
  },
  check_access_rights({ database, model, take }) {
    const right = String(take(0, 'operation')) as Right;
    if (take(1, 'raise_exception') !== false) demand(database, model.name, right);
    return may(database.user, model.name, right);
  },
  name_search({ database, model, take }) {
    demand(database, model.name, 'read');
    const domain = [...list(take(1, 'args')), ['display_name', text(take(2, 'operator')) ?? 'ilike', take(0, 'name') ?? '']];
    return search(database, model, domain, { limit: number(take(3, 'limit')) ?? 100 }).map((row) => [row.id, database.title(model.name, row)]);
  },
};

const onRecords: Record<string, Method> = {
  read({ database, model, ids, take }) {
    demand(database, model.name, 'read');
    const strange = ids.find((id) => typeof id !== 'number');
    if (strange !== undefined) throw notANumber(model, strange);
    const names = fieldNames(model, take(0, 'fields'));
    for (const name of names) if (!model.fields[name]) throw unknownField(model.name, name);
    return ids.flatMap((id) => {
      const row = database.find(model.name, id as number);
      return row ? [answered(database, model, row, names)] : [];
    });
  },
  write({ database, model, ids, take }) {
    write(database, model.name, ids, object(take(0, 'vals')));
    return true;
  },
  unlink({ database, model, ids }) {
    unlink(database, model.name, ids);
    return true;
  },
  exists: ({ database, model, ids }) => ids.filter((id) => database.find(model.name, id as number)),
  name_get: ({ database, model, ids }) => ids.map((id) => [id, database.title(model.name, database.get(model.name, id))]),
  get_external_id: ({ database, model, ids }) => Object.fromEntries(ids.map((id) => [String(id), externalIdOf(database, model.name, Number(id))])),
  export_data({ database, model, ids, take }) {
    const names = list(take(0, 'fields_to_export')).map(String);
    return {
      datas: ids.map((id) => {
        const row = database.get(model.name, id);
        return names.map((name) => {
          if (name === 'id') return exportedId(database, model.name, row.id);
          if (name === '.id') return String(row.id);
          const field = model.fields[name];
          if (!field) throw unknownField(model.name, name);
          const value = shown(database, field, valueOf(database, field, row, name));
          return value === false && field.type !== 'boolean' ? '' : Array.isArray(value) ? value[1] : value;
        });
      }),
    };
  },
};

const archive = (active: boolean): Method => ({ database, model, ids }) => {
  const changed = ids.filter((id) => database.get(model.name, id).active === !active);
  if (changed.length > 0) write(database, model.name, changed, { active });
};

const talking: Record<string, Method> = {
  message_post: ({ database, model, ids, take, kwargs }) => post(database, model.name, ids, { ...kwargs, body: kwargs.body ?? take(0, 'body') }),
  activity_schedule: ({ database, model, ids, kwargs }) => schedule(database, model.name, ids, kwargs),
  action_archive: archive(false),
  action_unarchive: archive(true),
};

const special: Record<string, Record<string, Method>> = {
  'res.partner': talking,
  'crm.lead': talking,
  'mail.activity': { action_feedback: ({ database, ids, take }) => complete(database, ids, take(0, 'feedback')), action_done: ({ database, ids }) => complete(database, ids, false) },
  'base.partner.merge.automatic.wizard': { action_merge: ({ database, ids }) => merge(database, Number(ids[0])) },
};

const specialOnModel: Record<string, Record<string, Method>> = {
  'res.partner': {
    find_or_create({ database, model, take }) {
      const given = String(take(0, 'email'));
      const email = normalizedEmail(given);
      const [found] = search(database, model, email === null ? [['name', '=', given]] : [['email_normalized', '=', email]], { limit: 1 });
      return found?.id ?? create(database, model.name, { ...namedEmail(given) }).id;
    },
  },
  'ir.model.data': {
    check_object_reference({ database, take }) {
      const xmlid = `${String(take(0, 'module'))}.${String(take(1, 'xml_id'))}`;
      const entry = entryOf(database, xmlid);
      if (!entry) throw new Fault('builtins.ValueError', `External ID not found in the system: ${xmlid}`);
      const target = database.find(String(entry.model), entry.res_id);
      const seen = target && (database.context.active_test === false || target.active !== false);
      return [entry.model, seen ? entry.res_id : false];
    },
  },
};

/** Calls a method as execute_kw does; undefined = it returns nothing. `lost` tells whether a load just lost a race. */
export function call(database: Database, name: string, method: string, args: readonly unknown[], kwargs: Record<string, unknown>, lost: () => boolean): unknown {
  const { model } = database.table(name);
  if (method.startsWith('_')) throw new Fault('odoo.exceptions.AccessError', `Private methods (such as ${method}) cannot be called remotely.`);
  const { context, ...named } = kwargs;
  database.context = object(context);
  const plain = (specialOnModel[name] && Object.hasOwn(specialOnModel[name], method) ? specialOnModel[name][method] : undefined) ?? (Object.hasOwn(onModels, method) ? onModels[method] : undefined);
  const taking = (given: readonly unknown[]): Take => (place, key) => place >= 0 && place < given.length ? given[place] : named[key];
  if (plain) return plain({ database, model, ids: [], take: taking(args), kwargs: named, lost });
  const own = special[name] && Object.hasOwn(special[name], method) ? special[name][method] : undefined;
  const multi = own ?? (Object.hasOwn(onRecords, method) ? onRecords[method] : undefined);
  if (!multi) throw new Fault('builtins.AttributeError', `The method '${method}' does not exist on the model '${name}'`);
  if (args.length === 0) throw new Fault('builtins.IndexError', 'list index out of range');
  const ids = Array.isArray(args[0]) ? args[0] as unknown[] : args[0] ? [args[0]] : [];
  return multi({ database, model, ids, take: taking(args.slice(1)), kwargs: named, lost });
}

function fieldNames(model: Model, asked: unknown): string[] {
  const names = list(asked).map(String);
  return names.length > 0 ? names : Object.keys(model.fields);
}

function described(field: Field, attributes: readonly string[]): Record<string, unknown> {
  const all: Record<string, unknown> = {
    readonly: field.readonly ?? false, required: field.required ?? false, store: field.compute === undefined, string: field.string, type: field.type,
    ...(field.relation ? { relation: field.relation } : {}), ...(field.selection ? { selection: field.selection } : {}), ...(field.size === undefined ? {} : { size: field.size }),
  };
  return attributes.length === 0 ? all : Object.fromEntries(Object.entries(all).filter(([key]) => attributes.includes(key)));
}

function notANumber(model: Model, id: unknown): Fault {
  const table = model.name.replaceAll('.', '_');
  return new Fault('psycopg2.errors.InvalidTextRepresentation', `invalid input syntax for type integer: "${String(id)}"\nLINE 1: ...s_partner"."type" IS NULL )) AND "${table}".id IN (${printed(id)})\n${' '.repeat(65)}^\n`);
}
