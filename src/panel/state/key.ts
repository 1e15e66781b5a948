import { useLayoutEffect } from 'preact/hooks';

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

/** The keys of a view (nothing = none for now) as long as it is shown; a later view's keys win. Escape leaves a field. They are there as soon as the view is: who is quicker than the next frame has pressed one all the same. */
export function useKeys(bindings: () => KeyBinding[] | undefined, inputs: readonly unknown[]): void {
  useLayoutEffect(() => {
    const bound = bindings();
    if (!bound) return undefined;
    stack.push(bound);
    return () => { stack.splice(stack.indexOf(bound), 1); };
  }, inputs);
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
