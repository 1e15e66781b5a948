/** One key of the panel: what it does, and how the help page says it. */
export interface KeyBinding {
  key: string;
  label: string;
  run: () => void;
}

const stack: KeyBinding[][] = [];

/** Is the rep typing? Then letters are letters. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

/** Installs the keys of a view until the returned function is called; a later view's keys win. Escape leaves a field. */
export function bindKeys(bindings: KeyBinding[]): () => void {
  stack.push(bindings);
  return () => { stack.splice(stack.indexOf(bindings), 1); };
}

/** All keys in force, the innermost view's first. */
export function boundKeys(): KeyBinding[] {
  const seen = new Set<string>();
  return stack.toReversed().flat().filter(({ key }) => !seen.has(key) && seen.add(key));
}

export function listenForKeys(signal: AbortSignal): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape' && isTyping(event.target)) {
      (event.target as HTMLElement).blur();
      return;
    }
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const binding = boundKeys().find(({ key }) => key === event.key);
    if (!binding) return;
    event.preventDefault();
    binding.run();
  }, { signal });
}
