/** Notes an unexpected error for whoever opens the console: kind and place, never a message that may quote a page or a secret. */
export function report(error: unknown): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined };
  const places = (stack ?? '').split('\n').filter((line) => /^\s*at |@/.test(line)).slice(0, 12).join('\n');
  console.error(`Paydirt: ${name}\n${places}`);
}
