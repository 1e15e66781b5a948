import * as v from 'valibot';
import type { Payload } from './contract.ts';

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));

/** Checks what names a backup; null when it does not. */
export function checkHeld(payload: unknown): { id: string } | null {
  const checked = v.safeParse(v.object({ id }), payload);
  return checked.success ? checked.output : null;
}

/** Checks why a backup is asked for; null when that is no reason a panel can have. */
export function checkBackup(payload: unknown): Payload<'backup.now'> | null {
  const checked = v.safeParse(v.object({ why: v.picklist(['hand', 'before-restore']) }), payload);
  return checked.success ? checked.output : null;
}
