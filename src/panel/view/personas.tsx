import { ContactRound, Copy, Plus, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Persona } from '../../domain/persona.ts';
import { emptyPersona } from '../../domain/persona-edit.ts';
import { t } from '../../platform/locale.ts';
import { starterState } from '../../storage/first-run.ts';
import { addPersona } from '../../storage/persona.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { whoOf } from '../part/persona-words.ts';
import { StarterCards } from '../part/starter-choice.tsx';
import { TargetingTabs } from '../part/targeting-tabs.tsx';
import { act } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { duplicate, remove, usePersonas } from '../state/persona.ts';
import { go, to } from '../state/route.ts';
import '../style/icp.css';
import '../style/persona.css';
import { PersonaEditor } from './persona-editor.tsx';

/** The personas of the book: a list, and with an id the page of one. */
export function PersonasView({ id }: { id: string }): VNode {
  const personas = usePersonas();
  const open = id ? personas?.find((one) => one.id === id) : undefined;
  return (
    <div class="stack">
      <TargetingTabs place="personas" />
      {!personas ? <Skeleton /> : id ? (open ? <PersonaEditor key={open.id} persona={open} /> : <Gone />) : <PersonaList personas={personas} />}
    </div>
  );
}

async function addNew(): Promise<void> {
  const id = newId();
  if (await act(t('persona_added'), (change) => addPersona(book, id, emptyPersona(t('persona_new_name')), change))) go('personas', id);
}

function Gone(): VNode {
  return <Empty icon={ContactRound} title={t('persona_gone_title')} text={t('persona_gone_text')}><a class="button" href={to('personas')}>{t('persona_all')}</a></Empty>;
}

function PersonaList({ personas }: { personas: Persona[] }): VNode {
  const list = useRef<HTMLUListElement>(null);
  const now = useRef(personas);
  now.current = personas;
  const [showStarters, setShowStarters] = useState(false);
  // above, the same choice may be asked for already
  const isOffered = useLive(() => starterState(book), [])?.isOpen ?? true;
  const at = (): number => [...list.current?.children ?? []].findIndex((row) => row.contains(document.activeElement));
  const move = (to: number): void => {
    const links = [...list.current?.querySelectorAll<HTMLElement>('.persona-link') ?? []];
    links[Math.max(0, Math.min(links.length - 1, to))]?.focus();
  };
  const withCurrent = (work: (persona: Persona, index: number) => void): void => {
    const index = at();
    const persona = now.current[index];
    if (persona) work(persona, index);
  };
  const takeOut = (persona: Persona, index: number): void => {
    // the next one takes the place, also for the keyboard
    void remove(persona).then(() => setTimeout(() => { if (list.current && (document.activeElement === document.body || at() >= 0)) move(index); }, 50));
  };
  useKeys(() => [
    { key: 'a', label: t('persona_new'), run: () => void addNew() },
    { key: 'j', label: t('key_next'), run: () => move(at() + 1) },
    { key: 'ArrowDown', label: t('key_next'), run: () => move(at() + 1) },
    { key: 'k', label: t('key_previous'), run: () => move(at() - 1) },
    { key: 'ArrowUp', label: t('key_previous'), run: () => move(at() - 1) },
    { key: 'd', label: t('persona_duplicate'), run: () => withCurrent((persona) => void duplicate(persona)) },
    { key: 'x', label: t('persona_remove'), run: () => withCurrent(takeOut) },
  ], []);

  if (personas.length === 0) {
    return (
      <>
        <header class="view-head"><h1>{t('personas')}</h1></header>
        <Empty icon={ContactRound} title={t('personas_none_title')} text={t('personas_none_text')}>
          <button class="button primary" data-testid="persona-new" onClick={() => void addNew()}>{t('persona_new')}</button>
        </Empty>
        {!isOffered && <section class="stack tight" aria-label={t('starter_all')}><h2>{t('starter_all')}</h2><StarterCards /></section>}
      </>
    );
  }
  return (
    <>
      <header class="view-head"><h1 class="grow">{t('personas')} <span class="muted number">{personas.length}</span></h1><button class="button" data-testid="persona-new" onClick={() => void addNew()}><Icon of={Plus} />{t('persona_new')}</button></header>
      <ul class="persona-list" ref={list}>
        {personas.map((persona, index) => (
          <li key={persona.id} class="card persona-row" data-testid="persona-row">
            <a class="persona-link" href={to('personas', persona.id)}>
              <strong class="one-line"><bdi>{persona.name}</bdi></strong>
              <span class={`small one-line ${whoOf(persona) ? 'muted' : 'warn-text'}`} dir="auto">{whoOf(persona) || t('persona_nobody')}</span>
              {persona.challenges[0] && <span class="small two-lines" dir="auto">{persona.challenges[0]}</span>}
            </a>
            <span class="row persona-tools">
              <button class="button quiet icon-only" aria-label={t('persona_duplicate_this', persona.name)} title={t('persona_duplicate')} onClick={() => void duplicate(persona)}><Icon of={Copy} /></button>
              <button class="button quiet icon-only" aria-label={t('persona_remove_this', persona.name)} title={t('persona_remove')} onClick={() => takeOut(persona, index)}><Icon of={Trash2} /></button>
            </span>
          </li>
        ))}
      </ul>
      <button type="button" class="button quiet starter-more" aria-expanded={showStarters} data-testid="starter-more" onClick={() => setShowStarters(!showStarters)}>{t('starter_all')}</button>
      {showStarters && <StarterCards />}
    </>
  );
}
