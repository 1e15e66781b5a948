import { Clock } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Prospect } from '../../domain/prospect.ts';
import { isZone } from '../../domain/wall-time.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { setFact } from '../../storage/prospect-fact.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { usePersonZone } from '../state/person-zone.ts';
import { Icon } from './icon.tsx';

/** What time it is where somebody lives, who says so, and a box to say it by hand. */
export function TheirTime({ prospect }: { prospect: Prospect }): VNode {
  const id = useId();
  const known = usePersonZone(prospect);
  const [text, setText] = useState(prospect.timeZone ?? '');
  const [focused, setFocused] = useState(false);
  useEffect(() => { if (!focused) setText(prospect.timeZone ?? ''); }, [prospect.timeZone]);
  const typed = text.trim().replace(/ /g, '_');
  const wrong = typed !== '' && !isZone(typed);
  const keep = (): void => {
    setFocused(false);
    if (wrong || typed === (prospect.timeZone ?? '')) return;
    void act(t('change_field', t('their_zone')), (change) => setFact(book, prospect.id, 'timeZone', typed, change));
  };
  return (
    <div class="stack tight" data-testid="their-time">
      <label class="row fact"><span class="small muted fact-name">{t('their_zone')}</span>
        <input class="input grow" data-testid="time-zone" list={id} value={text} placeholder={known?.by === 'place' ? known.zone : t('their_zone_unknown')} aria-invalid={wrong} maxLength={60} autocomplete="off" spellcheck={false}
          onFocus={() => setFocused(true)} onInput={(event) => setText(event.currentTarget.value)} onBlur={keep}
          onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); event.currentTarget.blur(); } }} />
        <datalist id={id}>{focused && Intl.supportedValuesOf('timeZone').map((one) => <option key={one} value={one} />)}</datalist>
      </label>
      {wrong
        ? <p class="small bad-text">{t('their_zone_wrong')}</p>
        : known && <p class="small muted row"><Icon of={Clock} />{t(known.by === 'hand' ? 'their_time_hand' : 'their_time_place', timeIn(known.zone, now.value))}</p>}
    </div>
  );
}

/** Weekday and time in a zone: "Tue 14:05". */
export function timeIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat(uiLocale(), { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone: zone }).format(at);
}
