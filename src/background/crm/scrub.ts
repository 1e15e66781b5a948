import type { Operations } from '../../crm/connector.ts';
import type { Result } from '../../domain/failure.ts';

/** A text without secrets: a CRM may quote in its error what it was sent. Shorter secrets than four characters are words. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((one) => one.length >= 4).toSorted((a, b) => b.length - a.length).reduce((now, one) => now.replaceAll(one, '…'), text);
}

/** Operations whose failures and refusals hold no secret. `secrets` is read at each call: tokens are renewed. */
export function scrubbed(crm: Operations, secrets: () => readonly string[]): Operations {
  const clean = <T>(result: Result<T>): Result<T> => {
    if (!result.ok) return { ok: false, failure: { ...result.failure, message: withoutSecrets(result.failure.message, secrets()) } };
    if (!Array.isArray(result.value)) return result;
    const rows = result.value.map((row: unknown) => (isRefusal(row) ? { ...row, message: withoutSecrets(row.message, secrets()) } : row));
    return { ok: true, value: rows as T };
  };
  return {
    check: async () => clean(await crm.check()),
    prepare: async () => clean(await crm.prepare()),
    describe: async (kind) => clean(await crm.describe(kind)),
    changes: async (kind, since, cursor) => clean(await crm.changes(kind, since, cursor)),
    read: async (kind, ids) => clean(await crm.read(kind, ids)),
    find: async (kind, wanted) => clean(await crm.find(kind, wanted)),
    create: async (kind, rows) => clean(await crm.create(kind, rows)),
    update: async (kind, rows) => clean(await crm.update(kind, rows)),
    remove: async (kind, ids) => clean(await crm.remove(kind, ids)),
    ...(crm.removeDouble ? { removeDouble: async (kind, keep, lose) => clean(await crm.removeDouble!(kind, keep, lose)) } : {}),
  };
}

function isRefusal(row: unknown): row is { kind: 'rejected'; message: string } {
  return typeof row === 'object' && row !== null && (row as { kind?: unknown }).kind === 'rejected' && typeof (row as { message?: unknown }).message === 'string';
}
