import { MessageCircleQuestionMark } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { scoreBant } from '../../domain/bant.ts';
import type { DiscoveryQuestion } from '../../domain/persona.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { BANT_PARTS, type BantAnswer, type BantPart, type BantState } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { setBant } from '../../storage/qualification.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { day } from './due.tsx';
import { Icon } from './icon.tsx';

type Shown = BantState | 'unknown';

const SHOWN: readonly Shown[] = ['unknown', 'no', 'partly', 'yes'];
const ANSWER_KEY: Record<string, Shown> = { u: 'unknown', n: 'no', p: 'partly', y: 'yes' };
const PART_KEY: Record<string, BantPart> = { B: 'budget', A: 'authority', N: 'need', T: 'timing' };

export const bantName = (part: BantPart): string => t(`bant_${part}`);
export const answerName = (state: Shown): string => t(`bant_${state}`);

/** Budget, authority, need and timing: answered by one key each, with evidence and date, and what to ask next. */
export function BantCard({ prospect, questions }: { prospect: Prospect; questions: DiscoveryQuestion[] }): VNode {
  const { score, known } = scoreBant(prospect.bant);
  const title = useId();
  useKeys(() => Object.entries(PART_KEY).map(([key, part]) => ({ key, label: t('key_bant', bantName(part)), run: () => focusPart(part) })), []);
  return (
    <section class="card bant" aria-labelledby={title} data-testid="bant">
      <header>
        <h2 id={title}>{t('bant_title')}</h2>
        <span class="small muted" data-testid="bant-known">{t('bant_known', known)}</span>
        <span class="meter" aria-hidden="true">{BANT_PARTS.map((part) => <span key={part} class={prospect.bant?.[part]?.state ?? ''} />)}</span>
        <strong class="number end" title={t('bant_score', score)} data-testid="bant-score">{score}</strong>
      </header>
      {BANT_PARTS.map((part) => <Row key={part} prospect={prospect} part={part} answer={prospect.bant?.[part]} />)}
      <p class="small muted bant-keys">{t('bant_keys')}</p>
      <NextQuestions questions={questions} />
    </section>
  );
}

function Row({ prospect, part, answer }: { prospect: Prospect; part: BantPart; answer: BantAnswer | undefined }): VNode {
  const group = useId();
  const state: Shown = answer?.state ?? 'unknown';
  const set = (next: Shown): void => {
    if (next === state) return;
    void act(t('change_bant', bantName(part), answerName(next)), (change) => setBant(book, prospect.id, part, next === 'unknown' ? undefined : { state: next, evidence: answer?.evidence ?? '' }, change));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // typing evidence is typing
    if ((event.target as HTMLInputElement).type !== 'radio' || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = ANSWER_KEY[event.key];
    const other = PART_KEY[event.key];
    if (next) set(next);
    else if (other) focusPart(other);
    else if (event.key === 'e' && answer) document.querySelector<HTMLElement>(`[data-testid=bant-evidence-${part}]`)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div class="bant-row" data-testid={`bant-${part}`} onKeyDown={onKeyDown}>
      <span id={group} class="bant-name">{bantName(part)}</span>
      <div class="segmented" role="radiogroup" aria-labelledby={group}>
        {SHOWN.map((one) => (
          <label key={one} class={one} title={answerName(one)}>
            <input type="radio" class="unseen" name={group} checked={one === state} aria-label={answerName(one)} onChange={() => set(one)} />
            <span aria-hidden="true">{one === 'unknown' ? '?' : answerName(one)}</span>
          </label>
        ))}
      </div>
      {answer && <Evidence part={part} answer={answer} onKeep={(evidence) => void act(t('change_bant_evidence', bantName(part)), (change) => setBant(book, prospect.id, part, { state: answer.state, evidence }, change))} />}
    </div>
  );
}

function Evidence({ part, answer, onKeep }: { part: BantPart; answer: BantAnswer; onKeep: (evidence: string) => void }): VNode {
  const [text, setText] = useState(answer.evidence);
  const focused = useRef(false);
  useEffect(() => { if (!focused.current) setText(answer.evidence); }, [answer.evidence]);
  const commit = (): void => {
    focused.current = false;
    const evidence = text.replace(/\s+/g, ' ').trim();
    if (evidence !== answer.evidence) onKeep(evidence);
  };
  return (
    <div class="row bant-evidence">
      <textarea class="input field-input grow small" rows={Math.min(4, Math.max(1, Math.ceil(text.length / 34)))} data-testid={`bant-evidence-${part}`} value={text} dir="auto" maxLength={2_000} placeholder={t('bant_evidence')} aria-label={t('bant_evidence_of', bantName(part))} autocomplete="off"
        onFocus={() => { focused.current = true; }} onInput={(event) => setText(event.currentTarget.value)} onBlur={commit}
        onKeyDown={(event) => { if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); focusPart(part); } }} />
      <time class="small muted number" dateTime={new Date(answer.at).toISOString()}>{day(answer.at)}</time>
    </div>
  );
}

/** What to ask next to fill the gaps: the first question of each open part, the rest on demand. */
function NextQuestions({ questions }: { questions: DiscoveryQuestion[] }): VNode {
  const [all, setAll] = useState(false);
  if (questions.length === 0) return <p class="small good-text">{t('ask_next_none')}</p>;
  const shown = all ? questions : questions.filter(({ part }, at) => questions.findIndex((one) => one.part === part) === at);
  return (
    <div class="stack tight bant-questions">
      <h3 class="row"><Icon of={MessageCircleQuestionMark} />{t('ask_next')}</h3>
      <ul class="stack tight">
        {shown.map(({ id, part, text }) => <li key={id} class="small" data-testid="next-question"><span class="part">{bantName(part)}</span><span dir="auto">{text}</span></li>)}
      </ul>
      {questions.length > shown.length && <button type="button" class="button quiet" onClick={() => setAll(true)}>{t('ask_next_more', questions.length - shown.length)}</button>}
    </div>
  );
}

function focusPart(part: BantPart): void {
  document.querySelector<HTMLElement>(`[data-testid=bant-${part}] input:checked`)?.focus();
}
