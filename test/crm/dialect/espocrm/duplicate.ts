import type { Sent } from './check.ts';
import { ENTITIES } from './entity.ts';
import type { EntityType } from './field.ts';
import type { State } from './state.ts';
import { personKey, type Row } from './table.ts';

/** Living records that count as the same as a new one: any of the fields of the duplicate check is equal. */
export function duplicates(state: State, type: EntityType, values: Sent): Row[] {
  const table = state.tables[type];
  const found = new Set<Row>();
  const add = (rows: Row[]): void => rows.forEach((row) => found.add(row));
  for (const name of state.duplicateFields[type]) {
    if (name === 'name' && ENTITIES[type].person) {
      if (values['firstName'] || values['lastName']) add(table.match('=person', [personKey(values['firstName'], values['lastName'])]));
    } else if (name === 'emailAddress') {
      const data = Array.isArray(values['emailAddressData']) ? (values['emailAddressData'] as Record<string, unknown>[]).map((item) => item['emailAddress']) : [];
      add(table.match('emailAddress', [values['emailAddress'], ...data].filter((mail): mail is string => typeof mail === 'string' && mail !== '')));
    } else {
      const value = values[name];
      if (typeof value === 'string' && table.indexed(name)) add(table.match(name, [value]));
    }
  }
  return [...found].sort((a, b) => a.number - b.number);
}
