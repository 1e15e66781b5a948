import { NotebookPen } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Note } from '../../domain/activity.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { addNote } from '../../storage/person.ts';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { Icon } from './icon.tsx';

/** Notes on a person, newest first, with a box for the next one. Ctrl+Enter keeps it. */
export function Notes({ prospectId, name, notes }: { prospectId: string; name: string; notes: Note[] }): VNode {
  const [text, setText] = useState('');
  const keep = async (): Promise<void> => {
    const note = text.trim();
    if (!note) return;
    // the box is emptied only when the note is safe
    if (await act(t('change_note', name), (change) => addNote(book, prospectId, newId(), note, change))) setText('');
  };
  return (
    <div class="stack tight">
      <textarea class="input" data-testid="note-input" rows={2} value={text} placeholder={t('note_placeholder')} aria-label={t('note')} dir="auto" maxLength={20_000}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void keep(); } }} />
      {text.trim() && <div class="row"><span class="small muted">{t('note_keys')}</span><button class="button end" onClick={() => void keep()}><Icon of={NotebookPen} />{t('note_keep')}</button></div>}
      <ul class="stack tight">
        {notes.map((note) => (
          <li key={note.id} class="note">
            <p dir="auto">{note.text}</p>
            <time class="small muted" dateTime={new Date(note.createdAt).toISOString()}>{new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(note.createdAt)}</time>
          </li>
        ))}
      </ul>
    </div>
  );
}
