import { BellPlus } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { zone } from '../state/clock.ts';
import { planOf, type Plan } from '../state/plan.ts';
import { Icon } from './icon.tsx';

const QUICK = ['tomorrow', 'in 3 days', 'next week', '2w'];

/** One line in which a follow-up is typed in words, with what was understood shown while typing. Enter plans it. */
export function FollowUpBox({ value, onInput, onPlan }: { value: string; onInput: (words: string) => void; onPlan?: (plan: Plan) => void }): VNode {
  const [touched, setTouched] = useState(false);
  const plan = planOf(value);
  const wrong = plan !== null && 'error' in plan;
  const submit = (): void => {
    setTouched(true);
    if (plan && 'dueAt' in plan) onPlan?.(plan);
  };
  return (
    <div class="follow-up-box stack tight">
      <label class="row">
        <Icon of={BellPlus} />
        <span class="unseen">{t('follow_up')}</span>
        <input
          class="input grow" data-testid="followup-input" value={value} placeholder={t('follow_up_placeholder')} autocomplete="off" spellcheck={false}
          aria-invalid={wrong && touched} aria-describedby="follow-up-preview"
          onInput={(event) => { setTouched(false); onInput(event.currentTarget.value); }}
          onBlur={() => setTouched(true)}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) { event.preventDefault(); submit(); } }}
        />
      </label>
      <div id="follow-up-preview" class="small follow-up-preview" data-testid="followup-preview" aria-live="polite">
        {plan === null
          ? <span class="row wrap">{QUICK.map((words) => <button key={words} type="button" class="chip" onClick={() => { const quick = planOf(words); onInput(words); if (quick && 'dueAt' in quick) onPlan?.(quick); }}>{words}</button>)}</span>
          : 'error' in plan
            ? <span class={touched ? 'bad-text' : 'muted'}>{plan.error}</span>
            : <span class="good-text">{formatWhen(plan.dueAt, Date.now(), zone(), uiLocale())} · {new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'full', timeStyle: 'short', timeZone: zone() }).format(plan.dueAt)}</span>}
      </div>
    </div>
  );
}
