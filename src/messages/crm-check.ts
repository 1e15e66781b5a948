import * as v from 'valibot';
import type { CrmSignIn, Payload } from './contract.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
/** A token can be long (a JWT), a field's name not. */
const fields = v.pipe(v.record(text(60), text(10_000)), v.check((all) => Object.keys(all).length <= 20));
const signIn = { connector: v.pipe(text(60), v.regex(/^[a-z][a-z0-9-]*$/)), address: text(2_000), fields, oauth: v.boolean() };

/** Checks what the rep typed to sign in; null when it is not that. */
export function checkSignIn(payload: unknown): CrmSignIn | null {
  const checked = v.safeParse(v.object(signIn), payload);
  return checked.success ? checked.output : null;
}

/** Checks what is to be connected; null when it is not that. */
export function checkConnect(payload: unknown): Payload<'crm.connect'> | null {
  const checked = v.safeParse(v.object({ ...signIn, label: text(200), connection: v.exactOptional(id) }), payload);
  return checked.success ? checked.output : null;
}

/** Checks what names a connection; null when it does not. */
export function checkConnection(payload: unknown): { connection: string } | null {
  const checked = v.safeParse(v.object({ connection: id }), payload);
  return checked.success ? checked.output : null;
}

/** Checks a passphrase; null when it is none. */
export function checkPassphrase(payload: unknown): { passphrase: string } | null {
  const checked = v.safeParse(v.object({ passphrase: text(1_000) }), payload);
  return checked.success ? checked.output : null;
}
