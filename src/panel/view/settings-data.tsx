import { HardDrive } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import type { BookTable } from '../../domain/book.ts';
import { countRows } from '../../storage/dump.ts';
import { Section } from '../part/section.tsx';
import { book, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';
import { toast } from '../state/toast.ts';
import { bytesWord } from '../state/words.ts';
import { count } from './people-bar.tsx';

const SHOWN: BookTable[] = ['prospects', 'accounts', 'notes', 'followUps', 'lists', 'icps', 'history'];

interface Room {
  used: number;
  quota: number;
  kept: boolean;
}

/** What is in the book, where it is kept, and whether the browser may clear it. */
export function DataSection(): VNode {
  const counts = useLive(() => countRows(book), []);
  const [room, setRoom] = useState<Room>();
  const look = async (): Promise<void> => {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    setRoom({ used: usage, quota, kept: await navigator.storage.persisted() });
  };
  useEffect(() => void look().catch(report), [counts]);
  const keep = async (): Promise<void> => {
    const granted = await navigator.storage.persist();
    toast(t(granted ? 'settings_kept_now' : 'settings_kept_refused'), { bad: !granted });
    await look();
  };
  return (
    <Section icon={HardDrive} title={t('settings_data')}>
      <p>{t('settings_data_text')}</p>
      <dl class="counts">
        {SHOWN.map((table) => <div key={table}><dt>{t(`settings_table_${table.toLowerCase()}` as MessageName)}</dt><dd class="number">{counts ? count(counts[table]) : '…'}</dd></div>)}
      </dl>
      {room && (
        <p class="small muted">
          {t('settings_room', bytesWord(room.used), bytesWord(room.quota))} {t(room.kept ? 'settings_kept' : 'settings_not_kept')}
        </p>
      )}
      <p class="small muted">{t('settings_places')}</p>
      <p><a href={to('privacy')} data-testid="privacy-open">{t('settings_privacy')}</a></p>
      <a class="button" href={to('backups')} data-testid="to-backups">{t('backups')}</a>
      {room && !room.kept && <button class="button" onClick={() => void keep().catch(report)}>{t('settings_keep')}</button>}
    </Section>
  );
}
