import { fail } from '../domain/failure.ts';
import type { Answer, Envelope, MessageKind, Payload } from './contract.ts';

/** Carries one envelope to the other side and brings back whatever it answered. */
export type Transport = (envelope: Envelope) => Promise<unknown>;

/** Sends one message. Never rejects: nobody there, a closed port and a foreign answer are all `no-answer`. */
export async function send<K extends MessageKind>(transport: Transport, kind: K, payload: Payload<K>): Promise<Answer<K>> {
  let answer: unknown;
  try {
    answer = await transport({ paydirt: 1, kind, payload } as Envelope);
  } catch {
    answer = undefined;
  }
  return isAnswer<K>(answer) ? answer : fail('no-answer');
}

function isAnswer<K extends MessageKind>(value: unknown): value is Answer<K> {
  return typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';
}
