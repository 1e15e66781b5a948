import { Flame } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { EngagementReason } from '../../domain/engagement.ts';
import { CHANNELS } from '../../domain/qualification.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { day } from './due.tsx';
import { Icon } from './icon.tsx';

const FEW = 6;

/** Engagement with the touches that make it; what one thing is still worth stands beside it. */
export function EngagementCard({ engagement, reasons }: { engagement: number; reasons: EngagementReason[] }): VNode {
  const [open, setOpen] = useState(false);
  const last = Math.max(...reasons.map(({ touch }) => touch.at));
  if (reasons.length === 0) {
    return (
      <section class="card row engagement" aria-label={t('engagement')} data-testid="engagement">
        <Icon of={Flame} /><p class="small muted grow">{t('engagement_none')}</p><strong class="number" title={t('engagement_of', 0)}>0</strong>
      </section>
    );
  }
  return (
    <section class="card fit engagement" aria-label={t('engagement')} data-testid="engagement">
      <button type="button" class="fit-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={Flame} />
        <span class="grow stack tight">
          <strong>{t('engagement')}</strong>
          <span class="small muted">{reasons.length === 1 ? t('engagement_one', day(last)) : t('engagement_many', reasons.length, day(last))}</span>
        </span>
        <strong class="number" title={t('engagement_of', engagement)} data-testid="engagement-score">{engagement}</strong>
        <span class="small fit-more">{open ? t('less') : t('why')}</span>
      </button>
      <ul class="reasons" hidden={!open}>
        {reasons.slice(0, FEW).map(({ touch, points }) => (
          <li key={touch.id} class="reason small" data-testid="engagement-reason">
            <span class="grow two-lines" dir="auto">{channelName(touch.channel)}{touch.outcome && ` · ${touch.outcome.slice(0, 80).replace(/[-_]/g, ' ')}`}</span>
            <time class="muted number">{day(touch.at)}</time>
            <span class="number reason-points">{points < 0.05 ? '0' : points.toFixed(points < 10 ? 1 : 0)}</span>
          </li>
        ))}
        <li class="small muted reason">{t('engagement_half_life')}</li>
      </ul>
    </section>
  );
}

/** A channel as the rep calls it; one that is not ours is shown as it was said. */
export function channelName(channel: string): string {
  return (CHANNELS as readonly string[]).includes(channel) ? t(`channel_${channel}` as MessageName) : channel.slice(0, 40);
}
