import { mergeCustom, mergeFields, type Unplaced } from './merge-fields.ts';
import type { Prospect, ProspectField, ProspectFields, Stage } from './prospect.ts';
import { BANT_PARTS, type Bant } from './qualification.ts';
import { sameValue } from './provenance.ts';

/** Which of two people's values stays, by field: 0 the first, 1 the second; `stage` may be chosen as well. */
export type MergeChoice = { readonly [name in ProspectField | 'stage']?: 0 | 1 };

/** The farther along wins; who was put aside on purpose wins over who was only captured. */
const STAGE_RANK: readonly Stage[] = ['new', 'disqualified', 'lost', 'nurture', 'working', 'engaged', 'meeting', 'sales-ready', 'won'];
const MOST_SIGNALS = 50;
const MOST_RESEARCH = 100;

/** The stage that stays when the rep does not say: 0 the first's, 1 the second's. */
export function stageChoice(one: Stage, other: Stage): 0 | 1 {
  return STAGE_RANK.indexOf(other) > STAGE_RANK.indexOf(one) ? 1 : 0;
}

/**
 * One person of two rows; `keep` lends its id. Fields go as chosen, else as for accounts; keys, tags, lists, signals, research, steps and refusals of both stay.
 * Do-not-contact and withdrawn consent win always; the row is as old as the older one. What has no place is in `unplaced`. Time is epoch ms.
 */
export function mergePeople(keep: Prospect, lose: Prospect, change: { at: number; changeId: string }, chosen: MergeChoice = {}): { prospect: Prospect; unplaced: Unplaced[] } {
  const { fields, suggestions, unplaced } = mergeFields(keep, lose, chosen as { [name: string]: 0 | 1 });
  const first = lose.createdAt < keep.createdAt ? lose : keep;
  const second = first === keep ? lose : keep;
  const stage = [keep, lose][chosen.stage ?? stageChoice(keep.stage, lose.stage)]!;
  const gone = stage === keep ? lose : keep;
  if (gone.stage !== stage.stage) unplaced.push({ field: 'stage', value: gone.stage });
  if (gone.aside && JSON.stringify(gone.aside) !== JSON.stringify(stage.aside)) unplaced.push({ field: 'aside', value: gone.aside });
  const one = <K extends keyof Prospect>(name: K, from: Prospect = keep, other: Prospect = from === keep ? lose : keep): Pick<Prospect, K> | undefined => {
    const [value, second] = [from[name], other[name]];
    if (value !== undefined && second !== undefined && JSON.stringify(value) !== JSON.stringify(second)) unplaced.push({ field: name, value: second });
    const kept = value ?? second;
    return kept === undefined ? undefined : { [name]: kept } as Pick<Prospect, K>;
  };
  const newest = <K extends 'priority' | 'lawful' | 'handOver' | 'lead'>(name: K): Pick<Prospect, K> | undefined => one(name, (lose[name]?.at ?? -1) > (keep[name]?.at ?? -1) ? lose : keep);
  const custom = mergeCustom(keep.custom, lose.custom);
  const prospect: Prospect = {
    ...unknownOf(lose), ...unknownOf(keep),
    id: keep.id, kind: keep.kind === lose.kind ? keep.kind : 'both', keys: union(keep.keys, lose.keys), fields: fields as ProspectFields, suggestions: suggestions as ProspectFields,
    ...some('declined', { ...lose.declined, ...keep.declined }),
    ...list('signals', [...keep.signals ?? [], ...lose.signals ?? []], MOST_SIGNALS, 'newest', unplaced),
    ...accountOf(keep, lose, fields as ProspectFields),
    stage: stage.stage, ...(stage.aside ? { aside: stage.aside } : {}), tags: union(keep.tags, lose.tags), lists: union(keep.lists, lose.lists),
    // where somebody came from is where they came from first
    ...one('leadSource', first), ...one('sourceDetail', first), ...one('campaign', first), ...one('importId', first),
    ...one('icpId'), ...one('personaId'), ...one('committee'), ...one('dealValue'), ...one('lifetimeValue'), ...newest('priority'), ...newest('handOver'), ...newest('lawful'), ...leadOf(keep, lose, newest),
    ...some('bant', bantOf(keep.bant, lose.bant, unplaced)), ...list('qualified', union(first.qualified ?? [], second.qualified ?? []), Infinity, 'oldest', unplaced),
    ...barred(keep, lose), ...consentOf(keep, lose, unplaced), ...referralOf(keep, lose, unplaced), ...list('rejections', union(keep.rejections ?? [], lose.rejections ?? []), Infinity, 'oldest', unplaced),
    ...one('timeZone'), ...one('preferredChannel'), ...some('contactPoints', pointsOf(keep.contactPoints, lose.contactPoints, unplaced)),
    ...list('research', [...keep.research ?? [], ...lose.research ?? []], MOST_RESEARCH, 'oldest', unplaced),
    ...list('notSame', union(keep.notSame ?? [], lose.notSame ?? []).filter((id) => id !== keep.id && id !== lose.id), Infinity, 'as-is', unplaced),
    merged: [...keep.merged ?? [], ...lose.merged ?? [], { id: lose.id, name: (lose.fields.name?.value ?? '').slice(0, 200), at: change.at, changeId: change.changeId }],
    ...(custom ? { custom } : {}), createdAt: first.createdAt, updatedAt: change.at,
  };
  return { prospect, unplaced };
}

const KNOWN = new Set<string>([
  'id', 'kind', 'keys', 'fields', 'suggestions', 'declined', 'signals', 'accountId', 'stage', 'aside', 'tags', 'lists', 'leadSource', 'sourceDetail', 'campaign', 'importId', 'fit', 'icpId', 'personaId', 'committee', 'bant',
  'dealValue', 'lifetimeValue', 'priority', 'qualified', 'lead', 'doNotContact', 'referredBy', 'handOver', 'rejections', 'timeZone', 'preferredChannel', 'contactPoints', 'research', 'lawful', 'consent', 'notSame', 'merged', 'custom', 'createdAt', 'updatedAt',
] satisfies (keyof Prospect)[]);

/** What a later version has put into the row. */
function unknownOf(prospect: Prospect): object {
  return Object.fromEntries(Object.entries(prospect).filter(([name]) => !KNOWN.has(name)));
}

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  const known = new Set(a.map((one) => JSON.stringify(one)));
  return [...a, ...b.filter((one) => !known.has(JSON.stringify(one)))];
}

function some<N extends string, T extends object>(name: N, value: T): { [K in N]?: T } {
  return Object.keys(value).length > 0 ? { [name]: value } as { [K in N]: T } : {};
}

/** A list in its order by time, cut to what a row may hold; what is cut off goes to `unplaced`. */
function list<N extends keyof Prospect, T>(name: N, all: readonly T[], most: number, cut: 'newest' | 'oldest' | 'as-is', unplaced: Unplaced[]): Pick<Prospect, N> | undefined {
  if (all.length === 0) return undefined;
  const at = (one: T): number => (one as { at: number }).at;
  const sorted = cut === 'as-is' ? [...all] : all.toSorted((a, b) => at(a) - at(b));
  const kept = cut === 'newest' ? sorted.slice(-most) : sorted.slice(0, most);
  for (const one of sorted) if (!kept.includes(one)) unplaced.push({ field: name, value: one });
  return { [name]: kept } as unknown as Pick<Prospect, N>;
}

/** The account goes with the company that stays. */
function accountOf(keep: Prospect, lose: Prospect, { company }: ProspectFields): Pick<Prospect, 'accountId'> | undefined {
  const says = ({ fields }: Prospect): boolean => company !== undefined && sameValue(fields.company?.value, company.value);
  const accountId = says(lose) && !says(keep) ? lose.accountId ?? keep.accountId : keep.accountId ?? lose.accountId;
  return accountId === undefined ? undefined : { accountId };
}

/** A lead that somebody has decided on is decided. */
function leadOf(keep: Prospect, lose: Prospect, newest: (name: 'lead') => Pick<Prospect, 'lead'> | undefined): Pick<Prospect, 'lead'> | undefined {
  const decided = [keep, lose].filter(({ lead }) => lead && lead.state !== 'new');
  return decided.length === 1 ? { lead: decided[0]!.lead! } : newest('lead');
}

function bantOf(a: Bant = {}, b: Bant = {}, unplaced: Unplaced[]): Bant {
  const merged: Bant = {};
  for (const part of BANT_PARTS) {
    const [one, other] = (b[part]?.at ?? -1) > (a[part]?.at ?? -1) ? [b[part], a[part]] : [a[part], b[part]];
    if (one) merged[part] = one;
    if (other && JSON.stringify(other) !== JSON.stringify(one)) unplaced.push({ field: `bant.${part}`, value: other });
  }
  return merged;
}

/** Who is not to be contacted under one name is not under the other. */
function barred({ doNotContact: a }: Prospect, { doNotContact: b }: Prospect): Pick<Prospect, 'doNotContact'> | undefined {
  const first = a && b ? (b.at < a.at ? b : a) : a ?? b;
  if (!first) return undefined;
  const dropped = union(a?.dropped ?? [], b?.dropped ?? []);
  return { doNotContact: { ...first, ...(dropped.length ? { dropped } : {}) } };
}

/** Consent that was taken back stays so, whatever the other row says; of two alike the newer word counts. */
function consentOf({ consent: a }: Prospect, { consent: b }: Prospect, unplaced: Unplaced[]): Pick<Prospect, 'consent'> | undefined {
  if (!a || !b) return a || b ? { consent: (a ?? b)! } : undefined;
  const rank = ({ state }: { state: string }): number => (state === 'withdrawn' ? 1 : 0);
  const [kept, gone] = rank(b) > rank(a) || (rank(b) === rank(a) && b.at > a.at) ? [b, a] : [a, b];
  if (JSON.stringify(kept) !== JSON.stringify(gone)) unplaced.push({ field: 'consent', value: gone });
  return { consent: kept };
}

/** Nobody is referred by themselves. */
function referralOf(keep: Prospect, lose: Prospect, unplaced: Unplaced[]): Pick<Prospect, 'referredBy'> | undefined {
  const both = [keep.referredBy, lose.referredBy].filter((one) => one !== undefined);
  const kept = both.find(({ prospectId }) => prospectId !== keep.id && prospectId !== lose.id);
  for (const one of both) if (one !== kept && JSON.stringify(one) !== JSON.stringify(kept)) unplaced.push({ field: 'referredBy', value: one });
  return kept && { referredBy: kept };
}

/** What was found out last of an address or number counts. */
function pointsOf(a: NonNullable<Prospect['contactPoints']> = {}, b: NonNullable<Prospect['contactPoints']> = {}, unplaced: Unplaced[]): NonNullable<Prospect['contactPoints']> {
  const merged = { ...a };
  for (const [value, point] of Object.entries(b)) {
    const own = Object.hasOwn(merged, value) ? merged[value]! : undefined;
    if (own && JSON.stringify(own) !== JSON.stringify(point)) unplaced.push({ field: `contactPoints.${value}`, value: own.at >= point.at ? point : own });
    if (!own || point.at > own.at) merged[value] = point;
  }
  return merged;
}
