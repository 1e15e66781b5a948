import type { VNode } from 'preact';
import type { FollowUp } from '../../domain/activity.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { QueueEntry } from '../../domain/queue.ts';
import { t } from '../../platform/locale.ts';
import { Composer } from '../part/composer.tsx';
import { book, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';
import { logAndSettle } from '../state/today-log.ts';

/** The message of the follow-up's template, or of the one that suits best, filled in for this person; logging it settles the follow-up. */
export function TodayMessage({ prospect, followUp, entry, order, name }: { prospect: Prospect; followUp: FollowUp; entry: QueueEntry; order: readonly QueueEntry[]; name: string }): VNode | null {
  const count = useLive(() => book.templates.count(), []);
  if (count === undefined) return null;
  if (count === 0) return <p class="small"><a href={to('templates')}>{t('today_no_templates')}</a></p>;
  return (
    <div class="today-message">
      <Composer prospect={prospect} channel={entry.channel || undefined} templateId={followUp.templateId} enrolmentId={followUp.enrolmentId} stepId={followUp.stepId}
        record={async (_name, { prospectId: _who, ...sent }) => {
          await logAndSettle(entry, order, name, { direction: 'out', outcome: 'sent', ...sent });
          return true;
        }} />
    </div>
  );
}
