import type { Database, User } from './database.ts';
import { Fault, missing } from './fault.ts';
import { call } from './method.ts';
import { databaseName, users } from './seed.ts';

const version = { server_version: '16.0', server_version_info: [16, 0, 0, 'final', 0, ''], server_serie: '16.0', protocol_version: 1 };

/** Answers one call of a service (common, db, object); undefined = the method returns nothing. What a fault interrupts is undone. */
export function serve(database: Database, service: unknown, method: unknown, args: readonly unknown[], lost: () => boolean): unknown {
  if (service === 'common') return common(method, args);
  if (service === 'db' && method === 'list') return [databaseName];
  if (service !== 'object') throw new Fault('builtins.KeyError', String(service));
  if (method !== 'execute_kw' && method !== 'execute') throw new Fault('builtins.NameError', `Method not available ${String(method)}`);
  const [name, uid, key, model, of, params, kwargs] = args;
  if (args.length < 3) throw new Fault('builtins.IndexError', 'list index out of range');
  database.begin(signedIn(name, uid, key));
  if (args.length < 6) throw new Fault('builtins.TypeError', 'execute_kw() missing required positional arguments');
  try {
    if (method === 'execute') return call(database, String(model), String(of), args.slice(5), {}, lost);
    if (!Array.isArray(params)) throw new Fault('builtins.TypeError', 'args must be a list');
    return call(database, String(model), String(of), params as unknown[], (kwargs ?? {}) as Record<string, unknown>, lost);
  } catch (error) {
    database.rollback();
    throw error;
  }
}

function common(method: unknown, args: readonly unknown[]): unknown {
  if (method === 'version') return version;
  if (method !== 'authenticate' && method !== 'login') throw new Fault('builtins.Exception', `Method not found: ${String(method)}`);
  demandDatabase(args[0]);
  return users.find((user) => user.login === args[1] && user.key === args[2])?.id ?? false;
}

function signedIn(name: unknown, uid: unknown, key: unknown): User {
  demandDatabase(name);
  const id = Number(uid);
  if (!Number.isInteger(id)) throw new Fault('builtins.ValueError', `invalid literal for int() with base 10: '${String(uid)}'`);
  if (!key) throw new Fault('odoo.exceptions.AccessDenied', 'Access Denied');
  const user = users.find((one) => one.id === id);
  if (!user) throw missing('res.users', id, id);
  if (user.key !== key) throw new Fault('odoo.exceptions.AccessDenied', 'Access Denied');
  return user;
}

function demandDatabase(name: unknown): void {
  if (name !== databaseName) throw new Fault('psycopg2.OperationalError', `connection to server at "127.0.0.1", port 5432 failed: FATAL:  database "${String(name)}" does not exist\n`);
}
