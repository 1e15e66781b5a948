import { LifeBuoy, RotateCcw, Save, ShieldAlert } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { Icon } from '../part/icon.tsx';
import { Restore } from '../part/restore.tsx';
import { Section } from '../part/section.tsx';
import { Toasts } from '../part/toasts.tsx';
import { newestCopy, type NewestCopy } from '../state/backup.ts';
import { saveReadable } from '../state/recover.ts';
import { openFile } from '../state/restore.ts';
import type { trouble } from '../state/trouble.ts';
import { whenWord } from '../state/words.ts';
import { count } from './people-bar.tsx';
import '../style/settings.css';
import '../style/backup.css';

/** In place of the panel when the book cannot be opened: what is wrong, what can be saved, and the way back. Of a book that a newer version made nothing is touched. */
export function Recovery({ why }: { why: NonNullable<typeof trouble.value> }): VNode {
  const [saved, setSaved] = useState('');
  const [newest, setNewest] = useState<NewestCopy | null>(null);
  useEffect(() => void newestCopy().then(setNewest).catch(report), []);
  const save = async (): Promise<void> => {
    const done = await saveReadable();
    setSaved(done === null ? t('recovery_nothing') : done.lost > 0 ? t('recovery_saved_partly', count(done.lost)) : t('recovery_saved'));
  };
  return (
    <main class="recovery settings stack" data-testid="recovery">
      <div class="banner bad" role="alert">
        <Icon of={ShieldAlert} />
        <div class="stack tight"><strong>{t(why === 'newer' ? 'recovery_newer' : 'recovery_broken')}</strong><span>{t(why === 'newer' ? 'recovery_newer_text' : 'recovery_broken_text')}</span></div>
      </div>
      <button class="button" onClick={() => location.reload()}><Icon of={RotateCcw} />{t('recovery_again')}</button>
      <Section icon={LifeBuoy} title={t('recovery_save_title')}>
        <p class="small muted">{t('recovery_save_text')}</p>
        <button class="button" data-testid="recovery-save" onClick={() => void save().catch(report)}><Icon of={Save} />{t('recovery_save')}</button>
        {saved && <p class="small" role="status">{saved}</p>}
      </Section>
      {why === 'broken' && (
        <>
          {newest && <button class="button primary" data-testid="recovery-newest" onClick={() => void openFile(newest.blob, newest.name).catch(report)}><Icon of={RotateCcw} />{t('recovery_newest', whenWord(newest.at), count(newest.people))}</button>}
          <Restore isBroken />
        </>
      )}
      <Toasts />
    </main>
  );
}
