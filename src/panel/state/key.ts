/** One key of the panel: what it does, and how the help page says it. */
export interface KeyBinding {
  key: string;
  label: string;
  run: () => void;
}

const stack: KeyBinding[][] = [];

/** Is the rep typing? Then letters are letters. A box to tick takes none, a choice of several the arrows. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')) return target.type === 'radio' && key.startsWith('Arrow');
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
    // what stands under the focus comes first
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const held = event.ctrlKey || event.metaKey;
    // with Ctrl only what a view asks for by that name; the rest is the browser's
    if (held && event.key.toLowerCase() !== 'a') return;
    if (event.key === 'Escape' && isTyping(event)) {
      (event.target as HTMLElement).blur();
      return;
    }
    if (isTyping(event) || document.querySelector('dialog[open]')) return;
    const pressed = held ? 'Ctrl+a' : event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
    const bound = boundKeys();
    const binding = bound.find(({ key }) => key === pressed) ?? (held ? undefined : bound.find(({ key }) => key === event.key));
    if (!binding) return;
    event.preventDefault();
    binding.run();
  }, { signal });
}
