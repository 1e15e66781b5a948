import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { following } from '../../storage/bulk.ts';
import { doToMany } from '../state/bulk.ts';
import { newId } from '../state/book.ts';
import { now, zone } from '../state/clock.ts';
import { number } from '../state/number.ts';
import { planOf } from '../state/plan.ts';
import { spreadFrom, usePerDay } from '../state/spread.ts';

/** Plans a follow-up with many, in words; more than a day is meant to hold are spread over days when the rep wants it so. */
export function BulkFollowUp({ ids, onDone }: { ids: readonly string[]; onDone: () => void }): VNode {
  const [words, setWords] = useState('');
  const [text, setText] = useState('');
  const [spread, setSpread] = useState(true);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => { input.current?.focus(); }, []);
  const perDay = usePerDay();
  const plan = planOf(words, { once: true });
  const isMany = perDay > 0 && ids.length > perDay;
  const days = isMany ? Math.ceil(ids.length / perDay) : 1;
  const submit = async (): Promise<void> => {
    if (!plan || 'error' in plan) return;
    const { dueAt } = plan;
    const dueOf = isMany && spread ? await spreadFrom(dueAt, perDay) : () => dueAt;
    onDone();
    await doToMany(t('bulk_followed', plan.words), ids, following({ text: text.trim(), words: plan.words, zone: zone(), dueOf, newId }));
  };
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <label class="labelled"><span class="small muted">{t('bulk_when')}</span>
        <input ref={input} class="input" data-testid="bulk-when" value={words} placeholder={t('follow_up_placeholder')} autocomplete="off" spellcheck={false} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <p class="small muted" aria-live="polite">{plan === null ? ' ' : 'error' in plan ? plan.error : formatWhen(plan.dueAt, now.value, zone(), uiLocale())}</p>
      <label class="labelled"><span class="small muted">{t('bulk_text')}</span><input class="input" value={text} maxLength={300} dir="auto" onInput={(event) => setText(event.currentTarget.value)} /></label>
      {isMany && <label class="row small"><input type="checkbox" data-testid="bulk-spread" checked={spread} onChange={(event) => setSpread(event.currentTarget.checked)} />{t('bulk_spread', number(perDay), number(days))}</label>}
      <div class="row"><button type="submit" class="button primary" disabled={!plan || 'error' in plan}>{t('bulk_plan')} <kbd>↵</kbd></button><button type="button" class="button quiet" onClick={onDone}>{t('cancel')}</button></div>
    </form>
  );
}
