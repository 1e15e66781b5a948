import type { VNode } from 'preact';
import type { Prospect } from '../../domain/prospect.ts';
import { ReachCard } from './reach.tsx';
import { ResearchCard } from './research.tsx';
import { SourceCard } from './source.tsx';

/** What the rep says of a person beside the fields: research, how to reach them, where they came from. */
export function Facts({ prospect }: { prospect: Prospect }): VNode {
  return <><ResearchCard prospect={prospect} /><ReachCard prospect={prospect} /><SourceCard prospect={prospect} /></>;
}
