import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import type { FollowUp } from '../../domain/activity.ts';
import { CHANNELS } from '../../domain/qualification.ts';
import type { QueueEntry } from '../../domain/queue.ts';
import { outcomesOf, type Direction, type Outcome } from '../../domain/touch.ts';
import { t } from '../../platform/locale.ts';
import { bindKeys } from '../state/key.ts';
import { logAndSettle } from '../state/today-log.ts';
import { channelWord, outcomeWord } from '../state/words.ts';

const IN_KEYS = 'abcdefghij';

/** The channel that was used last: what has none of its own begins with it. */
const lastChannel = signal<string>('linkedin');

/** What came of it, in one key: numbers for what the rep did, letters for what came back; the arrow keys change the channel. */
export function LogPad({ entry, order, name, followUp, onClose }: { entry: QueueEntry; order: readonly QueueEntry[]; name: string; followUp?: FollowUp; onClose: () => void }): VNode {
  const [channel, setChannel] = useState(entry.channel || lastChannel.value);
  const turn = (by: number): void => {
    const at = (CHANNELS as readonly string[]).indexOf(channel);
    setChannel(CHANNELS[(Math.max(0, at) + by + CHANNELS.length) % CHANNELS.length]!);
  };
  const log = (direction: Direction, outcome: Outcome): void => {
    lastChannel.value = channel;
    onClose();
    void logAndSettle(entry, order, name, { channel, direction, outcome, ...(followUp?.templateId ? { templateId: followUp.templateId } : {}), ...(followUp?.enrolmentId ? { enrolmentId: followUp.enrolmentId } : {}), ...(followUp?.stepId ? { stepId: followUp.stepId } : {}) });
  };
  const keyed = (['out', 'in'] as const).map((direction) => ({ direction, outcomes: outcomesOf(channel, direction).slice(0, 10).map((outcome, at) => ({ outcome, key: direction === 'out' ? String(at + 1) : IN_KEYS[at]! })) }));
  useLayoutEffect(() => bindKeys([
    ...keyed.flatMap(({ direction, outcomes }) => outcomes.map(({ outcome, key }) => ({ key, label: outcomeWord(outcome), run: () => log(direction, outcome) }))),
    { key: 'ArrowRight', label: t('key_channel_next'), run: () => turn(1) },
    { key: 'ArrowLeft', label: t('key_channel_previous'), run: () => turn(-1) },
    { key: 'Escape', label: t('close'), run: onClose },
  ]), [channel, entry.key, order]);
  return (
    <div class="pad stack tight" role="group" aria-label={t('today_log')} data-testid="log-pad">
      <div class="row">
        <label class="row grow"><span class="small muted">{t('today_log_channel')}</span>
          <select class="input" value={channel} data-testid="log-channel" onChange={(event) => { setChannel(event.currentTarget.value); event.currentTarget.blur(); }}>
            {CHANNELS.map((one) => <option key={one} value={one}>{channelWord(one)}</option>)}
          </select>
        </label>
        <button type="button" class="chip" onClick={onClose}><kbd aria-hidden="true">esc</kbd>{t('cancel')}</button>
      </div>
      {keyed.map(({ direction, outcomes }) => outcomes.length > 0 && (
        <div key={direction} class="pad-side">
          <span class="small muted">{t(direction === 'out' ? 'today_log_out' : 'today_log_in')}</span>
          <div class="row wrap pad-keys">
            {outcomes.map(({ outcome, key }) => <button key={outcome} type="button" class="chip" aria-keyshortcuts={key} aria-label={outcomeWord(outcome)} onClick={() => log(direction, outcome)}><kbd aria-hidden="true">{key}</kbd>{outcomeWord(outcome)}</button>)}
          </div>
        </div>
      ))}
    </div>
  );
}
