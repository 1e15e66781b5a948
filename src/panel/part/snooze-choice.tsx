import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { snoozes } from '../../domain/snooze.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { zone } from '../state/clock.ts';
import { useKeys } from '../state/key.ts';
import { week } from '../state/plan.ts';

/** When something is put off to: each by its number. Escape closes it. */
export function SnoozeChoice({ onChoose, onClose }: { onChoose: (dueAt: number) => void; onClose: () => void }): VNode {
  const offers = useMemo(() => snoozes(Date.now(), zone(), week()), []);
  const choose = (dueAt: number): void => {
    onClose();
    onChoose(dueAt);
  };
  useKeys(() => [
    ...offers.map(({ id, dueAt }, at) => ({ key: String(at + 1), label: t(`snooze_${id}` as MessageName), run: () => choose(dueAt) })),
    { key: 'Escape', label: t('close'), run: onClose },
  ], [offers, onChoose]);
  return (
    <div class="row wrap pad" role="group" aria-label={t('snooze')} data-testid="snooze-choice">
      {offers.map(({ id, dueAt }, at) => (
        <button key={id} type="button" class="chip" title={formatWhen(dueAt, Date.now(), zone(), uiLocale())} aria-label={t(`snooze_${id}` as MessageName)} onClick={() => choose(dueAt)}><kbd aria-hidden="true">{at + 1}</kbd>{t(`snooze_${id}` as MessageName)}</button>
      ))}
      <button type="button" class="chip" onClick={onClose}><kbd aria-hidden="true">esc</kbd>{t('cancel')}</button>
    </div>
  );
}
