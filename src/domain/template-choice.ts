import type { Touch } from './activity.ts';
import { replyRate, type Tally } from './template-result.ts';
import type { Template } from './template.ts';

/** For whom a template is chosen. `touches`: what passed between the two; `channel`: the one that is wanted, if any. */
export interface Suits {
  personaId?: string | undefined;
  channel?: string | undefined;
  touches: readonly Pick<Touch, 'at' | 'direction' | 'channel' | 'templateId'>[];
}

/**
 * Templates with the best suited first: those not yet used for this person, of the wanted channel (else the one they last answered on, else the one used
 * last), made for their persona before those for anybody before those for another persona, then by the lower end of their reply rate, then by name.
 */
export function bestSuited<T extends Template>(templates: readonly T[], { personaId, channel, touches }: Suits, tallyOf: (id: string) => Tally): T[] {
  const latest = touches.toSorted((a, b) => b.at - a.at);
  const wanted = channel ?? (latest.find(({ direction }) => direction === 'in') ?? latest[0])?.channel;
  const used = new Set(latest.filter(({ direction }) => direction === 'out').map(({ templateId }) => templateId));
  const rank = ({ id, channel: its, personaIds }: T): number[] => [
    used.has(id) ? 1 : 0,
    wanted === undefined || its === wanted ? 0 : 1,
    personaIds.length === 0 ? 1 : personaId !== undefined && personaIds.includes(personaId) ? 0 : 2,
    -replyRate(tallyOf(id)).low,
  ];
  return templates.map((template) => ({ template, rank: rank(template) }))
    .toSorted((a, b) => a.rank.reduce((found, value, at) => found || value - b.rank[at]!, 0) || a.template.name.localeCompare(b.template.name) || (a.template.id < b.template.id ? -1 : 1))
    .map(({ template }) => template);
}
