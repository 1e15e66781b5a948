/** An exception of the server: what `error.data` of an answer tells of it. Thrown inside a request, it undoes what the request did. */
export class Fault extends Error {
  constructor(readonly exception: string, message: string) {
    super(message);
  }
}

/** True for what load() tells with its message alone, as it tells an error meant for people. */
export function forPeople(fault: Fault): boolean {
  return fault.exception.startsWith('odoo.exceptions.');
}

/** A value as Python prints it, the way messages of the server quote it. */
export function printed(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'string') return value.includes("'") && !value.includes('"') ? `"${value}"` : `'${value.replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`;
  return typeof value === 'object' ? `{${Object.entries(value).map(([key, of]) => `${printed(key)}: ${printed(of)}`).join(', ')}}` : String(value);
}

/** The fault of a record that is not there (any more). */
export function missing(model: string, id: unknown, uid: number): Fault {
  return new Fault('odoo.exceptions.MissingError', `Record does not exist or has been deleted.\n(Record: ${model}(${String(id)},), User: ${uid})`);
}

/** The fault of a value or a condition that names a field the model has not got. */
export function unknownField(model: string, field: string): Fault {
  return new Fault('builtins.ValueError', `Invalid field '${field}' on model '${model}'`);
}
