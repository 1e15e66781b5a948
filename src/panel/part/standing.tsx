import type { VNode } from 'preact';
import type { PeopleNow } from '../../domain/people/field.ts';
import type { Stage } from '../../domain/prospect.ts';
import { stageName } from '../state/stage.ts';
import { DoNotContactMark } from './do-not-contact.tsx';

const TONE: Partial<Record<Stage, string>> = { engaged: 'accent', meeting: 'accent', 'sales-ready': 'good', won: 'good', lost: 'bad', disqualified: 'bad', nurture: 'warn' };

/** How somebody stands: priority, and their stage, or that they are not to be contacted. */
export function Standing({ people: { table, priority }, slot }: { people: PeopleNow; slot: number }): VNode {
  const stage = table.texts.stage.get(slot) as Stage;
  return (
    <span class="row standing">
      {priority[slot]! > 0 && <span class={`rank p${priority[slot]}`}>{`P${priority[slot]}`}</span>}
      {table.numbers.doNotContact[slot]! > 0 ? <DoNotContactMark of={{ doNotContact: { at: table.numbers.doNotContact[slot]!, reason: '' } }} /> : <span class={`chip ${TONE[stage] ?? ''}`}>{stageName(stage)}</span>}
    </span>
  );
}
