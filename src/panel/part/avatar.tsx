import type { VNode } from 'preact';

/** Somebody's initials on a colour that is theirs. Never a picture: it would have to be fetched, and who serves it would learn whom the rep looks at, and when. */
export function Avatar({ name, size = 40, square = false }: { name: string; size?: number; square?: boolean }): VNode {
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.36)}px`, ...tint(name) };
  return (
    <span class={`avatar${square ? ' square' : ''}`} style={style} aria-hidden="true">{initials(name)}</span>
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
