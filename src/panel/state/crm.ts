import type { Failure } from '../../domain/failure.ts';
import type { CrmOffer, MessageKind, Payload, Reply } from '../../messages/contract.ts';
import { send } from '../../messages/send.ts';
import { toWorker } from '../../platform/messaging.ts';

/** A CRM that can be connected; `origin` where its API lives when that is fixed. */
export type Offer = CrmOffer & { origin?: string };

export type CrmMessage = Extract<MessageKind, `crm.${string}`>;
type Told<K extends CrmMessage> = { value: Exclude<Reply<K>, { failure: Failure }> } | { failure: Failure };

/** Asks the worker something about a CRM: its answer, or what went wrong, whichever way it went wrong. */
export async function askCrm<K extends CrmMessage>(kind: K, payload: Payload<K>): Promise<Told<K>> {
  const answer = await send(toWorker, kind, payload);
  if (!answer.ok) return { failure: answer.failure };
  const { value } = answer;
  if (value && typeof value === 'object' && 'failure' in value) return { failure: (value as { failure: Failure }).failure };
  return { value: value as Exclude<Reply<K>, { failure: Failure }> };
}

/** Asks for a sync now. Only a nudge: the alarm is the guarantee. */
export function syncNow(connection: string): void {
  void send(toWorker, 'crm.sync', { connection });
}
