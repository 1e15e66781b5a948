import type { VNode } from 'preact';
import { useId } from 'preact/hooks';

/** One of a few, all in sight: radio buttons that look like one control. Arrow keys move between them. */
export function Segmented<T extends string>({ label, value, options, onChange }: { label: string; value: T; options: readonly (readonly [value: T, name: string])[]; onChange: (value: T) => void }): VNode {
  const group = useId();
  return (
    <div class="segmented" role="radiogroup" aria-label={label}>
      {options.map(([one, name]) => (
        <label key={one}><input type="radio" class="unseen" name={group} checked={one === value} onChange={() => onChange(one)} /><span>{name}</span></label>
      ))}
    </div>
  );
}
