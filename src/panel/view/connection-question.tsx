import { ArrowLeftRight } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Connection } from '../../domain/sync/connection.ts';
import type { Values } from '../../domain/sync/record.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { keyOf } from '../../sites/addresses.ts';
import { nameOfLocal } from '../../storage/sync-local.ts';
import { decideConflict, decideQuestion, readQuestions, takeBack, type Answer, type Decided, type OpenQuestion } from '../../storage/sync-question.ts';
import type { Change } from '../../storage/write.ts';
import { Skeleton } from '../part/empty.tsx';
import { Section } from '../part/section.tsx';
import { agoText, syncFieldName, syncKindName, syncValueText } from '../part/sync-words.ts';
import { act, undoAction } from '../state/act.ts';
import { book, nudge, useLive } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import { toast } from '../state/toast.ts';
import { count } from './people-bar.tsx';

const MOST = 200;

/** One way to decide: its key, what it says, and what it does. */
interface Choice {
  key: 'ArrowLeft' | 'ArrowRight' | 'x';
  name: string;
  danger?: boolean;
  decide: (change: Change) => Promise<Decided | undefined>;
  /** True when the book itself changes, which is undone as well. */
  written?: boolean;
}

/** What only the rep can decide: fields that both sides changed, and questions about whole records. By keys: j and k move, the arrows choose a side. */
export function Questions({ connection, open }: { connection: Connection; open: number }): VNode {
  const list = useLive(() => readQuestions(book, connection, MOST), [connection.id, JSON.stringify(connection.mapping)]);
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLUListElement>(null);
  const index = Math.max(0, Math.min(at, (list?.length ?? 0) - 1));

  const choose = async (choice: Choice | undefined, name: string): Promise<void> => {
    if (!choice || busy) return;
    setBusy(true);
    const hadFocus = box.current?.contains(document.activeElement) === true;
    const made: { decided?: Decided | undefined; changeId?: string } = {};
    const label = t('question_decided', name, choice.name);
    const done = await act('', async (by) => {
      made.decided = await choice.decide({ ...by, label });
      if (choice.written) made.changeId = by.changeId;
    });
    if (done) said(label, made.decided, made.changeId);
    setBusy(false);
    // the next one takes the place of the one that was decided
    if (hadFocus) requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-current]')?.focus());
  };
  const current = useRef({ list, index, choose });
  current.current = { list, index, choose };
  useKeys(() => {
    const move = (by: number): void => {
      const { list: all, index: from } = current.current;
      const next = Math.max(0, Math.min((all?.length ?? 1) - 1, from + by));
      setAt(next);
      requestAnimationFrame(() => {
        const row = box.current?.querySelector<HTMLElement>('[data-current]');
        row?.scrollIntoView({ block: 'nearest' });
        row?.focus({ preventScroll: true });
      });
    };
    const press = (key: Choice['key']): void => {
      const { list: all, index: from, choose: go } = current.current;
      const one = all?.[from];
      if (one) void go(choicesOf(connection, one).find((choice) => choice.key === key), nameOf(one));
    };
    return [
      { key: 'j', label: t('question_key_next'), run: () => move(1) },
      { key: 'k', label: t('question_key_previous'), run: () => move(-1) },
      { key: 'ArrowLeft', label: t('question_key_left'), run: () => press('ArrowLeft') },
      { key: 'ArrowRight', label: t('question_key_right'), run: () => press('ArrowRight') },
      { key: 'x', label: t('question_key_third'), run: () => press('x') },
    ];
  }, [connection]);

  return (
    <Section icon={ArrowLeftRight} title={t('questions')}>
      <p class="small muted">{t('questions_text')}</p>
      {!list ? <Skeleton lines={3} /> : (
        <ul class="questions" ref={box} aria-label={t('questions')}>
          {list.map((one, row) => (
            <li key={`${one.kind} ${one.id} ${one.conflict?.field ?? ''}`} class={`question${row === index ? ' current' : ''}`} tabIndex={-1} data-testid="question" {...(row === index ? { 'data-current': '' } : {})}
              aria-label={nameOf(one)} onFocusCapture={() => setAt(row)} onClick={() => setAt(row)}>
              <Question one={one} connection={connection} current={row === index} onChoose={(choice) => void choose(choice, nameOf(one))} busy={busy} />
            </li>
          ))}
        </ul>
      )}
      {open > MOST && <p class="small muted">{t('questions_more', count(open - MOST))}</p>}
    </Section>
  );
}

/** Says what was decided, with a way back: the book's own undo where something was written (`changeId`), and the question opens again. */
function said(label: string, decided: Decided | undefined, changeId: string | undefined): void {
  if (!decided) { toast(t('question_not_possible'), { bad: true }); return; }
  const back = async (): Promise<void> => {
    if (changeId) await undoAction(changeId, label);
    const open = await takeBack(book, decided);
    nudge();
    if (!open) toast(t('question_gone_on'), { bad: true });
    else if (!changeId) toast(t('undone', label));
  };
  toast(label, { action: { label: t('undo'), run: () => void back().catch(report) } });
}

function Question({ one, connection, current, onChoose, busy }: { one: OpenQuestion; connection: Connection; current: boolean; onChoose: (choice: Choice) => void; busy: boolean }): VNode {
  const { kind, id, conflict, question } = one;
  const choices = choicesOf(connection, one);
  const name = nameOf(one);
  const time = now.value;
  const key = (choice: Choice): VNode | false => current && <kbd aria-hidden="true">{{ ArrowLeft: '←', ArrowRight: '→', x: 'X' }[choice.key]}</kbd>;
  const head = (
    <p class="row">
      {kind === 'prospect' || kind === 'account' ? <a class="strong one-line" href={to(kind === 'account' ? 'account' : 'person', id)}><bdi>{name}</bdi></a> : <span class="strong one-line"><bdi>{name}</bdi></span>}
      <span class="small muted end">{conflict ? syncFieldName(conflict.field) : syncKindName(kind)}</span>
    </p>
  );
  if (conflict) {
    const [ours, theirs] = choices as [Choice, Choice];
    const side = (choice: Choice, value: OpenQuestion['conflict'] extends infer C ? C extends { ours: infer V } ? V : never : never, who: string, at: number): VNode => (
      <button type="button" class="side" disabled={busy} data-testid={choice === ours ? 'take-ours' : 'take-theirs'} onClick={() => onChoose(choice)}>
        <span class="row small muted"><span class="grow">{who}</span>{key(choice)}</span>
        <span class="side-value" dir="auto">{syncValueText(kind, conflict.field, value)}</span>
        <span class="small muted">{t('question_changed', agoText(at, time))}</span>
      </button>
    );
    return <>{head}<div class="sides">{side(ours, conflict.ours, t('question_here'), conflict.oursAt)}{side(theirs, conflict.theirs, t('question_there', connection.label), conflict.theirsAt)}</div></>;
  }
  const asked = question!.kind.replace('-', '_');
  return (
    <>
      {head}
      <p>{one.heldBy ? t('question_held', question!.shown ?? name, one.heldBy) : t(`question_${asked}` as MessageName, connection.label, question!.shown ?? name)}</p>
      {question!.kind === 'possible-match' && <div class="sides"><Facts title={t('question_here')} values={one.ours} kind={kind} name={name} /><Facts title={t('question_there', connection.label)} values={one.theirs} kind={kind} name={(one.theirs && nameOfLocal({ values: one.theirs })) || (question!.shown ?? '–')} /></div>}
      <div class="row wrap">
        {choices.map((choice) => <button key={choice.key} type="button" class={`button${choice.danger ? ' danger' : ''}`} disabled={busy} data-testid={`answer-${choice.key}`} onClick={() => onChoose(choice)}>{choice.name}{key(choice)}</button>)}
      </div>
    </>
  );
}

function Facts({ title, values = {}, kind, name }: { title: string; values: Values | undefined; kind: OpenQuestion['kind']; name: string }): VNode {
  const shown = ['title', 'emails', 'phones', 'linkedin', 'domain', 'location'].flatMap((field) => (field in values && syncValueText(kind, field, values[field]!) !== '–' ? [syncValueText(kind, field, values[field]!)] : []));
  return <div class="side plain-side"><span class="small muted">{title}</span><span class="side-value" dir="auto">{name}</span>{shown.slice(0, 4).map((text) => <span key={text} class="small one-line" dir="auto">{text}</span>)}</div>;
}

function nameOf({ name, question }: OpenQuestion): string {
  return name || question?.shown || t('no_name');
}

/** The ways to decide, in the order of their keys. */
function choicesOf(connection: Connection, { kind, id, conflict, question }: OpenQuestion): Choice[] {
  if (conflict) {
    const side = (which: 'ours' | 'theirs') => (by: Change): Promise<Decided | undefined> => decideConflict(book, connection, kind, id, conflict.field, which, by, keyOf);
    return [
      { key: 'ArrowLeft', name: syncValueText(kind, conflict.field, conflict.ours), decide: side('ours') },
      { key: 'ArrowRight', name: syncValueText(kind, conflict.field, conflict.theirs), decide: side('theirs'), written: true },
    ];
  }
  const answer = (key: Choice['key'], what: Answer, more: Partial<Choice> = {}): Choice => ({ key, name: t(`answer_${what}` as MessageName), decide: (by) => decideQuestion(book, connection, kind, id, what, by, keyOf), ...more });
  switch (question!.kind) {
    case 'possible-match': return [answer('ArrowLeft', 'same'), answer('ArrowRight', 'other')];
    case 'deleted': return [answer('ArrowLeft', 'keep'), answer('ArrowRight', 'again'), ...(kind === 'prospect' ? [answer('x', 'erase', { danger: true, written: true })] : [])];
    case 'merged': return [answer('ArrowLeft', 'keep'), answer('ArrowRight', 'again')];
    case 'double': return [answer('ArrowLeft', 'seen')];
  }
}

