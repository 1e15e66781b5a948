import type { IconNode } from 'lucide';
import { h, type VNode } from 'preact';

/** A line icon of 24 units, in the colour and size of the text around it. Always decoration: what it means stands beside it or in a label. */
export function Icon({ of }: { of: IconNode }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      {of.map(([tag, attributes], at) => h(tag, { ...attributes, key: at }))}
    </svg>
  );
}
