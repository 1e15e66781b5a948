import type { DialectMeans } from '../dialect.ts';
import { FIELDS, type EntityType, type Field } from './field.ts';
import { openTable, type Row, type Table, type User } from './table.ts';

/** A CSV import that was run. */
export interface Import {
  id: string;
  fileId: string;
  createdAt: string;
  by: User;
  params: Record<string, unknown>;
  entityType: EntityType;
  attributes: string[];
  created: Row[];
  updated: number;
  lastIndex: number;
  errors: { id: string; rowIndex: number; failures: { field: string; type: string }[]; row: string[] }[];
}

/** Everything the server remembers. */
export interface State {
  tables: Record<EntityType, Table>;
  /** Fields that an administrator added. */
  custom: Record<EntityType, Record<string, Field>>;
  /** What the web pages call the custom fields. */
  labels: Map<string, string>;
  duplicateFields: Record<EntityType, readonly string[]>;
  versioned: Set<EntityType>;
  files: Map<string, string>;
  imports: Map<string, Import>;
  deletions: { id: string; number: number; at: string; row: Row; by: User; authId: string }[];
  /** Times (epoch ms) of wrong keys. */
  failedSignIns: number[];
  forced: Set<string>;
  now(): number;
  stamp(): string;
  newId(): string;
  nextNumber(): number;
}

/** "YYYY-MM-DD HH:mm:ss", UTC: the clock of the server shows whole seconds. */
const stampOf = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

/** A fresh installation to which an administrator added the key fields and whose duplicate check knows the key. */
export function emptyState(means: DialectMeans): State {
  let second = Number.NaN;
  let shown = '';
  let made = 0;
  let number = 0;
  const types = Object.keys(FIELDS) as EntityType[];
  const of = <T>(make: (type: EntityType) => T): Record<EntityType, T> => Object.fromEntries(types.map((type) => [type, make(type)])) as Record<EntityType, T>;
  const custom = of<Record<string, Field>>(() => ({}));
  const key: Field = { type: 'varchar', maxLength: 100, isCustom: true };
  custom.Contact = { cExternalKey: key, cProfileUrl: { type: 'url', isCustom: true } };
  custom.Account = { cExternalKey: key };
  const keyed = ['name', 'emailAddress', 'cExternalKey'];
  return {
    tables: of(openTable), custom, labels: new Map([['cExternalKey', 'External key'], ['cProfileUrl', 'Profile URL']]),
    duplicateFields: { Contact: keyed, Account: keyed, Lead: ['name', 'emailAddress'], Task: [], TargetList: [], Note: [] },
    versioned: new Set(['Account', 'Task']), files: new Map(), imports: new Map(), deletions: [], failedSignIns: [], forced: new Set(),
    now: () => means.now(),
    stamp() {
      const now = Math.floor(means.now() / 1000);
      if (now !== second) {
        second = now;
        shown = stampOf(now * 1000);
      }
      return shown;
    },
    newId() {
      // as uniqid() makes them: time first, so that ids grow with the records
      const time = (Math.floor(means.now() / 1000) >>> 0).toString(16).padStart(8, '0');
      made = (made + 1) & 0xfffff;
      return time + made.toString(16).padStart(5, '0') + Math.floor(means.random() * 0x10000).toString(16).padStart(4, '0');
    },
    nextNumber: () => (number += 1),
  };
}

/** The description of a field, custom or not. */
export function fieldOf(state: State, type: EntityType, name: string): Field | undefined {
  return Object.hasOwn(FIELDS[type], name) ? FIELDS[type][name] : Object.hasOwn(state.custom[type], name) ? state.custom[type][name] : undefined;
}
