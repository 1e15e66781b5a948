import { History, NotebookPen } from 'lucide';
import type { VNode } from 'preact';
import { openSignals } from '../../domain/signal.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import type { FocusRows } from '../../storage/morning.ts';
import { Icon } from '../part/icon.tsx';
import { Listen } from '../part/listen.tsx';
import { WhyNow } from '../part/why-now.tsx';
import { now } from '../state/clock.ts';
import { channelWord } from '../state/words.ts';

const DAY = 86_400_000;

/** Why now, what was last, and when it is time to listen rather than to push. */
export function TodayFacts({ rows: { prospect, last, touches, note } }: { rows: FocusRows }): VNode {
  const [signal] = prospect ? openSignals(prospect) : [];
  return (
    <div class="stack tight today-facts">
      {signal && <WhyNow signal={signal} />}
      <p class="row small muted"><Icon of={History} /><span class="grow two-lines" dir="auto">{last ? t(last.direction === 'in' ? 'today_last_in' : 'today_last_out', channelWord(last.channel), agoOf(last.at)) : t('today_no_touch')}{last?.note && ` · ${last.note}`}</span></p>
      {note && <p class="row small muted"><Icon of={NotebookPen} /><span class="grow two-lines" dir="auto">{note}</span></p>}
      <Listen touches={touches} />
    </div>
  );
}

function agoOf(at: number): string {
  const days = Math.round((at - now.value) / DAY);
  const format = new Intl.RelativeTimeFormat(uiLocale(), { numeric: 'auto' });
  return Math.abs(days) < 60 ? format.format(days, 'day') : format.format(Math.round(days / 30), 'month');
}
