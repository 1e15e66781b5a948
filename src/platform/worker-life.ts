/** What a worker says first: the name of the lock that it holds as long as it lives. */
interface Alive {
  alive: string;
}

/** Where a worker is spoken to: its own global scope. */
export interface WorkerPort<In, Out> {
  addEventListener(type: 'message', listener: (event: MessageEvent<In>) => void): void;
  postMessage(message: Out, handedOver?: Transferable[]): void;
}

/** In a worker: its own port. It holds a lock until its end, however that comes, and tells its maker: nothing else says that a worker was ended from outside. */
export function livingPort<In, Out>(): WorkerPort<In, Out> {
  const name = `paydirt worker ${crypto.randomUUID()}`;
  void navigator.locks.request(name, () => {
    postMessage({ alive: name } satisfies Alive);
    return new Promise(() => undefined);
  });
  return { addEventListener: (type, listener) => addEventListener(type, listener), postMessage: (message, handedOver = []) => postMessage(message, { transfer: handedOver }) };
}

/** Calls `gone` when a worker that holds its life fell over or came to an end; not when its maker ended it and `signal` says so. */
export function onGone(worker: Worker, gone: (message: string) => void, signal: AbortSignal): void {
  worker.addEventListener('error', ({ message }) => { if (!signal.aborted) gone(message); });
  worker.addEventListener('message', ({ data }: MessageEvent<Partial<Alive> | undefined>) => {
    const name = data?.alive;
    if (typeof name !== 'string') return;
    navigator.locks.request(name, { signal }, () => gone('The worker was ended.')).catch(() => undefined);
  });
}
