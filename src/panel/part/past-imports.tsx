import { History, Undo2, Users } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ImportRecord } from '../../domain/import-record.ts';
import { presetOf } from '../../files/preset/catalog.ts';
import { t } from '../../platform/locale.ts';
import { isImporting } from '../state/import-lock.ts';
import { book, useLive } from '../state/book.ts';
import { showImported, takeBack } from '../state/past-import.ts';
import { dateWord } from '../state/words.ts';
import { count } from '../view/people-bar.tsx';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

const SHOWN = 20;

/** The imports of the past, the last one first, each with its way back; one that was cut off says how to go on. */
export function PastImports({ chosen }: { chosen: string }): VNode | null {
  const records = useLive(() => book.imports.toArray().then((rows) => rows.toSorted((a, b) => b.at - a.at)), []);
  const [all, setAll] = useState(false);
  if (!records?.length) return null;
  return (
    <Section icon={History} title={t('import_past')}>
      <ul class="past">{(all ? records : records.slice(0, SHOWN)).map((record) => <Past key={record.id} record={record} isChosen={record.id === chosen} />)}</ul>
      {records.length > SHOWN && !all && <button class="button quiet" onClick={() => setAll(true)}>{t('import_past_all', count(records.length))}</button>}
    </Section>
  );
}

function Past({ record, isChosen }: { record: ImportRecord; isChosen: boolean }): VNode {
  const { id, file, preset, at, state, added, updated, refused, done, rows } = record;
  const running = useRunning(state === 'storing');
  const label = t('import_label', file);
  return (
    <li class={`past-import${isChosen ? ' chosen' : ''}`} data-testid="past-import">
      <div class="grow stack tight">
        <span class={`strong one-line${state === 'undone' ? ' muted' : ''}`} dir="auto">{file}</span>
        <span class="small muted">{[dateWord(at), preset === 'generic' || preset === 'book' ? '' : presetOf(preset).label, t('import_past_counts', count(added), count(updated), count(refused))].filter(Boolean).join(' · ')}</span>
        {state === 'undone' && <span class="small"><span class="chip">{t('import_past_undone')}</span></span>}
        {state === 'stopped' && <span class="small"><span class="chip warn">{t('import_past_stopped', count(done), count(rows))}</span></span>}
        {state === 'storing' && (running ? <span class="small"><span class="chip accent">{t('import_past_running')}</span></span> : <span class="small bad-text" role="status" data-testid="import-cut-off">{t('import_past_cut_off', count(done), count(rows))}</span>)}
      </div>
      {added > 0 && state !== 'undone' && <button class="button icon-only" aria-label={t('import_show_of', file)} title={t('import_show', count(added))} onClick={() => showImported(id)}><Icon of={Users} /></button>}
      {state !== 'undone' && !running && <button class="button icon-only" data-testid="past-undo" aria-label={t('import_undo_of', file)} title={t('import_undo')} onClick={() => void takeBack(id, label)}><Icon of={Undo2} /></button>}
    </li>
  );
}

/** Is somebody at work on an import? Who is holds a lock as long as they live. */
function useRunning(isOpen: boolean): boolean {
  const [running, setRunning] = useState(isOpen);
  useEffect(() => {
    if (!isOpen) return setRunning(false);
    const look = (): void => void isImporting().then(setRunning);
    look();
    const timer = setInterval(look, 2_000);
    return () => clearInterval(timer);
  }, [isOpen]);
  return running;
}
