import { Check, Minus } from 'lucide';
import type { VNode } from 'preact';
import { LIKELY, type Evidence as One, type Suspicion } from '../../domain/duplicate/suspicion.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';

const LONGEST = 60;

/** One thing that speaks for or against, as a sentence. */
export function evidenceWord({ code, a, b }: One): string {
  const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  return t(`evidence_${code.replaceAll('-', '_')}` as MessageName, cut(a), cut(b));
}

/** Why two people may be one, in a line. */
export function becauseOf({ evidence }: Suspicion): string {
  return evidence.filter(({ weight }) => weight > 0).map(evidenceWord).join(', ');
}

/** How sure that is, in a word. */
export function SureChip({ sure }: { sure: number }): VNode {
  return <span class={`chip ${sure >= LIKELY ? 'good' : ''}`}>{t(sure >= LIKELY ? 'match_likely' : 'match_possible')}</span>;
}

/** What speaks for it, then what speaks against. */
export function EvidenceList({ evidence }: Suspicion): VNode {
  const inOrder = evidence.toSorted((a, b) => Number(b.weight > 0) - Number(a.weight > 0));
  return (
    <ul class="evidence">
      {inOrder.map((one) => (
        <li key={one.code} class={one.weight > 0 ? 'for' : 'against'}><Icon of={one.weight > 0 ? Check : Minus} /><span class="unseen">{t(one.weight > 0 ? 'evidence_for' : 'evidence_against')}</span><span dir="auto">{evidenceWord(one)}</span></li>
      ))}
    </ul>
  );
}
