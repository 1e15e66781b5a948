import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Gazetteer } from '../../domain/gazetteer.ts';
import type { Icp } from '../../domain/icp.ts';
import { asksPlace, nowhere } from '../../domain/near.ts';
import type { JudgeMeans } from '../../domain/score/judge.ts';
import { readGazetteer } from '../../platform/gazetteer.ts';

/** The places of the world; undefined until somebody asked for them and they are there, null when they cannot be read. */
export const gazetteer = signal<Gazetteer | null | undefined>(undefined);

const WITHOUT: JudgeMeans = { near: nowhere };
let means: { of: Gazetteer; means: JudgeMeans } | undefined;

/** Asks for the places; calling it again costs nothing. */
export function askGazetteer(): void {
  if (gazetteer.peek()) return;
  readGazetteer().then((read) => { gazetteer.value = read; }, () => { gazetteer.value ??= null; });
}

/** The same once, for work that is no view. */
export async function meansOf(icps: readonly Pick<Icp, 'criteria'>[]): Promise<JudgeMeans> {
  if (!icps.some(({ criteria }) => asksPlace(criteria))) return WITHOUT;
  const read = await readGazetteer().catch(() => null);
  return read ? meansWith(read) : WITHOUT;
}

/** What these ICPs are judged with; undefined for the moment in which the places are read, so that no score is shown that changes at once. */
export function useMeans(icps: readonly Pick<Icp, 'criteria'>[]): JudgeMeans | undefined {
  const asks = icps.some(({ criteria }) => asksPlace(criteria));
  useEffect(() => { if (asks) askGazetteer(); }, [asks]);
  if (!asks) return WITHOUT;
  const read = gazetteer.value;
  if (!read) return read === null ? WITHOUT : undefined;
  return meansWith(read);
}

function meansWith(read: Gazetteer): JudgeMeans {
  if (means?.of !== read) means = { of: read, means: { near: read.near } };
  return means.means;
}
