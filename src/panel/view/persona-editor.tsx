import { ArrowLeft, Copy, MessageCircleQuestion, Trash2, UserRoundSearch, Waypoints } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ASKING_ORDER } from '../../domain/discovery.ts';
import type { Persona } from '../../domain/persona.ts';
import { PERSONA_BOUNDS, type PersonaEdit, tidied, withQuestions } from '../../domain/persona-edit.ts';
import { DEPARTMENTS, SENIORITIES } from '../../domain/title.ts';
import { t } from '../../platform/locale.ts';
import { editPersona } from '../../storage/persona.ts';
import { Icon } from '../part/icon.tsx';
import { LinesInput } from '../part/lines-input.tsx';
import { NameChips } from '../part/name-chips.tsx';
import { departmentName, seniorityName, whoOf } from '../part/persona-words.ts';
import { Section } from '../part/section.tsx';
import { WordsInput } from '../part/words-input.tsx';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { duplicate, remove } from '../state/persona.ts';
import { go, to } from '../state/route.ts';

const LISTS = ['responsibilities', 'challenges', 'help'] as const;

/** One persona: everything is edited in place and kept at once, each change with its undo. */
export function PersonaEditor({ persona }: { persona: Persona }): VNode {
  const { id, name } = persona;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  useEffect(() => { if (document.activeElement !== input.current) setTyped(name); }, [name]);
  // one that was just made has a name to be typed over
  useLayoutEffect(() => { if (name === t('persona_new_name') && whoOf(persona) === '') input.current?.select(); }, []);
  const keep = (part: string, edit: Partial<PersonaEdit>): void => void act(t('persona_changed', part, name), (change) => editPersona(book, id, edit, change));
  const rename = (): void => {
    const next = tidied({ name: typed }).name ?? name;
    setTyped(next);
    if (next !== name) keep(t('persona_name'), { name: next });
  };
  const takeOut = async (): Promise<void> => { if (await remove(persona)) go('personas'); };
  const now = useRef({ takeOut, copy: () => duplicate(persona) });
  now.current = { takeOut, copy: () => duplicate(persona) };
  useKeys(() => [
    { key: 'd', label: t('persona_duplicate'), run: () => void now.current.copy() },
    { key: 'x', label: t('persona_remove'), run: () => void now.current.takeOut() },
    { key: 'e', label: t('persona_rename'), run: () => input.current?.select() },
  ], []);

  return (
    <article class="persona stack" data-testid="persona-editor">
      <a class="row small back" href={to('personas')}><Icon of={ArrowLeft} />{t('persona_all')}</a>
      <h1 class="unseen">{name}</h1>
      <header class="row">
        <input ref={input} class="input field-input big grow" value={typed} aria-label={t('persona_name')} maxLength={PERSONA_BOUNDS.name} dir="auto" autocomplete="off" data-testid="persona-title"
          onInput={(event) => setTyped(event.currentTarget.value)} onBlur={rename} onKeyDown={(event) => { if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur(); }} />
        <button class="button quiet icon-only" aria-label={t('persona_duplicate_this', name)} title={t('persona_duplicate')} onClick={() => void duplicate(persona)}><Icon of={Copy} /></button>
        <button class="button quiet icon-only" aria-label={t('persona_remove_this', name)} title={t('persona_remove')} onClick={() => void takeOut()}><Icon of={Trash2} /></button>
      </header>
      <div class="persona-columns">
        <div class="stack">
          <Section icon={UserRoundSearch} title={t('persona_who')}>
            <p class={`small ${whoOf(persona) ? 'muted' : 'warn-text'}`}>{t(whoOf(persona) ? 'persona_who_text' : 'persona_nobody')}</p>
            <h3>{t('persona_titles')}</h3>
            <WordsInput words={persona.titles} label={t('persona_titles')} placeholder={t('persona_titles_placeholder')} onChange={(titles) => keep(t('persona_titles'), { titles })} />
            <h3>{t('persona_seniorities')}</h3>
            <NameChips names={SENIORITIES} chosen={persona.seniorities} testId="persona-seniorities" label={t('persona_seniorities')} nameOf={seniorityName} onChange={(seniorities) => keep(t('persona_seniorities'), { seniorities })} />
            <h3>{t('persona_departments')}</h3>
            <NameChips names={DEPARTMENTS} chosen={persona.departments} testId="persona-departments" label={t('persona_departments')} nameOf={departmentName} onChange={(departments) => keep(t('persona_departments'), { departments })} />
          </Section>
        </div>
        <div class="stack">
          <Section icon={Waypoints} title={t('persona_world')}>
            {LISTS.map((list) => (
              <div key={list} class="stack tight">
                <h3>{t(`persona_${list}`)}</h3>
                <LinesInput lines={persona[list]} label={t(`persona_${list}`)} placeholder={t(`persona_${list}_placeholder`)} longest={PERSONA_BOUNDS.line} most={PERSONA_BOUNDS.lines} testId={`persona-${list}`} onChange={(lines) => keep(t(`persona_${list}`), { [list]: lines })} />
              </div>
            ))}
          </Section>
          <Section icon={MessageCircleQuestion} title={t('persona_questions')}>
            <p class="small muted">{t('persona_questions_text')}</p>
            {ASKING_ORDER.map((part) => (
              <div key={part} class="stack tight">
                <h3>{t(`persona_part_${part}`)}</h3>
                <LinesInput lines={persona.questions.filter((one) => one.part === part).map(({ text }) => text)} label={t(`persona_part_${part}`)} placeholder={t('persona_question_placeholder')} longest={PERSONA_BOUNDS.line} most={20} testId={`persona-${part}`}
                  onChange={(texts) => keep(t('persona_questions'), { questions: withQuestions(persona.questions, part, texts, newId) })} />
              </div>
            ))}
          </Section>
        </div>
      </div>
    </article>
  );
}
