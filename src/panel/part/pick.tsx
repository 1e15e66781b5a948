import { ChevronDown } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { suggest, type Option } from '../../domain/type-ahead.ts';
import { t } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';

/**
 * One of many, found by typing: arrow keys move through what fits, Enter takes it, Escape and leaving keep what was there. `made` offers an option
 * of its own for what is typed.
 */
export function Pick({ value, options, label, tone = '', testId, made, onChange }: {
  value: string; options: readonly Option[]; label: string; tone?: string; testId?: string; made?: (typed: string) => Option | null; onChange: (value: string) => void;
}): VNode {
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const isOpen = typed !== undefined;
  const offers = useMemo(() => {
    if (typed === undefined) return [];
    const own = typed.trim() ? made?.(typed) : null;
    return own ? [...suggest(options, typed), own] : suggest(options, typed);
  }, [options, typed]);
  const shown = options.find((option) => option.value === value)?.name ?? made?.(value)?.name ?? value;
  useEffect(() => { list.current?.children[active]?.scrollIntoView({ block: 'nearest' }); }, [active, isOpen]);

  const open = (): void => {
    setTyped('');
    setActive(Math.max(0, options.findIndex((option) => option.value === value)));
  };
  const take = (option: Option | undefined): void => {
    setTyped(undefined);
    if (option && option.value !== value) onChange(option.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) open();
      else if (offers.length > 0) setActive((now) => (now + (event.key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isOpen) take(offers[active]);
      else open();
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(undefined);
    }
  };
  return (
    <div class={`choose one-of${isOpen ? ' open' : ''}`}>
      <input
        class={`input one-line ${tone}`} value={typed ?? shown} placeholder={shown} aria-label={label} data-testid={testId} dir="auto" autocomplete="off" spellcheck={false} maxLength={100}
        role="combobox" aria-autocomplete="list" aria-expanded={isOpen} aria-controls={id} aria-activedescendant={isOpen && offers.length > 0 ? `${id}-${active}` : undefined}
        onInput={(event) => { setTyped(event.currentTarget.value); setActive(0); }} onClick={() => { if (!isOpen) open(); }} onKeyDown={onKeyDown} onBlur={() => setTyped(undefined)}
      />
      <Icon of={ChevronDown} />
      <ul ref={list} id={id} role="listbox" aria-label={label} class="offers-list" hidden={!isOpen || offers.length === 0}>
        {isOpen && offers.map((option, at) => (
          // the box keeps the focus, or leaving it would close the list before the click
          <li key={option.value} id={`${id}-${at}`} role="option" aria-selected={at === active} onMouseDown={(event) => event.preventDefault()} onClick={() => take(option)}>
            <span class="one-line">{option.name}</span>{option.note && <span class="small muted one-line">{option.note}</span>}
          </li>
        ))}
      </ul>
      <span class="unseen" role="status">{isOpen ? t('choose_offers', offers.length) : ''}</span>
    </div>
  );
}
