import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Prospect } from '../../domain/prospect.ts';
import { CHANNELS } from '../../domain/qualification.ts';
import { outcomesOf, type Direction, type Outcome } from '../../domain/touch.ts';
import { t } from '../../platform/locale.ts';
import { log, readLastChannel, type TouchExtra } from '../state/touch.ts';
import { channelWord, outcomeWord } from '../state/words.ts';
import '../style/touch.css';

/** The pad mirrors the keyboard: what we did on the digits, what they did below, the channel below that. */
const KEYS: Record<Direction | 'channel', readonly string[]> = { out: [...'123456789'], in: [...'qwertyuiop'], channel: [...'asdfghjklz'] };

/**
 * Logs a touch: one key says what happened on the channel used last, a key before it picks another one. `n` leads to a note, Escape closes.
 * `channel` is given where it is known already, `extra` says what the touch belongs to; `record` stands in for the log where more hangs on it.
 */
export function TouchPad({ prospect, channel, extra = {}, record = log, onClose, onLogged }: { prospect: Prospect; channel?: string; extra?: TouchExtra; record?: typeof log; onClose: () => void; onLogged?: () => void }): VNode {
  const [at, setAt] = useState(channel ?? 'linkedin');
  const [note, setNote] = useState('');
  const pad = useRef<HTMLDivElement>(null);
  const picked = useRef(false);
  useLayoutEffect(() => pad.current?.focus(), []);
  useEffect(() => { if (channel === undefined) void readLastChannel().then((last) => { if (!picked.current) setAt(last); }); }, []);

  const pick = (next: string): void => { picked.current = true; setAt(next); };
  const keep = async (direction: Direction, outcome: Outcome): Promise<void> => {
    const said = note.replace(/\s+/g, ' ').trim().slice(0, 500);
    if (await record(prospect, at, direction, outcome, { ...extra, ...(said ? { note: said } : {}) })) {
      onClose();
      onLogged?.();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = (event.target as HTMLElement).matches('input');
    if (event.key === 'Escape' && !typing) onClose();
    else if (typing && event.key === 'Escape') pad.current?.focus();
    else if (typing && event.key === 'Enter') pad.current?.focus();
    else if (typing || event.key === 'Tab' || event.key === 'Enter' || event.key === ' ') return event.stopPropagation();
    else if (event.key === 'n') pad.current?.querySelector('input')?.focus();
    else {
      const outcome = (['out', 'in'] as const).flatMap((direction) => outcomesOf(at, direction).map((one, place) => ({ direction, one, key: KEYS[direction][place] }))).find(({ key }) => key === event.key);
      const other = CHANNELS[KEYS.channel.indexOf(event.key)];
      if (outcome) void keep(outcome.direction, outcome.one);
      else if (other) pick(other);
    }
    // no key means something else behind the pad
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="card touch-pad" ref={pad} tabIndex={-1} role="group" aria-label={t('touch_log')} data-testid="touch-pad" onKeyDown={onKeyDown}>
      <p class="small muted row"><strong class="grow">{t('touch_log')}</strong><kbd>Esc</kbd></p>
      {(['out', 'in'] as const).map((direction) => (
        <div key={direction} class="pad-row" role="group" aria-label={t(direction === 'out' ? 'touch_we' : 'touch_they')}>
          <span class="small muted pad-name">{t(direction === 'out' ? 'touch_we' : 'touch_they')}</span>
          <div class="row wrap">
            {outcomesOf(at, direction).map((outcome, place) => (
              <button key={outcome} type="button" class="chip" data-testid={`touch-${direction}-${outcome}`} onClick={() => void keep(direction, outcome)}><kbd aria-hidden="true">{KEYS[direction][place]}</kbd>{outcomeWord(outcome)}</button>
            ))}
          </div>
        </div>
      ))}
      <div class="pad-row" role="radiogroup" aria-label={t('touch_channel')}>
        <span class="small muted pad-name">{t('touch_channel')}</span>
        <div class="row wrap">
          {CHANNELS.map((one, place) => (
            <button key={one} type="button" role="radio" class="chip" aria-checked={one === at} data-testid={`channel-${one}`} onClick={() => pick(one)}><kbd aria-hidden="true">{KEYS.channel[place]}</kbd>{channelWord(one)}</button>
          ))}
        </div>
      </div>
      <label class="pad-row"><span class="small muted pad-name">{t('touch_note')} <kbd aria-hidden="true">n</kbd></span><input class="input" value={note} dir="auto" maxLength={500} autocomplete="off" data-testid="touch-note" onInput={(event) => setNote(event.currentTarget.value)} /></label>
    </div>
  );
}
