import type { VNode } from 'preact';
import type { FollowUp } from '../../domain/activity.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { Composer, type ComposerProps } from '../part/composer.tsx';
import { ComposerCard } from '../part/composer-card.tsx';

/** The message for a follow-up: of its template at once, without one when it is wanted. */
export function TodayMessage({ prospect, followUp: { channel, templateId, enrolmentId, stepId }, onSent, isQuiet }: { prospect: Prospect; followUp: FollowUp; onSent: ComposerProps['onSent']; isQuiet: boolean }): VNode {
  const props: ComposerProps = { prospect, channel, templateId, enrolmentId, stepId, onSent, isQuiet };
  return templateId ? <Composer {...props} /> : <ComposerCard {...props} />;
}
