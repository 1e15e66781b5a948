import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';
import { number } from '../state/number.ts';
import { running } from '../state/progress.ts';

/** How far something is that is done to many, with the way to end it. */
export function ProgressToast(): VNode | null {
  const now = running.value;
  if (!now || now.all === 0) return null;
  return (
    <div class="toast progress-toast" data-testid="progress">
      <span class="grow">{now.label}<progress value={now.done} max={now.all} aria-label={now.label} /><span class="small number">{t('progress_of', number(now.done), number(now.all))}</span></span>
      <button class="button" data-testid="progress-stop" onClick={now.stop}>{t('progress_stop')}</button>
    </div>
  );
}
