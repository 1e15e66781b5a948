import type { VNode } from 'preact';
import type { FollowUp } from '../../domain/activity.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { Composer, type ComposerProps } from '../part/composer.tsx';
import { book, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';

/** The message of the follow-up's template, or of the one that suits best, filled in for this person; logging it settles the follow-up. */
export function TodayMessage({ prospect, followUp: { templateId, enrolmentId, stepId }, channel, onSent, isQuiet }: { prospect: Prospect; followUp: FollowUp; channel: string; onSent: ComposerProps['onSent']; isQuiet: boolean }): VNode | null {
  const count = useLive(() => book.templates.count(), []);
  if (count === undefined) return null;
  if (count === 0) return <p class="small"><a href={to('templates')}>{t('today_no_templates')}</a></p>;
  return <div class="today-message"><Composer prospect={prospect} channel={channel || undefined} templateId={templateId} enrolmentId={enrolmentId} stepId={stepId} onSent={onSent} isQuiet={isQuiet} /></div>;
}
