import type { IconNode } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.tsx';

/** What a view shows when it has nothing to show: why, and what to do about it. */
export function Empty({ icon, title, text, children }: { icon: IconNode; title: string; text: string; children?: ComponentChildren }): VNode {
  return (
    <div class="empty">
      <Icon of={icon} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Grey bars of about the size of what will come, so that nothing jumps when it does. */
export function Skeleton({ lines = 6 }: { lines?: number }): VNode {
  return (
    <div class="stack" aria-busy="true">
      {Array.from({ length: lines }, (_, at) => <div key={at} class="skeleton" style={{ height: at === 0 ? '56px' : '32px', width: at % 3 === 2 ? '70%' : '100%' }} />)}
    </div>
  );
}
