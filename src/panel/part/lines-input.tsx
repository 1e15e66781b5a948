import { Plus, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';

interface Line { key: number; text: string }
let lastKey = 0;
const lineOf = (text: string): Line => ({ key: ++lastKey, text });

/**
 * A list of short texts, edited in place: Enter begins the next line, Backspace in an empty one takes it away, arrows go up and down,
 * with Alt they move the line. A change is reported on Enter, after a move, and when a line is left; blank lines are not part of it.
 */
export function LinesInput({ lines, label, placeholder, longest, most, testId, onChange }: {
  lines: readonly string[]; label: string; placeholder: string; longest: number; most: number; testId: string; onChange: (lines: string[]) => void;
}): VNode {
  const [draft, setDraft] = useState<Line[]>(() => lines.map(lineOf));
  const list = useRef<HTMLUListElement>(null);
  const current = useRef(draft);
  current.current = draft;
  const stored = lines.join('\n');
  // Enter reports, and leaving the line does so again before the book has answered
  const said = useRef(stored);
  useEffect(() => { said.current = stored; }, [stored]);
  // what is being typed is not overwritten; an undo or an edit elsewhere shows at once
  useEffect(() => { if (!list.current?.contains(document.activeElement)) setDraft(lines.map(lineOf)); }, [stored]);

  const set = (next: Line[]): void => { current.current = next; setDraft(next); };
  const report = (): void => {
    const next = current.current.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
    if (next.join('\n') === said.current) return;
    said.current = next.join('\n');
    onChange(next);
  };
  const focus = (at: number): void => {
    const field = list.current?.querySelectorAll('textarea')[Math.max(0, Math.min(at, current.current.length - 1))];
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  };
  // the line may not be drawn yet; a frame later the next key would be lost
  const wanted = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    focus(wanted.current);
    wanted.current = undefined;
  });
  const insert = (at: number, texts: string[]): void => {
    const room = Math.max(0, most - current.current.length);
    if (room === 0) return;
    set(current.current.toSpliced(at, 0, ...texts.slice(0, room).map((text) => lineOf(text.slice(0, longest)))));
    wanted.current = at + Math.min(room, texts.length) - 1;
  };
  const remove = (at: number): void => {
    wanted.current = at - 1;
    set(current.current.toSpliced(at, 1));
    report();
  };
  const move = (at: number, by: number): void => {
    const moved = current.current[at];
    if (!moved || at + by < 0 || at + by >= current.current.length) return;
    set(current.current.toSpliced(at, 1).toSpliced(at + by, 0, moved));
    wanted.current = at + by;
    report();
  };

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }, at: number): void => {
    if (event.isComposing) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const up = event.key === 'ArrowUp', down = event.key === 'ArrowDown';
    if (event.key === 'Enter') {
      event.preventDefault();
      report();
      if (value.trim()) insert(at + 1, ['']);
    } else if (event.key === 'Backspace' && value === '') {
      event.preventDefault();
      remove(at);
    } else if ((up || down) && event.altKey) {
      event.preventDefault();
      move(at, up ? -1 : 1);
    } else if ((up && selectionStart === 0 && selectionEnd === 0 && at > 0) || (down && selectionStart === value.length && at < current.current.length - 1)) {
      event.preventDefault();
      focus(at + (up ? -1 : 1));
    }
  };

  return (
    <div class="lines" role="group" aria-label={label} data-testid={testId} onFocusOut={(event) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) set(current.current.filter(({ text }) => text.trim()));
      report();
    }}>
      <ul ref={list}>
        {draft.map(({ key, text }, at) => (
          <li key={key} class="line">
            <textarea class="input field-input" value={text} rows={Math.max(1, Math.ceil(text.length / 46))} maxLength={longest} aria-label={t('line_of', label, at + 1)} placeholder={placeholder} dir="auto" autocomplete="off"
              onInput={(event) => set(current.current.with(at, { key, text: event.currentTarget.value.replace(/\n/g, ' ') }))}
              onPaste={(event) => {
                const pasted = (event.clipboardData?.getData('text') ?? '').split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
                if (pasted.length < 2) return;
                event.preventDefault();
                insert(at + 1, pasted);
              }}
              onKeyDown={(event) => onKeyDown(event, at)} />
            <button type="button" class="button quiet icon-only" tabIndex={-1} aria-label={t('take_off', text || t('line_of', label, at + 1))} title={t('line_remove')} onClick={() => remove(at)}><Icon of={X} /></button>
          </li>
        ))}
      </ul>
      {draft.length < most && <button type="button" class="button quiet add-line" onClick={() => insert(draft.length, [''])}><Icon of={Plus} />{draft.length === 0 ? placeholder : t('line_add')}</button>}
    </div>
  );
}
