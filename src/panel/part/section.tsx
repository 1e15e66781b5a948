import type { IconNode } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** A card with a heading, named by it. */
export function Section({ icon, title, children }: { icon: IconNode; title: string; children: ComponentChildren }): VNode {
  const id = useId();
  return (
    <section class="card section" aria-labelledby={id}>
      <header><Icon of={icon} /><h2 id={id}>{title}</h2></header>
      {children}
    </section>
  );
}
