import type { VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { suggest, type Option } from '../../domain/type-ahead.ts';
import { t } from '../../platform/locale.ts';

/**
 * One of many, chosen by typing: arrow keys move, Enter or a click takes it. `free` says what Enter does with words that are no option ('' = nothing). The field takes the
 * focus when it comes.
 */
export function Palette({ options, label, free, onChoose, onBack }: { options: readonly Option[]; label: string; free?: (typed: string) => string; onChoose: (value: string, isTyped: boolean) => void; onBack?: () => void }): VNode {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const typed = text.replace(/\s+/g, ' ').trim();
  const offers = useMemo(() => {
    const fits = typed ? suggest(options, text) : [...options];
    const word = free && typed && !options.some(({ name }) => name.toLowerCase() === typed.toLowerCase()) ? [{ value: '', name: free(typed) }] : [];
    return [...fits.slice(0, 100).map((option) => ({ ...option, isTyped: false })), ...word.map((option) => ({ ...option, isTyped: true }))];
  }, [options, text]);
  // as soon as it is drawn: what is typed right after is meant for it
  useLayoutEffect(() => { input.current?.focus(); }, []);
  useEffect(() => { list.current?.children[active]?.scrollIntoView({ block: 'nearest' }); }, [active]);
  const take = (at: number): void => {
    const offer = offers[at];
    if (offer) onChoose(offer.isTyped ? typed : offer.value, offer.isTyped);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && offers.length > 0) {
      event.preventDefault();
      setActive((now) => (now + by + offers.length) % offers.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Backspace' && text === '' && onBack) {
      event.preventDefault();
      onBack();
    }
  };
  return (
    <div class="palette">
      <input ref={input} autofocus class="input" value={text} aria-label={label} placeholder={label} data-testid="palette-input" dir="auto" autocomplete="off" spellcheck={false} maxLength={80}
        role="combobox" aria-autocomplete="list" aria-expanded={offers.length > 0} aria-controls={id} aria-activedescendant={offers.length > 0 ? `${id}-${active}` : undefined}
        onInput={(event) => { setText(event.currentTarget.value); setActive(0); }} onKeyDown={onKeyDown} />
      <ul ref={list} id={id} role="listbox" aria-label={label}>
        {offers.map((offer, at) => (
          <li key={offer.isTyped ? ' typed' : offer.value} id={`${id}-${at}`} role="option" aria-selected={at === active} data-testid="palette-option" onMouseDown={(event) => event.preventDefault()} onMouseMove={() => setActive(at)} onClick={() => take(at)}>
            <span class="one-line grow" dir="auto">{offer.name}</span>{'note' in offer && offer.note && <span class="small muted one-line">{offer.note}</span>}
          </li>
        ))}
      </ul>
      {offers.length === 0 && <p class="small muted">{t('palette_none')}</p>}
    </div>
  );
}
