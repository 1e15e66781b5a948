import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CadenceEdit } from '../../domain/cadence-edit.ts';
import { t } from '../../platform/locale.ts';
import { previewEdit, type Affected } from '../../storage/cadence.ts';
import { book, useLive } from '../state/book.ts';
import { dayWord } from '../state/cadence.ts';
import { now } from '../state/clock.ts';

const MOST_DAYS = 3;

/** What saving an edit does to those who are in the cadence, in numbers and days. */
export function CadenceImpact({ cadenceId, edit }: { cadenceId: string; edit: CadenceEdit }): VNode | null {
  const at = now.value;
  const text = useMemo(() => JSON.stringify(edit), [edit]);
  const affected = useLive(() => previewEdit(book, cadenceId, edit, at), [cadenceId, text, at]);
  if (!affected) return null;
  return <p class="small" role="status" data-testid="cadence-impact">{impactText(affected)}</p>;
}

function impactText(affected: readonly Affected[]): string {
  if (affected.length === 0) return t('cadence_impact_none');
  const some = (effect: Affected['effect']): Affected[] => affected.filter((one) => one.effect === effect);
  const [moves, next, ends] = [some('moves'), some('next-step'), some('finishes')];
  const parts = [
    ...moved(moves, 'cadence_impact_moves'), ...moved(next, 'cadence_impact_next'),
    ...ends.length ? [t('cadence_impact_ends', ends.length)] : [],
  ];
  const stays = affected.length - moves.length - next.length - ends.length;
  if (stays > 0 && parts.length > 0) parts.push(t('cadence_impact_stays', stays));
  const people = affected.length === 1 ? t('cadence_impact_one') : t('cadence_impact_people', affected.length);
  return `${people}: ${parts.length > 0 ? parts.join(', ') : t('cadence_impact_keeps')}.`;
}

/** One line a day, the days with most people first; what is beyond three days is one line. */
function moved(people: readonly Affected[], name: 'cadence_impact_moves' | 'cadence_impact_next'): string[] {
  const days = new Map<string, number>();
  for (const { after } of people) {
    const day = after === undefined ? '' : dayWord(after);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const lines = [...days].toSorted((a, b) => b[1] - a[1]);
  const rest = lines.slice(MOST_DAYS).reduce((sum, [, count]) => sum + count, 0);
  return [...lines.slice(0, MOST_DAYS).map(([day, count]) => t(name, count, day || t('cadence_impact_later'))), ...rest > 0 ? [t(name, rest, t('cadence_impact_other_days'))] : []];
}
