import { signal } from '@preact/signals';
import { FlaskConical, Plus, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Prospect } from '../../domain/prospect.ts';
import { RESEARCH_KINDS, type ResearchNote } from '../../domain/qualification.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { addResearch, removeResearch } from '../../storage/prospect-fact.ts';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { nameOf } from '../state/decide.ts';
import { dateWord } from '../state/words.ts';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';
import { Segmented } from './segmented.tsx';
import { AddressLink } from './why-now.tsx';

/** Id of the person of whom the rep is writing something down. */
export const researching = signal('');

/** What was found out about a person: challenges, pains, triggers and goals, each with its link and date, newest first. */
export function ResearchCard({ prospect }: { prospect: Prospect }): VNode {
  const notes = (prospect.research ?? []).toReversed();
  const isOpen = researching.value === prospect.id;
  useEffect(() => () => { researching.value = ''; }, [prospect.id]);
  return (
    <Section icon={FlaskConical} title={t('research')}>
      {notes.length === 0 && !isOpen && <p class="small muted">{t('research_empty')}</p>}
      <ul class="stack">
        {notes.map((note) => (
          <li key={note.id} class="row research-note" data-testid="research-note">
            <div class="grow">
              <p><span class="chip">{kindWord(note.kind)}</span> <time class="small muted">{dateWord(note.at)}</time> <AddressLink url={note.url} /></p>
              <p class="research-text" dir="auto">{note.text}</p>
            </div>
            <button class="button quiet icon-only" aria-label={t('research_remove')} title={t('research_remove')} onClick={() => void act(t('change_research_off', nameOf(prospect)), (change) => removeResearch(book, prospect.id, note.id, change))}><Icon of={X} /></button>
          </li>
        ))}
      </ul>
      {isOpen ? <ResearchForm prospect={prospect} /> : <button class="button quiet" onClick={() => { researching.value = prospect.id; }}><Icon of={Plus} />{t('research_add')} <kbd>I</kbd></button>}
    </Section>
  );
}

function ResearchForm({ prospect }: { prospect: Prospect }): VNode {
  const [kind, setKind] = useState<ResearchNote['kind']>('challenge');
  const [text, setText] = useState('');
  const [url, setUrl] = useState('');
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { first.current?.focus(); first.current?.scrollIntoView({ block: 'nearest' }); }, []);
  const close = (): void => { researching.value = ''; };
  const keep = async (): Promise<void> => {
    if (!text.trim()) { first.current?.focus(); return; }
    if (await act(t('change_research', nameOf(prospect)), (change) => addResearch(book, prospect.id, { id: newId(), kind, text, url, at: change.at }, change))) close();
  };
  return (
    <form class="stack flow-form" data-testid="research-form" aria-label={t('research_add')} onSubmit={(event) => { event.preventDefault(); void keep(); }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); close(); }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void keep(); }
      }}>
      <div class="scroll-x"><Segmented label={t('research_kind')} value={kind} options={RESEARCH_KINDS.map((one) => [one, kindWord(one)] as const)} onChange={setKind} /></div>
      <textarea ref={first} class="input" data-testid="research-text" rows={2} value={text} aria-label={t('research_text')} placeholder={t('research_text_hint')} dir="auto" maxLength={2_000} onInput={(event) => setText(event.currentTarget.value)} />
      <label class="labelled"><span class="small muted">{t('signal_link')}</span><input class="input" type="url" value={url} placeholder={t('signal_link_hint')} maxLength={2_000} onInput={(event) => setUrl(event.currentTarget.value)} /></label>
      <div class="row"><button type="submit" class="button primary" disabled={!text.trim()}>{t('research_keep')}</button><button type="button" class="button quiet" onClick={close}>{t('cancel')}</button><span class="small muted end">{t('note_keys')}</span></div>
    </form>
  );
}

function kindWord(kind: string): string {
  const text = t(`research_${kind}` as MessageName);
  return text === `research_${kind}` ? kind : text;
}
