import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows drawn beyond each edge, so that scrolling shows no gap. */
const BEYOND = 4;

/** The row that the keyboard is at. `focus` counts up to move the browser's focus there. */
export interface Cursor {
  index: number;
  focus: number;
}

const NO_CURSOR: Cursor = { index: -1, focus: 0 };

/**
 * A list of any length whose rows all have one height: only those in sight are in the page. It takes its full height and scrolls
 * with whatever scrolls around it. Without `keyOf` the lines that are there are written anew when others come to stand in their place. A list with a `cursor` always draws its row, so that focus is never lost; `inset` is what covers the top (px).
 */
export function VirtualList<T>({ items, rowHeight, label, keyOf, render, cursor = NO_CURSOR, inset }: {
  items: ArrayLike<T>; rowHeight: number; label: string; keyOf?: (item: T) => string; render: (item: T, isCursor: boolean, index: number) => VNode; cursor?: Cursor; inset?: () => number;
}): VNode {
  const list = useRef<HTMLUListElement>(null);
  const [[from, to], setRange] = useState<[number, number]>(() => [0, Math.ceil(innerHeight / rowHeight) + BEYOND]);

  useLayoutEffect(() => {
    const look = (): void => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const first = Math.max(0, Math.floor(-top / rowHeight) - BEYOND);
      const last = Math.max(0, Math.ceil((innerHeight - top) / rowHeight) + BEYOND);
      setRange((now) => (now[0] === first && now[1] === last ? now : [first, last]));
    };
    // with the next frame: asked for now, the page would be laid out once more for it
    const frame = requestAnimationFrame(look);
    // captured: it may be the page that scrolls, or a box around us
    addEventListener('scroll', look, { capture: true, passive: true });
    addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [rowHeight, items]);

  useEffect(() => {
    if (cursor.focus === 0) return;
    const row = list.current?.querySelector<HTMLElement>('[data-cursor]');
    if (!row) return;
    row.style.scrollMarginTop = `${inset?.() ?? 0}px`;
    row.scrollIntoView({ block: 'nearest' });
    row.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
    // only when it is asked for: whoever types elsewhere meanwhile keeps the focus
  }, [cursor.focus]);

  const shown = range(from, Math.min(to, items.length));
  if (cursor.index >= 0 && cursor.index < items.length && !shown.includes(cursor.index)) shown.push(cursor.index);
  return (
    <ul ref={list} class="virtual" role="list" aria-label={label} style={{ height: `${items.length * rowHeight}px` }}>
      {shown.map((index) => {
        const item = items[index]!;
        const isCursor = index === cursor.index;
        return (
          <li key={keyOf ? keyOf(item) : index} {...(isCursor ? { 'data-cursor': '' } : {})} aria-setsize={items.length} aria-posinset={index + 1} style={{ transform: `translateY(${index * rowHeight}px)`, height: `${rowHeight}px` }}>
            {render(item, isCursor, index)}
          </li>
        );
      })}
    </ul>
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
