import { useMemo } from 'preact/hooks';
import type { IcpScore } from '../../domain/best-icp.ts';
import type { Icp, ScoreInput } from '../../domain/icp.ts';
import { compileIcp, type Mark, type Scorer } from '../../domain/score.ts';
import { readInput } from '../../domain/score/reading.ts';
import { readIcps } from '../../storage/icp.ts';
import { book, useLive } from './book.ts';
import { useMeans } from './gazetteer.ts';

/** An ICP ready to score, and what it made of somebody. */
export interface IcpScorer {
  icp: Icp;
  scorer: Scorer;
}

export interface IcpMark extends IcpScore, Mark {
  icp: Icp;
}

/** All ICPs ready to score, by name; kept current. Undefined until the book, and the places if any is asked for, have answered. */
export function useScorers(): IcpScorer[] | undefined {
  const icps = useLive(() => readIcps(book), []);
  const means = useMeans(icps ?? NONE);
  return useMemo(() => (means ? icps?.map((icp) => ({ icp, scorer: compileIcp(icp, means) })) : undefined), [icps, means]);
}

const NONE: readonly Icp[] = [];

/** What each ICP makes of these texts, without the reasons; the texts are read once. */
export function marksOf(scorers: readonly IcpScorer[], input: ScoreInput): IcpMark[] {
  const reading = readInput(input);
  return scorers.map(({ icp, scorer }) => ({ icp, icpId: icp.id, ...scorer.mark(reading) }));
}
