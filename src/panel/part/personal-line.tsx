import { Sparkles } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { draftedLine, draftTask } from '../../domain/draft-line.ts';
import { askModel, modelState, type ModelState } from '../../platform/language-model.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { toast } from '../state/toast.ts';
import '../style/template.css';
import { Icon } from './icon.tsx';

/** The line that the rep writes for one person. With `drafts` on, and where the browser has a model on the machine, the notes can be made a draft of it. */
export function PersonalLine({ line, needed, notes, drafts, onChange }: { line: string; needed: boolean; notes: readonly string[]; drafts: boolean; onChange: (line: string) => void }): VNode {
  const [model, setModel] = useState<ModelState>('none');
  const [drafted, setDrafted] = useState('');
  const working = useRef<AbortController | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const language = uiLocale().split('-')[0] ?? 'en';
  useEffect(() => { if (drafts) void modelState(language).then(setModel); }, [drafts]);
  useEffect(() => () => working.current?.abort(), []);
  const task = drafts && model !== 'none' ? draftTask(notes, language) : null;

  const draft = async (): Promise<void> => {
    if (!task || working.current) return;
    working.current = new AbortController();
    setIsWorking(true);
    const { signal } = working.current;
    const made = draftedLine(await askModel(task, language, signal) ?? '');
    working.current = null;
    if (signal.aborted) return;
    setIsWorking(false);
    if (!made) return toast(t('draft_none'), { bad: true });
    setDrafted(made);
    onChange(made);
  };
  return (
    <div class="personal-line stack tight">
      <label class="stack tight"><span class="row small"><span class="grow one-line">{t('composer_line')}</span>{needed && <span class="muted">{t('composer_line_needed')}</span>}</span>
        <textarea class="input" rows={2} maxLength={1_000} value={line} dir="auto" placeholder={t('composer_line_placeholder')} data-testid="composer-line" onInput={(event) => onChange(event.currentTarget.value)} />
      </label>
      {task && (
        <span class="row wrap">
          <button type="button" class="button quiet" disabled={isWorking} data-testid="draft-line" onClick={() => void draft()}><Icon of={Sparkles} />{t(isWorking ? 'draft_working' : model === 'download' ? 'draft_download' : 'draft_line')}</button>
          {drafted !== '' && line === drafted && <span class="chip warn" data-testid="drafted">{t('draft_mark')}</span>}
        </span>
      )}
    </div>
  );
}
