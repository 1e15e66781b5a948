import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { moneyOf } from '../../domain/deal.ts';
import { t } from '../../platform/locale.ts';
import { amountShown } from '../state/amount.ts';

/** An amount of money: shown in its currency, typed as people type ("12k"). Reported when the field is left or on Enter; undefined = emptied. */
export function Amount({ label, value, currency, testId, onChange }: { label: string; value: number | undefined; currency: string; testId: string; onChange: (value: number | undefined) => void }): VNode {
  const id = useId();
  const shown = value === undefined ? '' : amountShown(value, currency);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  const focused = useRef(false);
  useEffect(() => { if (!focused.current) setText(shown); }, [shown]);
  const commit = (): void => {
    focused.current = false;
    const read = text === shown ? value : moneyOf(text);
    setWrong(read === null);
    if (read === null) return;
    if (read === value) setText(shown);
    else onChange(read);
  };
  return (
    <div class="amount stack tight">
      <label for={id} class="small muted">{label}</label>
      <input id={id} class="input number" data-testid={testId} value={text} inputMode="decimal" autocomplete="off" maxLength={40} placeholder={t('value_placeholder')} aria-invalid={wrong} aria-describedby={wrong ? `${id}-wrong` : undefined}
        onFocus={() => { focused.current = true; }} onInput={(event) => { setText(event.currentTarget.value); setWrong(false); }} onBlur={commit}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); event.currentTarget.blur(); } }} />
      {wrong && <span id={`${id}-wrong`} class="small bad-text" role="alert">{t('value_wrong')}</span>}
    </div>
  );
}
