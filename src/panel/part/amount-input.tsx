import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { amountOf } from '../../domain/amount.ts';
import { t, uiLocale } from '../../platform/locale.ts';

/** A whole number typed as people type it ("12,000", "10M"); reported when the box is left or on Enter, undefined = emptied. What is no number is said so and not reported. */
export function AmountInput({ value, label, placeholder = '', invalid = false, testId, onChange }: {
  value: number | undefined; label: string; placeholder?: string; invalid?: boolean; testId?: string; onChange: (value: number | undefined) => void;
}): VNode {
  const [typed, setTyped] = useState<string>();
  const shown = value === undefined ? '' : new Intl.NumberFormat(uiLocale()).format(value);
  const isWrong = typed !== undefined && typed.trim() !== '' && amountOf(typed) === null;
  const keep = (): void => {
    if (typed === undefined) return;
    const amount = typed.trim() === '' ? undefined : amountOf(typed);
    setTyped(undefined);
    if (amount !== null && amount !== value) onChange(amount);
  };
  return (
    <span class="amount">
      <input class="input number" inputmode="numeric" autocomplete="off" maxLength={30} value={typed ?? shown} aria-label={label} placeholder={placeholder} aria-invalid={invalid || isWrong} data-testid={testId} title={isWrong ? t('amount_wrong') : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)} onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          keep();
          if (!event.ctrlKey && !event.metaKey) event.preventDefault();
        }} />
      {isWrong && <span class="unseen" role="alert">{t('amount_wrong')}</span>}
    </span>
  );
}
