import { signal } from '@preact/signals';
import { ArrowLeft, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isAside } from '../../domain/aside.ts';
import { STAGES, type Stage } from '../../domain/prospect.ts';
import type { Option } from '../../domain/type-ahead.ts';
import { t } from '../../platform/locale.ts';
import { listing, erasing, staging, tagging, unlisting, untagging } from '../../storage/bulk.ts';
import { doToMany } from '../state/bulk.ts';
import { book, newId } from '../state/book.ts';
import { enrolling } from '../state/cadence.ts';
import { askExport } from '../state/export.ts';
import { number } from '../state/number.ts';
import { bringBack } from '../state/privacy.ts';
import { go } from '../state/route.ts';
import { stageName } from '../state/stage.ts';
import '../style/bulk.css';
import { BulkAside } from './bulk-aside.tsx';
import { BulkFollowUp } from './bulk-follow-up.tsx';
import { Icon } from './icon.tsx';
import { Palette } from './palette.tsx';

/** Whom the menu is about, in the order of the list, and what they can be put on; null = it is closed. */
export const bulkMenu = signal<BulkAsked | null>(null);

export interface BulkAsked {
  ids: readonly string[];
  tags: readonly Option[];
  lists: readonly Option[];
  /** What is done when somebody was erased or merged: nobody is chosen then. */
  onGone: () => void;
}

const STEPS = ['tag', 'untag', 'list', 'unlist', 'stage', 'follow-up', 'enrol', 'export', 'merge', 'erase'] as const;
type Step = (typeof STEPS)[number];
/** Stages that are asked for with a reason. */
type AsideStage = 'nurture' | 'disqualified';

/** Does one thing to everybody who is selected: what is chosen by typing, then with what. */
export function BulkMenu(): VNode | null {
  const asked = bulkMenu.value;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { if (asked) dialog.current?.showModal(); }, [asked]);
  if (!asked) return null;
  return (
    <dialog ref={dialog} class="help bulk-menu" aria-label={t('bulk_title')} data-testid="bulk-menu" onClose={() => { bulkMenu.value = null; }} onClick={(event) => { if (event.target === event.currentTarget) event.currentTarget.close(); }}>
      <Steps asked={asked} onDone={() => dialog.current?.close()} />
    </dialog>
  );
}

function Steps({ asked, onDone }: { asked: BulkAsked; onDone: () => void }): VNode {
  const [step, setStep] = useState<Step | AsideStage>();
  const { ids } = asked;
  const people = ids.length === 1 ? t('people_count_one') : t('people_count', number(ids.length));
  const back = (): void => setStep(undefined);
  const choose = (next: Step): void => {
    if (next === 'enrol') { onDone(); enrolling.value = { ids }; }
    else if (next === 'export') { onDone(); askExport({ of: { ids, name: t('export_picked') } }); }
    else if (next === 'merge') { onDone(); go('duplicates', `${ids[0]!}~${ids[1]!}`); }
    else setStep(next);
  };
  return (
    <>
      <header class="row">
        {step && <button type="button" class="button quiet icon-only" aria-label={t('bulk_back')} onClick={back}><Icon of={ArrowLeft} /></button>}
        <h2 class="grow one-line">{step ? stepName(step === 'nurture' || step === 'disqualified' ? 'stage' : step) : t('bulk_selected')} <span class="muted number">{people}</span></h2>
        <button type="button" class="button quiet icon-only" aria-label={t('close')} onClick={onDone}><Icon of={X} /></button>
      </header>
      {step === undefined ? <Palette key="what" label={t('bulk_what')} options={STEPS.filter((one) => one !== 'merge' || ids.length === 2).map((one) => ({ value: one, name: stepName(one) }))} onChoose={(one) => choose(one as Step)} />
        : step === 'follow-up' ? <BulkFollowUp ids={ids} onDone={onDone} />
        : step === 'nurture' || step === 'disqualified' ? <BulkAside ids={ids} stage={step} onDone={onDone} onBack={() => setStep('stage')} />
        : step === 'erase' ? <Erase asked={asked} people={people} onDone={onDone} onBack={back} />
        : <With key={step} step={step} asked={asked} onDone={onDone} onBack={back} onAside={setStep} />}
    </>
  );
}

/** Asks with which tag, list or stage. */
function With({ step, asked: { ids, tags, lists }, onDone, onBack, onAside }: { step: Step; asked: BulkAsked; onDone: () => void; onBack: () => void; onAside: (stage: AsideStage) => void }): VNode {
  const run = (value: string, isTyped: boolean): void => {
    if (step === 'stage' && isAside(value as Stage)) return onAside(value as AsideStage);
    onDone();
    const name = lists.find((one) => one.value === value)?.name ?? value;
    if (step === 'tag') void doToMany(t('change_tag', value), ids, tagging(value));
    else if (step === 'untag') void doToMany(t('change_tag_off', value), ids, untagging(value));
    else if (step === 'list') void doToMany(t('change_list', isTyped ? value : name), ids, listing(book, isTyped ? value : name, newId()));
    else if (step === 'unlist') void doToMany(t('change_list_off', name), ids, unlisting(value));
    else void doToMany(t('bulk_staged', stageName(value as Stage)), ids, staging(book, value as Stage));
  };
  const options = step === 'stage' ? STAGES.map((value) => ({ value, name: stageName(value) })) : step === 'tag' || step === 'untag' ? tags : lists;
  const isNew = step === 'tag' || step === 'list';
  return <Palette label={t(step === 'stage' ? 'bulk_which_stage' : step === 'tag' || step === 'untag' ? 'bulk_which_tag' : 'bulk_which_list')} options={options} onChoose={run} onBack={onBack} {...(isNew ? { free: (typed: string) => t(step === 'tag' ? 'bulk_new_tag' : 'bulk_new_list', typed) } : {})} />;
}

function Erase({ asked: { ids, onGone }, people, onDone, onBack }: { asked: BulkAsked; people: string; onDone: () => void; onBack: () => void }): VNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => { button.current?.focus(); }, []);
  const erase = (): void => {
    onDone();
    void doToMany(t('change_erased_many', ids.length), ids, erasing(book), bringBack).then((done) => { if (done) onGone(); });
  };
  return (
    <div class="stack">
      <p>{t('bulk_erase_text', people)}</p>
      <div class="row">
        <button ref={button} type="button" class="button primary danger" data-testid="bulk-erase" onClick={erase}>{t('bulk_erase_do', people)} <kbd>↵</kbd></button>
        <button type="button" class="button quiet" onClick={onBack}>{t('cancel')}</button>
      </div>
    </div>
  );
}

function stepName(step: Step): string {
  switch (step) {
    case 'tag': return t('bulk_tag');
    case 'untag': return t('bulk_untag');
    case 'list': return t('bulk_list');
    case 'unlist': return t('bulk_unlist');
    case 'stage': return t('bulk_stage');
    case 'follow-up': return t('bulk_follow_up');
    case 'enrol': return t('enrol');
    case 'export': return t('people_export');
    case 'merge': return t('bulk_merge');
    case 'erase': return t('bulk_erase');
  }
}
