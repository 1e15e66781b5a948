import { Hourglass, Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { readErasures } from '../../storage/erasure.ts';
import { Icon } from '../part/icon.tsx';
import { book, useLive } from '../state/book.ts';
import { bringBack, erasing } from '../state/privacy.ts';
import { count } from './people-bar.tsx';

/** Erasures that can still be taken back, each with the time that is left; and the one that is under way. */
export function PrivacyErasures(): VNode | null {
  const rows = useLive(() => readErasures(book), []) ?? [];
  const [time, setTime] = useState(Date.now());
  const waits = rows.length > 0;
  useEffect(() => {
    if (!waits) return;
    setTime(Date.now());
    const tick = setInterval(() => setTime(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, [waits]);
  const now = erasing.value;
  const open = rows.filter(({ purgeAt }) => purgeAt > time);
  if (!now && open.length === 0) return null;
  return (
    <div class="stack tight" role="group" aria-label={t('erasures')}>
      {now && (
        <div class="banner" role="status"><Icon of={Hourglass} /><label class="grow small">{t('erasing', count(now.done), count(now.total))}<progress max={now.total} value={now.done} /></label><button class="button" onClick={() => now.stop.abort()}>{t('stop')}</button></div>
      )}
      {!now && open.map(({ id, purgeAt, people }) => (
        <div key={id} class="banner warn" data-testid="erasure"><Icon of={Hourglass} />
          <p class="grow">{people.length === 1 ? t('erasure_one', left(purgeAt - time)) : t('erasure_many', count(people.length), left(purgeAt - time))}</p>
          <button class="button" data-testid="erasure-undo" onClick={() => void bringBack(id, people.length === 1 ? t('change_erased') : t('change_erased_many', people.length))}><Icon of={Undo2} />{t('undo')}</button>
        </div>
      ))}
    </div>
  );
}

/** 9:05 */
function left(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
