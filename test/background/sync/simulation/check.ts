import { isEmpty } from '../../../../src/domain/sync/value.ts';
import type { SyncValue } from '../../../../src/domain/sync/record.ts';
import type { Device } from './schedule.ts';

/** One change of a field of a record in the CRM, and who made it. */
export interface Write { id: string; field: string; before: unknown; after: unknown; by: string }

/** Edits of a rep that are nowhere: each went to the CRM, or gave way to a later edit here, or is kept as one that gave way, or is asked about. */
export function lostEdits({ name, book, edits }: Device, log: Write[]): string[] {
  return edits.flatMap(({ kind, id, field, value }, at) => {
    const safe = book.rows.get(`${kind} ${id}`)?.values[field] === value || log.some((one) => one.field === field && one.after === value)
      || edits.slice(at + 1).some((later) => later.id === id && later.field === field && later.was === value)
      || book.lost.some((one) => one.id === id && one.field === field && one.value === value) || book.links.get(`${kind} ${id}`)?.conflicts?.[field]?.ours === value;
    return safe ? [] : [`${name}: the edit ${id}.${field} = "${String(value)}" is lost`];
  });
}

/** Writes of ours that replaced what their device had not seen. */
export function blindWrites(devices: Device[], log: Write[]): string[] {
  const found: string[] = [];
  for (const write of log) {
    const device = devices.find(({ name }) => name === write.by);
    if (!device || isEmpty(write.before as SyncValue) || Array.isArray(write.before)) continue;
    if (log.find((one) => one.id === write.id && one.field === write.field && one.after === write.before)?.by === write.by) continue;
    const knew = [...device.book.overwritten, ...device.book.lost].some((one) => one.field === write.field && one.value === write.before) || device.edits.some((one) => one.field === write.field && one.was === write.before);
    if (!knew) found.push(`${write.by} replaced "${String(write.before)}" by "${String(write.after)}" in ${write.id}.${write.field} without having seen it`);
  }
  return found;
}

/** Late arrivals of a device's own that have replaced its newer value here, as if somebody had edited, and left no trace. */
export function returns({ name, book, edits }: Device): string[] {
  return book.overwritten.flatMap(({ id, field, value, next }) => {
    const [older, newer] = [next, value].map((one) => edits.findIndex((edit) => edit.id === id && edit.field === field && edit.value === one));
    const isKept = book.lost.some((one) => one.id === id && one.field === field && one.value === value);
    return older! >= 0 && older! < newer! && !isKept ? [`${name}: an older value of its own, "${String(next)}", came back over "${String(value)}" in ${id}.${field}`] : [];
  });
}
