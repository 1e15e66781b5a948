import { Undo2, Users } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ImportProgress } from '../../domain/import-talk.ts';
import { t } from '../../platform/locale.ts';
import { showImported, takeBack } from '../state/past-import.ts';
import { closeImport, stop, type TableImport } from '../state/table-import.ts';
import { count } from '../view/people-bar.tsx';
import { Icon } from './icon.tsx';

/** How far it is, how fast, and how long it takes still; with a way to stop. */
export function ImportProgressBar({ label, progress, stopLabel }: { label: string; progress: ImportProgress | undefined; stopLabel: string }): VNode {
  const { done = 0, rows = 0, pace = 0, left } = progress ?? {};
  return (
    <div class="card progress-card" role="status" data-testid="import-progress">
      <div class="row wrap"><strong class="grow">{label}</strong><span class="small muted number">{pace > 0 ? t('import_pace', count(Math.round(pace))) : ''}{left !== undefined && left > 1 ? ` · ${leftWord(left)}` : ''}</span></div>
      {rows > 0 ? <progress max={rows} value={done} aria-label={label} /> : <progress aria-label={label} />}
      <div class="row"><span class="grow small number">{rows > 0 ? t('import_done_of', count(done), count(rows)) : ''}</span><button class="button" data-testid="import-stop" aria-keyshortcuts="x" onClick={stop}>{stopLabel} <kbd>x</kbd></button></div>
    </div>
  );
}

/** How it ended, and what can be done about it. */
export function ImportEnded({ ended }: { ended: Extract<TableImport, { step: 'ended' }> }): VNode {
  const { end, count: { results }, order } = ended;
  const brought = results.new + results.update;
  const next = useRef<HTMLDivElement>(null);
  // what comes next is under the rep's finger
  useEffect(() => { next.current?.querySelector('button')?.focus({ preventScroll: true }); }, []);
  return (
    <div class={`banner ${end === 'stored' ? 'good' : 'warn'} ended`} role="status" data-testid="import-ended">
      <div class="stack tight grow">
        <strong dir="auto">{t(`import_end_${end}`, order.file, count(results.new), count(results.update))}</strong>
        <div class="row wrap" ref={next}>
          {results.new > 0 && <button class="button primary" data-testid="import-show" onClick={() => showImported(order.id)}><Icon of={Users} />{t('import_show', count(results.new))}</button>}
          {brought > 0 && <button class="button" data-testid="import-undo" onClick={() => { closeImport(); void takeBack(order.id, order.label); }}><Icon of={Undo2} />{t('import_undo')}</button>}
          <button class="button quiet" data-testid="import-close" onClick={closeImport}>{t('import_another')}</button>
        </div>
      </div>
    </div>
  );
}

function leftWord(seconds: number): string {
  return seconds < 90 ? t('import_left_seconds', Math.round(seconds)) : t('import_left_minutes', Math.round(seconds / 60));
}
