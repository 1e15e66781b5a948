import { ChevronDown, Save, TriangleAlert, UserRoundPlus } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Edits } from '../../domain/capture.ts';
import type { Draft, Reading } from '../../domain/draft.ts';
import { isSavable } from '../../domain/draft.ts';
import type { FieldValue, Source } from '../../domain/provenance.ts';
import { inputOfDraft } from '../../domain/score-input.ts';
import type { ReadState } from '../../messages/contract.ts';
import { failureText } from '../../platform/failure-text.ts';
import { t } from '../../platform/locale.ts';
import { keyOf } from '../../sites/addresses.ts';
import { saveDraft } from '../../storage/capture.ts';
import { addFollowUp, addNote } from '../../storage/person.ts';
import { Avatar } from '../part/avatar.tsx';
import { FieldRow } from '../part/field.tsx';
import { FitCard } from '../part/fit.tsx';
import { FollowUpBox } from '../part/follow-up-box.tsx';
import { Icon } from '../part/icon.tsx';
import { undoAction } from '../state/act.ts';
import { book, change, newId, nudge } from '../state/book.ts';
import { zone } from '../state/clock.ts';
import { useKeys } from '../state/key.ts';
import { planOf } from '../state/plan.ts';
import { isStillThere, readBeside } from '../state/seen.ts';
import { isTeachable, openTeach } from '../state/teach.ts';
import { toast } from '../state/toast.ts';

const PERSON_FIRST = ['headline', 'title', 'company', 'location'] as const;
const COMPANY_FIRST = ['domain', 'industry', 'location', 'size'] as const;
const PERSON_REST = ['emails', 'phones', 'websites', 'profiles', 'school', 'pronouns', 'industry', 'about'] as const;
const COMPANY_REST = ['websites', 'emails', 'phones', 'tagline', 'about'] as const;

/** What the rep has typed and not saved, by page: switching tabs must not cost it. */
const unsaved = new Map<string, { edits: Edits; note: string; words: string }>();

/** Somebody new: every field editable, each with its source; fit with its reasons; note and follow-up; one key saves all of it. */
export function DraftForm({ draft, state, onSaved }: { draft: Draft; state: ReadState; onSaved?: (id: string) => void }): VNode {
  const at = draft.keys[0] ?? draft.url;
  const kept = useRef(unsaved.get(at) ?? { edits: {}, note: '', words: '' });
  const [, redraw] = useState(0);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trusted, setTrusted] = useState(false);
  const form = kept.current;
  const set = (part: Partial<typeof form>): void => {
    kept.current = { ...kept.current, ...part };
    unsaved.set(at, kept.current);
    redraw((count) => count + 1);
  };
  const isCompany = draft.page === 'company';
  const doubtful = state === 'doubtful' || draft.agrees === 'no';
  const name = textOf(draft, form.edits, 'name');
  const savable = name !== '' && draft.keys.length > 0 && draft.agrees !== 'no' && (!doubtful || trusted) && (isSavable(draft) || form.edits.name !== undefined);

  const save = async (): Promise<void> => {
    if (!savable || busy) return;
    const plan = planOf(kept.current.words);
    if (plan && 'error' in plan) return toast(plan.error, { bad: true });
    setBusy(true);
    try {
      if (!await isStillThere()) {
        void readBeside();
        return toast(t('page_moved'), { bad: true });
      }
      const label = t('change_saved', name);
      const made = change(label);
      const { note, words } = kept.current;
      // one transaction around all three: a panel that is closed half-way has saved everything or nothing
      const saved = await book.transaction('rw', book.tables, async () => {
        const done = await saveDraft(book, draft, kept.current.edits, made, { newId, keyOf });
        if (done.ok && done.value.entity === 'prospect') {
          if (note.trim()) await addNote(book, done.value.id, newId(), note.trim(), made);
          if (plan) await addFollowUp(book, { id: newId(), prospectId: done.value.id, dueAt: plan.dueAt, words, zone: zone(), text: '', ...(plan.repeat ? { repeat: plan.repeat } : {}) }, made);
        }
        return done;
      });
      if (!saved.ok) return toast(failureText(saved.failure), { bad: true });
      unsaved.delete(at);
      nudge();
      onSaved?.(saved.value.id);
      toast(saved.value.isNew ? label : t('already_known', name), saved.value.isNew ? { action: { label: t('undo'), run: () => void undoAction(made.changeId, label) } } : {});
    } catch (error) {
      console.error(error);
      toast(t('error_write'), { bad: true });
    } finally {
      setBusy(false);
    }
  };
  const saveNow = useRef(save);
  saveNow.current = save;
  useKeys(() => [
    { key: 's', label: t('key_save'), run: () => void saveNow.current() },
    { key: 'n', label: t('key_note'), run: () => document.querySelector<HTMLElement>('[data-testid=note-input]')?.focus() },
    { key: 'f', label: t('key_follow_up'), run: () => document.querySelector<HTMLElement>('[data-testid=followup-input]')?.focus() },
  ], []);

  const first = isCompany ? COMPANY_FIRST : PERSON_FIRST;
  const rest = isCompany ? COMPANY_REST : PERSON_REST;
  const filled = rest.filter((field) => valueOf(draft, form.edits, field) !== undefined);
  const row = (field: string, big = false): VNode => (
    <FieldRow key={field} name={field} big={big} live value={valueOf(draft, form.edits, field)} source={sourceOf(draft, form.edits, field)}
      onChange={(value) => set({ edits: { ...kept.current.edits, [field]: value } })}
      onTeach={isTeachable(field) ? () => openTeach(field, () => set({ edits: withoutEdit(kept.current.edits, field) })) : undefined} />
  );

  return (
    <form class="draft stack" onSubmit={(event) => { event.preventDefault(); void save(); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void save(); } }}>
      {doubtful && (
        <div class="banner warn" role="alert">
          <Icon of={TriangleAlert} />
          <div class="stack tight">
            <span>{t(draft.agrees === 'no' ? 'doubt_disagrees' : 'doubt_unsettled')}</span>
            {draft.agrees === 'no'
              ? <button type="button" class="button" onClick={() => void readBeside()}>{t('read_again')}</button>
              : !trusted && <button type="button" class="button" onClick={() => setTrusted(true)}>{t('doubt_looked')}</button>}
          </div>
        </div>
      )}
      <header class="person-head">
        <Avatar name={name} size={56} square={isCompany} />
        <div class="grow stack tight">
          {row('name', true)}
          <span class="row wrap small"><span class="chip accent"><Icon of={UserRoundPlus} />{t(isCompany ? 'new_account' : 'new_here')}</span><span class="muted one-line">{draft.site}</span></span>
        </div>
      </header>
      {!isCompany && <FitCard input={inputOfDraft(draft, form.edits)} />}
      <section class="card fields" aria-label={t('fields')}>
        {first.map((field) => row(field))}
        {(open ? rest : filled).map((field) => row(field))}
        {!open && filled.length < rest.length && <button type="button" class="button quiet" onClick={() => setOpen(true)}><Icon of={ChevronDown} />{t('more_fields')}</button>}
      </section>
      {!isCompany && (
        <section class="card" aria-label={t('note_and_follow_up')}>
          <textarea class="input" data-testid="note-input" rows={2} value={form.note} placeholder={t('note_placeholder')} aria-label={t('note')} dir="auto" onInput={(event) => set({ note: event.currentTarget.value })} />
          <FollowUpBox value={form.words} onInput={(words) => set({ words })} />
        </section>
      )}
      <footer class="save-bar">
        <button class="button primary big grow" type="submit" data-testid="save" disabled={!savable || busy}><Icon of={Save} />{t(isCompany ? 'save_account' : 'save_prospect')} <kbd>S</kbd></button>
      </footer>
    </form>
  );
}

function valueOf(draft: Draft, edits: Edits, field: string): FieldValue | undefined {
  const edit = (edits as Record<string, FieldValue | undefined>)[field];
  return edit ?? (draft.fields as Record<string, Reading<FieldValue> | undefined>)[field]?.value;
}

function textOf(draft: Draft, edits: Edits, field: string): string {
  const value = valueOf(draft, edits, field);
  return typeof value === 'string' ? value.trim() : '';
}

/** What was taught shows, whatever had been typed in its place. */
function withoutEdit(edits: Edits, field: string): Edits {
  const { [field as keyof Edits]: _typed, ...rest } = edits;
  return rest;
}

function sourceOf(draft: Draft, edits: Edits, field: string): Source | undefined {
  if ((edits as Record<string, unknown>)[field] !== undefined) return { kind: 'hand', name: 'rep' };
  const reading = (draft.fields as Record<string, Reading<unknown> | undefined>)[field];
  return reading && { kind: 'page', name: draft.site, strategy: reading.source, sure: reading.sure };
}
