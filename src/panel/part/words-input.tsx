import { X } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';

const MOST = 200;
const LONGEST = 80;

/** Words and phrases as chips: comma or Enter adds what is typed, Backspace takes the last off, a pasted list is taken apart. No word twice, whatever its case. */
export function WordsInput({ words, label, placeholder, onChange }: { words: string[]; label: string; placeholder: string; onChange: (words: string[]) => void }): VNode {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const add = (typed: string): void => {
    const next = [...words];
    for (const part of typed.split(/[\n\r,;\t]+/)) {
      const word = part.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
      if (word && next.length < MOST && !next.some((one) => one.toLowerCase() === word.toLowerCase())) next.push(word);
    }
    setText('');
    if (next.length > words.length) onChange(next);
  };
  const remove = (at: number): void => {
    onChange(words.filter((_, index) => index !== at));
    input.current?.focus();
  };
  return (
    <div class="words input" onClick={(event) => { if (event.target === event.currentTarget) input.current?.focus(); }}>
      {words.map((word, at) => (
        <span key={word} class="chip"><span class="one-line" dir="auto">{word}</span><button type="button" aria-label={t('take_off', word)} onClick={() => remove(at)}><Icon of={X} /></button></span>
      ))}
      <input
        ref={input} value={text} aria-label={label} placeholder={words.length === 0 ? placeholder : ''} dir="auto" autocomplete="off" spellcheck={false} maxLength={10_000}
        onInput={(event) => setText(event.currentTarget.value)} onBlur={() => add(text)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text') ?? '';
          if (!/[\n\r,;\t]/.test(pasted)) return;
          event.preventDefault();
          add(`${text}${pasted}`);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === ',' || event.key === 'Enter') {
            add(text);
            // with Ctrl or Cmd it is also the key that saves
            if (!event.ctrlKey && !event.metaKey) event.preventDefault();
          }
          if (event.key === 'Backspace' && text === '' && words.length > 0) { event.preventDefault(); remove(words.length - 1); }
        }}
      />
    </div>
  );
}
