import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Names of a fixed vocabulary, switched on and off. One stop of Tab, whatever their number: arrows go from name to name. */
export function NameChips<T extends string>({ names, chosen, label, nameOf, onChange, testId }: {
  names: readonly T[]; chosen: readonly T[]; label: string; nameOf: (name: T) => string; testId: string; onChange: (chosen: T[]) => void;
}): VNode {
  const [at, setAt] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const go = (to: number): void => {
    const next = (to + names.length) % names.length;
    setAt(next);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div ref={group} class="row wrap vocabulary" role="toolbar" aria-label={label} data-testid={testId} onKeyDown={(event) => {
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? names.length - 1 : STEP[event.key] === undefined ? undefined : at + STEP[event.key]!;
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      go(to);
    }}>
      {names.map((name, index) => (
        <button key={name} type="button" class="chip" tabIndex={index === at ? 0 : -1} aria-pressed={chosen.includes(name)} onFocus={() => setAt(index)}
          onClick={() => onChange(names.filter((one) => (one === name ? !chosen.includes(one) : chosen.includes(one))))}>{nameOf(name)}</button>
      ))}
    </div>
  );
}
