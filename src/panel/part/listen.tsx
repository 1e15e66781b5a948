import { Ear } from 'lucide';
import type { VNode } from 'preact';
import type { Touch } from '../../domain/activity.ts';
import { ENOUGH, unanswered } from '../../domain/touch.ts';
import { t } from '../../platform/locale.ts';
import { dateWord } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** After three asks or more without an answer: listen, not push, and what to do instead. Nothing before that. `onPause` puts them off. */
export function Listen({ touches, onPause }: { touches: readonly Touch[]; onPause?: () => void }): VNode | null {
  const { count, since } = unanswered(touches);
  if (count < ENOUGH) return null;
  return (
    <section class="banner warn listen" aria-label={t('listen_title')} data-testid="listen">
      <Icon of={Ear} />
      <div class="grow stack tight">
        <p><strong>{t('listen_title')}</strong> · {t('listen_count', count, dateWord(since))}</p>
        <ul class="small instead"><li>{t('listen_warm')}</li><li>{t('listen_ask')}</li><li>{t('listen_other')}</li></ul>
        {onPause && <div class="row wrap"><button class="button" onClick={onPause}>{t('listen_pause')}</button></div>}
      </div>
    </section>
  );
}
