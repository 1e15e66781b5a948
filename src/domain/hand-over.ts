/** Somebody who was handed to a closer: to whom, when, by what word against the gate, and their answer (epoch ms). */
export interface HandOver {
  at: number;
  /** The closer, as typed. */
  to: string;
  state: 'offered' | 'accepted' | 'rejected';
  answeredAt?: number;
  /** Why it was turned down, or what was said to it. */
  answer?: string;
  /** Why it was done although the gate warned. */
  override?: string;
}

/** The closer's answer to a hand-over, dated. One without a hand-over changes nothing. */
export function answeredHandOver<P extends { handOver?: HandOver }>(prospect: P, state: 'accepted' | 'rejected', answer: string, at: number): P {
  if (!prospect.handOver) return prospect;
  const { answer: _old, ...rest } = prospect.handOver;
  const said = answer.replace(/\s+/g, ' ').trim().slice(0, 500);
  return { ...prospect, handOver: { ...rest, state, answeredAt: at, ...(said ? { answer: said } : {}) } };
}
