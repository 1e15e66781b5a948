/**
 * The browser as a content script needs it: two calls, no polyfill. Both browsers answer with promises in manifest v3;
 * Firefox names the object `browser`, Chromium `chrome`.
 */
interface PageRuntime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: (message: unknown, sender: unknown, reply: (answer: unknown) => void) => boolean | undefined): void };
}

const runtime = (): PageRuntime | undefined => {
  const scope = globalThis as { browser?: { runtime?: PageRuntime }; chrome?: { runtime?: PageRuntime } };
  return scope.browser?.runtime ?? scope.chrome?.runtime;
};

/** False once the extension was updated or removed under this page: the script is an orphan and must end itself. */
export function isAlive(): boolean {
  return !!runtime()?.id;
}

/** Sends to the worker. Rejects when nobody is there. */
export function toWorker(message: unknown): Promise<unknown> {
  const end = runtime();
  return end?.id ? end.sendMessage(message) : Promise.reject(new Error('orphaned'));
}

/** Answers messages from the worker. `listener` returns undefined for what is not its own. */
export function onWorkerMessage(listener: (message: unknown) => Promise<unknown> | undefined): void {
  runtime()?.onMessage.addListener((message, _sender, reply) => {
    const answer = listener(message);
    if (!answer) return undefined;
    answer.then(reply, () => reply(null));
    return true;
  });
}
