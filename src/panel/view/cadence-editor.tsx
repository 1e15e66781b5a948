import { ArrowLeft, Copy, Plus, Save, Trash2, TriangleAlert, Undo2, UserRoundPlus } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Cadence, type CadenceStep, type StepKind, STEP_KINDS } from '../../domain/cadence.ts';
import { asksCold, type CadenceEdit, channelOf, isWarmUp, LONGEST_NAME, stepOutcomes, tidied } from '../../domain/cadence-edit.ts';
import { MOST_STEPS } from '../../domain/enrol.ts';
import { PRIORITIES, type Priority } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { editCadence, enrolledIn } from '../../storage/cadence.ts';
import { CadenceImpact } from '../part/cadence-impact.tsx';
import { CadencePeople } from '../part/cadence-people.tsx';
import { CadenceStepCard } from '../part/cadence-step.tsx';
import { Icon } from '../part/icon.tsx';
import { act } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { addNew, kindWord, remove } from '../state/cadence.ts';
import { useKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';

/** One cadence: its steps are edited here and saved as a whole, after it was said what that does to those who are in it. */
export function CadenceEditor({ cadence }: { cadence: Cadence }): VNode {
  const stored = { name: cadence.name, steps: cadence.steps, priorities: cadence.priorities };
  const [draft, setDraft] = useState(stored);
  const current = useRef(draft);
  current.current = draft;
  const list = useRef<HTMLOListElement>(null);
  const enrolments = useLive(() => enrolledIn(book, cadence.id), [cadence.id]) ?? [];
  const outcomes = stepOutcomes(enrolments);
  const isDirty = textOf(draft) !== textOf(stored);
  const base = useRef(textOf(stored));
  // an undo, or an edit elsewhere, shows at once while nothing is being edited
  useEffect(() => {
    if (textOf(current.current) === base.current) setDraft(stored);
    base.current = textOf(stored);
  }, [textOf(stored)]);

  const set = (part: Partial<typeof draft>): void => setDraft({ ...current.current, ...part });
  const setStep = (at: number, part: Partial<CadenceStep>): void => set({ steps: current.current.steps.map((step, index) => (index === at ? { ...step, ...part } : step)) });
  const focusStep = (at: number, css = 'select'): void => void requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>(css)?.focus());
  const moveStep = (at: number, by: number): void => {
    const { steps } = current.current;
    const step = steps[at];
    if (!step || at + by < 0 || at + by >= steps.length) return;
    set({ steps: steps.toSpliced(at, 1).toSpliced(at + by, 0, step) });
    focusStep(at + by, '.step-grip');
  };
  const addStep = (): void => {
    const { steps } = current.current;
    if (steps.length >= MOST_STEPS) return;
    const kind: StepKind = steps.length === 0 ? 'viewed' : 'message';
    set({ steps: [...steps, { id: newId(), kind, channel: channelOf(kind), days: steps.length === 0 ? 0 : 3, business: true, text: kindWord(kind) }] });
    focusStep(steps.length);
  };
  const removeStep = (at: number): void => {
    set({ steps: current.current.steps.toSpliced(at, 1) });
    focusStep(Math.max(0, at - 1), '.step-grip');
  };
  const save = async (): Promise<void> => {
    const edit = current.current;
    if (!edit.name.trim()) return;
    const isDone = await act(t('cadence_saved', edit.name.trim()), (change) => editCadence(book, cadence.id, edit, change));
    if (isDone) setDraft(tidied(edit));
  };
  const key = useRef({ save, addStep, isDirty });
  key.current = { save, addStep, isDirty };
  useKeys(() => [
    { key: 'a', label: t('cadence_step_add'), run: () => key.current.addStep() },
    { key: 's', label: t('cadence_save'), run: () => { if (key.current.isDirty) void key.current.save(); } },
  ], []);

  return (
    <article class="cadence stack" onKeyDown={(event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isDirty) return;
      event.preventDefault();
      void save();
    }}>
      <a class="row small back" href={to('cadences')}><Icon of={ArrowLeft} />{t('cadences')}</a>
      <header class="row">
        <input class="input field-input big grow" data-testid="cadence-name" value={draft.name} maxLength={LONGEST_NAME} aria-label={t('cadence_name')} aria-invalid={!draft.name.trim()} dir="auto" autocomplete="off" onInput={(event) => set({ name: event.currentTarget.value })} />
        <span class="small muted number">{t('cadence_version', cadence.version)}</span>
        <button class="button quiet icon-only" aria-label={t('cadence_duplicate_this', cadence.name)} title={t('cadence_duplicate')} onClick={() => void addNew(cadence)}><Icon of={Copy} /></button>
        <button class="button quiet icon-only" aria-label={t('cadence_remove_this', cadence.name)} title={t('cadence_remove')} onClick={() => { void remove(cadence); go('cadences'); }}><Icon of={Trash2} /></button>
      </header>
      <fieldset class="row wrap cadence-priorities"><legend class="small muted">{t('cadence_default')}</legend>
        {PRIORITIES.map((one: Priority) => (
          <label key={one} class="chip"><input type="checkbox" checked={draft.priorities.includes(one)} onChange={(event) => set({ priorities: PRIORITIES.filter((each) => (each === one ? event.currentTarget.checked : current.current.priorities.includes(each))) })} />{one}</label>
        ))}
      </fieldset>
      {asksCold(draft.steps) && <p class="banner warn small" role="note" data-testid="cadence-cold"><Icon of={TriangleAlert} />{t('cadence_cold', draft.steps.filter(({ kind }) => isWarmUp(kind)).length)}</p>}
      <ol class="cadence-steps" ref={list}>
        {draft.steps.map((step, at) => (
          <CadenceStepCard key={step.id} step={step} at={at} last={at === draft.steps.length - 1} kinds={STEP_KINDS} outcome={outcomes.get(step.id)}
            onChange={(part) => setStep(at, part)} onMove={(by) => moveStep(at, by)} onRemove={() => removeStep(at)} />
        ))}
      </ol>
      {draft.steps.length < MOST_STEPS && <button type="button" class="button add" data-testid="cadence-step-add" onClick={addStep}><Icon of={Plus} />{t('cadence_step_add')} <kbd>A</kbd></button>}
      {isDirty && (
        <footer class="cadence-save card" data-testid="cadence-dirty">
          <CadenceImpact cadenceId={cadence.id} edit={draft} />
          <div class="row wrap">
            <button type="button" class="button primary" data-testid="cadence-save" disabled={!draft.name.trim()} onClick={() => void save()}><Icon of={Save} />{t('cadence_save')} <kbd>S</kbd></button>
            <button type="button" class="button quiet" onClick={() => setDraft(stored)}><Icon of={Undo2} />{t('cadence_discard')}</button>
          </div>
        </footer>
      )}
      <CadencePeople cadence={cadence} enrolments={enrolments} />
      {enrolments.length === 0 && <p class="small muted row"><Icon of={UserRoundPlus} />{t('cadence_nobody')}</p>}
    </article>
  );
}

function textOf(edit: CadenceEdit): string {
  return JSON.stringify(tidied(edit));
}
