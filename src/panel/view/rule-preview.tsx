import { ChartNoAxesColumn } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { stepCounts } from '../../domain/people/step-counts.ts';
import { QUALIFIED_STEPS } from '../../domain/qualification.ts';
import type { QualifiedRule } from '../../domain/rule.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { Section } from '../part/section.tsx';
import { usePeople } from '../state/people.ts';
import { inTurns } from '../state/turn.ts';
import { count } from './people-bar.tsx';

type Counts = Record<(typeof QUALIFIED_STEPS)[number], number>;

/** How many people would be at each step by the rule as it is and as it is being edited. Who was qualified keeps it either way. */
export function RulePreview({ before, after }: { before: QualifiedRule['steps']; after: QualifiedRule['steps'] }): VNode | null {
  const people = usePeople();
  const [counts, setCounts] = useState<{ before: Counts; after: Counts }>();
  useEffect(() => {
    if (!people) return undefined;
    const end = new AbortController();
    const run = async (): Promise<void> => {
      const [then, now] = [await inTurns(stepCounts(people, { steps: before }), () => end.signal.aborted), await inTurns(stepCounts(people, { steps: after }), () => end.signal.aborted)];
      if (then && now) setCounts({ before: then, after: now });
    };
    void run().catch(report);
    return () => end.abort();
  }, [people?.scores, JSON.stringify([before, after])]);
  if (!people || people.table.slotOf.size === 0) return null;
  return (
    <Section icon={ChartNoAxesColumn} title={t('rule_preview')}>
      {!counts ? <div class="skeleton" style={{ height: '72px' }} /> : (
        <table class="bands" data-testid="rule-preview" aria-live="polite">
          <tbody>
            {QUALIFIED_STEPS.map((step) => {
              const change = counts.after[step] - counts.before[step];
              return (
                <tr key={step}>
                  <th scope="row">{t(`step_${step.replaceAll('-', '_')}` as MessageName)}</th>
                  <td class="number after">{count(counts.after[step])}</td>
                  <td class="number change">{change === 0 ? '' : `${change > 0 ? '+' : '−'}${count(Math.abs(change))}`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p class="small muted">{t('rule_preview_hint')}</p>
    </Section>
  );
}
