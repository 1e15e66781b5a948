import { CircleCheck, CircleHelp, Clock, CloudOff, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { t, type MessageName } from '../../platform/locale.ts';
import { readSyncLines, type SyncLine } from '../../storage/sync-line.ts';
import { book, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { to } from '../state/route.ts';
import { Icon } from './icon.tsx';
import { agoText } from './sync-words.ts';

const ICONS = { linked: CircleCheck, waiting: Clock, asking: CircleHelp, conflict: TriangleAlert, deleted: CircleHelp, refused: TriangleAlert, left: CloudOff, none: CloudOff };
const URGENT = new Set<SyncLine['standing']>(['asking', 'conflict', 'deleted', 'refused']);

/** How a person stands with each connected CRM, one short line each; nothing while none is connected. */
export function SyncLines({ id }: { id: string }): VNode | null {
  const lines = useLive(() => readSyncLines(book, 'prospect', id), [id]);
  if (!lines?.length) return null;
  return (
    <ul class="sync-lines small">
      {lines.map(({ connection, label, standing, doneAt }) => (
        <li key={connection} class={`row${URGENT.has(standing) ? ' warn-text' : ' muted'}`} data-testid="sync-line">
          <Icon of={ICONS[standing]} />
          <span class="one-line">
            <a href={to('connection', connection)}><bdi>{label}</bdi></a>{' · '}
            {standing === 'linked' && doneAt !== undefined ? t('sync_line_synced', agoText(doneAt, now.value)) : t(`sync_line_${standing}` as MessageName)}
          </span>
        </li>
      ))}
    </ul>
  );
}
