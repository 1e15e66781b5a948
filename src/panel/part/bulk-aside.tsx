import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AsideReason } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { disqualifying, puttingOff } from '../../storage/bulk.ts';
import { doToMany } from '../state/bulk.ts';
import { book, newId } from '../state/book.ts';
import { zone } from '../state/clock.ts';
import { number } from '../state/number.ts';
import { spreadFrom, usePerDay } from '../state/spread.ts';
import { dateWord, reasonWord } from '../state/words.ts';
import { AsideQuestion } from './aside-form.tsx';

/** Asks why many are put aside, and until when, as it is asked of one; more than a day is meant to hold come back over days when the rep wants it so. */
export function BulkAside({ ids, stage, onDone, onBack }: { ids: readonly string[]; stage: 'nurture' | 'disqualified'; onDone: () => void; onBack: () => void }): VNode {
  const [spread, setSpread] = useState(true);
  const perDay = usePerDay();
  const isMany = stage === 'nurture' && perDay > 0 && ids.length > perDay;
  const keep = async (why: string, note: string, plan: { dueAt: number; words: string } | undefined): Promise<void> => {
    const reason = why as AsideReason;
    const label = plan ? t('bulk_put_off', dateWord(plan.dueAt)) : t('bulk_disqualified', reasonWord(reason));
    const resumeOf = plan && (isMany && spread ? await spreadFrom(plan.dueAt, perDay) : () => plan.dueAt);
    onDone();
    await doToMany(label, ids, plan && resumeOf ? puttingOff(book, { reason, note, words: plan.words, zone: zone(), text: t('aside_follow_up', reasonWord(reason)), resumeOf, newId }) : disqualifying(book, { reason, note }));
  };
  return (
    <AsideQuestion what={stage === 'nurture' ? 'not-now' : 'disqualify'} onKeep={(...said) => void keep(...said)} onClose={onBack}>
      {isMany && <label class="row small"><input type="checkbox" data-testid="bulk-spread" checked={spread} onChange={(event) => setSpread(event.currentTarget.checked)} />{t('bulk_spread', number(perDay), number(Math.ceil(ids.length / perDay)))}</label>}
    </AsideQuestion>
  );
}
