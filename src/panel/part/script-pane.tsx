import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { scriptLines } from '../../domain/checklist.ts';
import { t } from '../../platform/locale.ts';
import '../style/template.css';

/** A call script or an agenda to be read while talking: headings, points to tick off, and how many are left. What is ticked is not kept. */
export function ScriptPane({ text }: { text: string }): VNode {
  const lines = scriptLines(text);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const points = lines.filter(({ kind }) => kind === 'point').length;
  const tick = (at: number): void => setTicked((now) => (now.has(at) ? new Set([...now].filter((one) => one !== at)) : new Set([...now, at])));
  return (
    <div class="script" data-testid="script">
      {lines.map(({ kind, text: line, depth }, at) => {
        if (kind === 'heading') return <h3 key={at} dir="auto">{line}</h3>;
        if (kind === 'text') return <p key={at} dir="auto">{line}</p>;
        return <label key={at} class="script-point" style={{ marginInlineStart: `${depth * 16}px` }}><input type="checkbox" checked={ticked.has(at)} onChange={() => tick(at)} /><span dir="auto">{line}</span></label>;
      })}
      {points > 0 && <p class="small muted number" role="status">{t('script_progress', ticked.size, points)}</p>}
    </div>
  );
}
