import type { VNode } from 'preact';
import type { Account } from '../../domain/account.ts';
import type { FollowUp } from '../../domain/activity.ts';
import type { Prospect } from '../../domain/prospect.ts';

/** The message of the follow-up's template for this person. */
export function TodayMessage(_what: { prospect: Prospect; account: Account | undefined; followUp: FollowUp }): VNode | null {
  return null;
}
