/** What one ICP makes of a person. */
export interface IcpScore {
  icpId: string;
  /** 0..100 each. */
  fit: number;
  coverage: number;
}

/** The ICP that suits somebody best: highest fit, then most known; among equals the smaller id, so that the order asked in does not matter. Undefined when there is none. */
export function bestOf<T extends IcpScore>(scores: readonly T[]): T | undefined {
  return ranked(scores)[0];
}

/** All of them, the best first. */
export function ranked<T extends IcpScore>(scores: readonly T[]): T[] {
  return scores.toSorted((a, b) => b.fit - a.fit || b.coverage - a.coverage || (a.icpId < b.icpId ? -1 : a.icpId > b.icpId ? 1 : 0));
}

/** The one that the rep pinned, as long as it is there; else the best. */
export function chosenOf<T extends IcpScore>(scores: readonly T[], pinned: string | undefined): T | undefined {
  return scores.find(({ icpId }) => icpId === pinned) ?? bestOf(scores);
}
