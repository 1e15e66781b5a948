import { fail, ok } from '../domain/failure.ts';
import type { Envelope, KindTo, MessageKind, Payload, Receiver, Reply } from './contract.ts';

/** Who sent a message, as the browser says (never as the message says). */
export interface Sender {
  /** Address of the sending document. */
  url: string;
  /** Tab that it lives in; absent for panel and worker. */
  tabId?: number;
  /** True for our own pages: panel and workspace. */
  own: boolean;
}

/** One kind's check and answer. `parse` gets what arrived and returns the payload, or null to refuse it. */
export interface Handler<K extends MessageKind> {
  from: 'page' | 'panel' | 'any';
  parse(payload: unknown): Payload<K> | null;
  answer(payload: Payload<K>, sender: Sender): Promise<Reply<K>> | Reply<K>;
}

export type Handlers<T extends Receiver> = { [K in KindTo<T>]: Handler<K> };

/**
 * The one dispatcher of a context. Not async on purpose: it returns undefined for what is not ours, so that another
 * listener's answer is not stolen. Refuses what fails its check; a handler that throws is reported and answered as a bug.
 */
export function serve<T extends Receiver>(handlers: Handlers<T>, onBug: (error: unknown) => void): (message: unknown, sender: Sender) => Promise<unknown> | undefined {
  return (message, sender) => {
    if (!isEnvelope(message) || !Object.hasOwn(handlers, message.kind)) return undefined;
    const handler = (handlers as unknown as Record<string, Handler<MessageKind>>)[message.kind]!;
    if (handler.from !== 'any' && (handler.from === 'panel') !== sender.own) return Promise.resolve(fail('permission'));
    const payload = handler.parse(message.payload);
    if (payload === null && message.payload !== null) return Promise.resolve(fail('invalid'));
    return Promise.resolve().then(() => handler.answer(payload, sender)).then(ok, (error: unknown) => {
      onBug(error);
      return fail('bug');
    });
  };
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && (message as Envelope).paydirt === 1 && typeof (message as Envelope).kind === 'string' && Object.hasOwn(message, 'payload');
}
