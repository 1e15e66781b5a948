import { X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { suggest, type Option } from '../../domain/type-ahead.ts';
import { t } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';

const MOST = 200;
const LONGEST = 80;

/**
 * Several of many, chosen by typing: arrow keys move through what fits, Enter takes it, Backspace takes the last off, Escape closes. Words that are in no
 * list may be added as well (Enter or comma), so `chosen` holds values of options and words as typed. `meant` names the option that a text means in other words.
 */
export function Choose({ chosen, options, label, placeholder, meant, onChange }: {
  chosen: string[]; options: readonly Option[]; label: string; placeholder: string; meant?: (typed: string) => string | null; onChange: (chosen: string[]) => void;
}): VNode {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const has = (value: string): boolean => chosen.some((one) => one.toLowerCase() === value.toLowerCase());
  const offers = useMemo(() => {
    const value = text.trim() ? meant?.(text) : null;
    const fits = suggest(options, text);
    const first = options.find((option) => option.value === value);
    return (first ? [first, ...fits.filter((option) => option !== first)] : fits).filter((option) => !has(option.value));
  }, [options, text, chosen]);
  const shown = open && offers.length > 0;
  useEffect(() => { list.current?.children[active]?.scrollIntoView({ block: 'nearest' }); }, [active]);

  const add = (words: readonly string[]): void => {
    const next = [...chosen];
    for (const part of words) {
      const word = part.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
      if (word && next.length < MOST && !next.some((one) => one.toLowerCase() === word.toLowerCase())) next.push(word);
    }
    setText('');
    setOpen(false);
    setActive(-1);
    if (next.length > chosen.length) onChange(next);
  };
  const remove = (at: number): void => {
    onChange(chosen.filter((_, index) => index !== at));
    input.current?.focus();
  };
  const step = (by: number): void => {
    setOpen(true);
    if (offers.length > 0) setActive((now) => (shown ? (now + by + offers.length + (now < 0 && by < 0 ? 1 : 0)) % offers.length : by > 0 ? 0 : offers.length - 1));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (!event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' || event.key === ',') {
      const option = shown && event.key === 'Enter' ? offers[active] : undefined;
      add(option ? [option.value] : [text]);
      // with Ctrl or Cmd it is also the key that saves
      if (!event.ctrlKey && !event.metaKey) event.preventDefault();
    } else if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Backspace' && text === '' && chosen.length > 0) {
      event.preventDefault();
      remove(chosen.length - 1);
    }
  };
  return (
    <div class="choose">
      <div class="words input" onClick={(event) => { if (event.target === event.currentTarget) input.current?.focus(); }}>
        {chosen.map((value, at) => (
          <span key={value} class="chip"><span class="one-line" dir="auto">{options.find((option) => option.value === value)?.name ?? value}</span><button type="button" aria-label={t('take_off', value)} onClick={() => remove(at)}><Icon of={X} /></button></span>
        ))}
        <input
          ref={input} value={text} aria-label={label} placeholder={chosen.length === 0 ? placeholder : ''} dir="auto" autocomplete="off" spellcheck={false} maxLength={10_000}
          role="combobox" aria-autocomplete="list" aria-expanded={shown} aria-controls={id} aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          onInput={(event) => { setText(event.currentTarget.value); setOpen(true); setActive(-1); }}
          onClick={() => setOpen(true)} onKeyDown={onKeyDown}
          onBlur={() => add([text])}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text') ?? '';
            if (!/[\n\r,;\t]/.test(pasted)) return;
            event.preventDefault();
            add(`${text}${pasted}`.split(/[\n\r,;\t]+/));
          }}
        />
      </div>
      <ul ref={list} id={id} role="listbox" aria-label={label} class="offers-list" hidden={!shown}>
        {shown && offers.map((option, at) => (
          // the box keeps the focus, or leaving it would close the list before the click
          <li key={option.value} id={`${id}-${at}`} role="option" aria-selected={at === active} onMouseDown={(event) => event.preventDefault()} onClick={() => add([option.value])}>
            <span class="one-line">{option.name}</span>{option.note && <span class="small muted one-line">{option.note}</span>}
          </li>
        ))}
      </ul>
      <span class="unseen" role="status">{shown ? t('choose_offers', offers.length) : ''}</span>
    </div>
  );
}
