const DAY = 86_400_000;

/**
 * Sorts due follow-ups by what is worth most: fit first in steps of ten (people not scored count as 50), then lateness, in
 * days; equal ones by due time. `now` is epoch ms. Does not change its input.
 */
export function byWorth<T extends { followUp: { dueAt: number }; prospect?: { fit?: { fit: number } } | undefined }>(items: T[], now: number): T[] {
  const worth = ({ followUp, prospect }: T): number => Math.floor((prospect?.fit?.fit ?? 50) / 10) + Math.min(9, Math.floor(Math.max(0, now - followUp.dueAt) / DAY)) / 2;
  return items.toSorted((a, b) => worth(b) - worth(a) || a.followUp.dueAt - b.followUp.dueAt);
}
