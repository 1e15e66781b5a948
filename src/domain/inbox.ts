import { lookAt } from './aside.ts';
import { isNewLead } from './lead.ts';
import type { Prospect } from './prospect.ts';
import { openSignals } from './signal.ts';

export const INBOX_GROUPS = ['signals', 'leads', 'back'] as const;
export type InboxGroup = (typeof INBOX_GROUPS)[number];

/** That somebody (`id`) waits in a group of the inbox. `at` (epoch ms) sorts it: when the newest signal or the lead came, when somebody comes back (0 = no date yet). */
export interface InboxEntry {
  group: InboxGroup;
  at: number;
  id: string;
}

/** What of a prospect waits in the inbox. It follows from the row alone, never from the clock; nobody waits for most. */
export function inboxOf(prospect: Prospect | undefined): InboxEntry[] {
  if (!prospect) return [];
  const { id } = prospect;
  const entries: InboxEntry[] = [];
  const signals = openSignals(prospect);
  if (signals.length > 0) entries.push({ group: 'signals', at: Math.max(...signals.map(({ at }) => at)), id });
  if (isNewLead(prospect) && prospect.stage !== 'nurture' && prospect.stage !== 'disqualified') entries.push({ group: 'leads', at: prospect.lead?.at ?? prospect.createdAt, id });
  if (prospect.stage === 'nurture') entries.push({ group: 'back', at: lookAt(prospect.aside), id });
  return entries;
}
