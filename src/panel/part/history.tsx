import { History, Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { HistoryEntry } from '../../domain/history.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { undoAction } from '../state/act.ts';
import { Icon } from './icon.tsx';

/** What happened to a person, newest first: one line an action, with its fields and an undo; who came with many others goes with them, by the import's own undo. */
export function HistoryCard({ entries, open: isOpen }: { entries: HistoryEntry[]; open: boolean }): VNode {
  const [open, setOpen] = useState(isOpen);
  const [limit, setLimit] = useState(10);
  const actions = new Map<string, HistoryEntry[]>();
  for (const entry of entries) actions.set(entry.changeId, [...(actions.get(entry.changeId) ?? []), entry]);
  const rows = [...actions.values()];
  return (
    <section class="card" aria-label={t('history')}>
      <button class="button quiet history-head" aria-expanded={open} onClick={() => setOpen(!open)}><Icon of={History} />{t('history')} <span class="muted number">{rows.length}</span></button>
      {open && (
        <ul class="stack tight">
          {rows.slice(0, limit).map((steps) => {
            const { changeId, label, at, by } = steps[0]!;
            return (
              <li key={changeId} class="history-row" data-testid="history-row">
                <div class="grow">
                  <p dir="auto">{label}</p>
                  {steps.filter(({ field }) => field.startsWith('fields.') || field === 'stage').slice(0, 4).map((step) => <p key={step.seq} class="small muted two-lines" dir="auto">{lineOf(step)}</p>)}
                  <time class="small muted">{new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at)}{by === 'rep' ? '' : ` · ${by}`}</time>
                </div>
                {!steps.some(({ field }) => field === '**') && <button class="button quiet icon-only" aria-label={t('undo_this', label)} title={t('undo')} onClick={() => void undoAction(changeId, label)}><Icon of={Undo2} /></button>}
              </li>
            );
          })}
          {rows.length > limit && <li><button class="button quiet" onClick={() => setLimit(limit + 30)}>{t('show_more', rows.length - limit)}</button></li>}
        </ul>
      )}
    </section>
  );
}

function lineOf({ field, old, new: next }: HistoryEntry): string {
  const name = field.replace('fields.', '');
  const label = field === 'stage' ? t('stage') : t(`field_${name}` as MessageName);
  return `${label}: ${shown(old)} → ${shown(next)}`;
}

function shown(value: unknown): string {
  const inner = typeof value === 'object' && value !== null && 'value' in value ? (value as { value: unknown }).value : value;
  if (inner === undefined) return '–';
  if (Array.isArray(inner)) return inner.map((one) => (typeof one === 'string' ? one : Object.values(one as object).join(', '))).join(', ').slice(0, 200);
  return typeof inner === 'object' ? JSON.stringify(inner).slice(0, 200) : String(inner as string | number).slice(0, 200);
}
