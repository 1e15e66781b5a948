import type { Failure } from '../../domain/failure.ts';
import { webUrl } from '../../domain/identity.ts';
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

/** The match pattern to ask the browser for before an address can be reached; null when nothing can be asked for. Without the port: not every browser takes one. */
export function patternFor(address: string): string | null {
  const url = webUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`);
  if (!url || !url.hostname) return null;
  const isHere = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !isHere) return null;
  return isHere || url.hostname.includes('.') ? `${url.protocol}//${url.hostname}/*` : null;
}
