import { BadgeCheck, Check, CircleDashed, PenLine } from 'lucide';
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { gateOf, isAnswerAsk, progressOf, type Ask, type Standing, type StepName } from '../../domain/qualified.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { QUALIFIED_STEPS, type Priority } from '../../domain/qualification.ts';
import type { QualifiedRule } from '../../domain/rule.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { changeProspect } from '../../storage/person.ts';
import { recordStep } from '../../storage/qualification.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { to } from '../state/route.ts';
import { answerName, bantName } from './bant.tsx';
import { day } from './due.tsx';
import { Icon } from './icon.tsx';

export const stepName = (step: StepName): string => t(`step_${step.replaceAll('-', '_')}` as MessageName);

/** Which steps somebody has reached, when and under which version of the rule, what the next one takes, and the rep's own word against it. */
export function QualifiedCard({ prospect, name, rule, standing, priority }: { prospect: Prospect; name: string; rule: QualifiedRule; standing: Standing; priority: Priority }): VNode {
  const title = useId();
  const [saying, setSaying] = useState(false);
  const { fresh, next } = progressOf(rule, standing, prospect.qualified);
  const open = QUALIFIED_STEPS.filter((step) => !prospect.qualified?.some((one) => one.step === step));
  const missing = next?.asks.filter(({ met }) => !met) ?? [];
  return (
    <section class="card qualified" aria-labelledby={title} data-testid="qualified">
      <header>
        <Icon of={BadgeCheck} /><h2 id={title} class="grow">{t('qualified')}</h2>
        <a class="small one-line" dir="auto" href={to('rule')}>{t('qualified_rule', rule.name, rule.version)}</a>
      </header>
      <ol class="steps">
        {QUALIFIED_STEPS.map((step) => {
          const one = prospect.qualified?.find((entry) => entry.step === step);
          return (
            <li key={step} class={one ? 'reached' : ''} data-testid={`step-${step}`}>
              <Icon of={one ? Check : CircleDashed} />
              <span class="grow"><span class="block">{stepName(step)}</span>
                {one && <span class="small muted block" dir="auto">{t('step_on', day(one.at), one.version)}{one.by === 'rep' && <> · {t('step_by_rep', one.reason ?? '')}</>}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {fresh[0] && (
        <div class="row wrap"><span class="small grow">{t('step_met_now', stepName(fresh.at(-1)!))}</span>
          <button type="button" class="button" data-testid="step-record" onClick={() => void act(t('change_step', name, stepName(fresh.at(-1)!)), (change) => changeProspect(book, prospect.id, change, (same) => same))}>{t('step_record')}</button>
        </div>
      )}
      {next && missing.length > 0 && !saying && (
        <div class="stack tight">
          <h3>{t('step_next', stepName(next.step))}</h3>
          <Asks asks={missing} />
        </div>
      )}
      {open.length === 0 && <p class="small good-text">{t('step_all')}</p>}
      {open[0] && (saying
        ? <OwnWord open={open} prospect={prospect} name={name} rule={rule} standing={standing} priority={priority} onDone={() => setSaying(false)} />
        : <button type="button" class="button quiet" data-testid="step-say" onClick={() => setSaying(true)}><Icon of={PenLine} />{t('step_say')}</button>)}
    </section>
  );
}

/** What a step asks for, and what it would take. */
export function Asks({ asks }: { asks: Ask[] }): VNode {
  return (
    <ul class="asks">
      {asks.map((ask) => (
        <li key={ask.about} class="small" data-testid="ask"><span>{askText(ask)}</span> <span class="muted">{takes(ask)}</span></li>
      ))}
    </ul>
  );
}

function askText(ask: Ask): string {
  return isAnswerAsk(ask)
    ? t('needs_bant', bantName(ask.about), answerName(ask.wanted), ask.have ? answerName(ask.have) : t('needs_unknown'))
    : t(`needs_${ask.about}`, ask.wanted, ask.have ?? t('needs_unknown'));
}

/** What it would take. */
function takes(ask: Ask): string {
  return isAnswerAsk(ask) ? t('takes_bant') : t(`takes_${ask.about}`);
}

function OwnWord({ open, prospect, name, rule, standing, priority, onDone }: { open: StepName[]; prospect: Prospect; name: string; rule: QualifiedRule; standing: Standing; priority: Priority; onDone: () => void }): VNode {
  const [step, setStep] = useState(open[0]!);
  const [reason, setReason] = useState('');
  const { missing, lowPriority } = gateOf(step, rule, standing, prospect.qualified, priority);
  const save = async (): Promise<void> => {
    if (reason.trim() && await act(t('change_step', name, stepName(step)), (change) => recordStep(book, prospect.id, step, reason, change))) onDone();
  };
  return (
    <form class="own-word stack tight" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <label class="row"><span class="small muted">{t('step_which')}</span>
        <select class="input" data-testid="step-which" autofocus value={step} onChange={(event) => setStep(event.currentTarget.value as StepName)}>{open.map((one) => <option key={one} value={one}>{stepName(one)}</option>)}</select>
      </label>
      {(missing.length > 0 || lowPriority) && (
        <div class="banner warn" role="status" data-testid="gate">
          <div class="stack tight grow">
            {missing.length > 0 && <><span class="small">{t('step_against')}</span><Asks asks={missing} /></>}
            {lowPriority && <span class="small">{t('step_low_priority', priority)}</span>}
          </div>
        </div>
      )}
      <label class="stack tight"><span class="small muted">{t('step_reason')}</span>
        <input class="input" data-testid="step-reason" value={reason} required dir="auto" maxLength={500} placeholder={t('step_reason_hint')} autocomplete="off" onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <div class="row">
        <button type="submit" class="button primary" disabled={!reason.trim()} data-testid="step-save">{t('step_save')}</button>
        <button type="button" class="button quiet" onClick={onDone}>{t('cancel')}</button>
      </div>
    </form>
  );
}
