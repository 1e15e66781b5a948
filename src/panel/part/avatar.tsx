import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

/**
 * Somebody's picture, or their initials on a colour that is theirs. `picture` is given only for the page the rep is looking at
 * (the page has loaded it already); lists show initials, so that opening the book asks nobody for anything.
 */
export function Avatar({ name, picture, size = 40, square = false }: { name: string; picture?: string | undefined; size?: number; square?: boolean }): VNode {
  const [broken, setBroken] = useState('');
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.36)}px`, ...tint(name) };
  return (
    <span class={`avatar${square ? ' square' : ''}`} style={style} aria-hidden="true">
      {picture && picture !== broken
        ? <img src={picture} alt="" referrerpolicy="no-referrer" decoding="async" onError={() => setBroken(picture)} />
        : initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((word) => [...word][0]!.toUpperCase()).join('') || '?';
}

function tint(name: string): { background: string; color: string } {
  let hash = 0;
  for (const letter of name.slice(0, 80)) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0;
  const hue = hash % 360;
  return { background: `light-dark(hsl(${hue} 45% 90%), hsl(${hue} 25% 24%))`, color: `light-dark(hsl(${hue} 55% 26%), hsl(${hue} 60% 82%))` };
}
