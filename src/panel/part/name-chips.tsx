import type { VNode } from 'preact';

/** Names of a fixed vocabulary, switched on and off. */
export function NameChips<T extends string>({ names, chosen, label, nameOf, onChange }: { names: readonly T[]; chosen: readonly T[]; label: string; nameOf: (name: T) => string; onChange: (chosen: T[]) => void }): VNode {
  return (
    <div class="row wrap vocabulary" role="group" aria-label={label}>
      {names.map((name) => (
        <button key={name} type="button" class="chip" aria-pressed={chosen.includes(name)} onClick={() => onChange(names.filter((one) => (one === name ? !chosen.includes(one) : chosen.includes(one))))}>{nameOf(name)}</button>
      ))}
    </div>
  );
}
