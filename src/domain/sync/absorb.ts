import type { Link, Local } from './link.ts';
import { policyIn, toOurs, type Mapping } from './mapping.ts';
import { merge, type Base, type Merged } from './merge.ts';
import { ourField, type RemoteRecord, type SyncKind, type Values } from './record.ts';
import { agrees, isSame } from './value.ts';

/** How long a value that was sent without an answer may still show up in the CRM, ms. */
const LATE = 300_000;

/** What a look at the CRM's record makes of a link: the link as it is now, what changes here, what gave way, and whether something is to be sent. */
export interface Absorbed {
  link: Link;
  pull: Values;
  lost: Merged['lost'];
  toPush: boolean;
}

/**
 * Takes in what the CRM holds of a record. `ours` has our values with `record` fields as the CRM's ids. What we sent and find
 * there is accepted; what we once sent without an answer and find later is our own echo, no edit; all else is merged.
 * `answered`: the record is the answer to what we sent, so that other spellings in it are the CRM's own.
 */
export function absorb(link: Link, ours: Local, record: RemoteRecord, mapping: Mapping, now: number, answered = false): Absorbed {
  const { kind } = link;
  const theirs = toOurs(mapping, kind, record.fields);
  const base = withEchoes(link, theirs, link.ghosts ?? [], answered);
  // what was late may have come long before this look: only what can still come is watched for after it
  const ghosts = (link.ghosts ?? []).filter(({ until }) => until > now);
  const merged = merge(kind, base, sideOf(ours), { values: theirs, at: () => record.at }, policyIn(mapping, kind));
  const { sending: _sent, conflicts: _old, ghosts: _late, version: _version, question, ...rest } = link;
  return {
    link: {
      ...rest, remoteId: record.id, state: 'linked', base: merged.base, at: record.at,
      ...(record.version === undefined ? {} : { version: record.version }),
      ...(record.createdAt === undefined ? {} : { createdAt: record.createdAt }),
      ...(ghosts.length ? { ghosts } : {}),
      ...(Object.keys(merged.conflicts).length ? { conflicts: merged.conflicts } : {}),
      ...(question?.kind === 'double' ? { question } : {}),
    },
    pull: merged.pull,
    lost: merged.lost,
    toPush: Object.keys(merged.push).length > 0,
  };
}

/** The fields of a linked record that are to be sent, with their values: what changed here since both sides agreed and is not in dispute. */
export function toSend(link: Link, ours: Local, mapping: Mapping): Values {
  if (!link.base) return {};
  const { push } = merge(link.kind, link.base, sideOf(ours), { values: link.base.theirs, at: () => link.at }, policyIn(mapping, link.kind));
  return Object.fromEntries(Object.entries(push).filter(([field]) => !link.conflicts?.[field]));
}

/** Has the CRM's record, as it is now, nothing new for this link? */
export function isUnchanged(link: Link, record: RemoteRecord, mapping: Mapping): boolean {
  if (link.state !== 'linked' || link.conflicts || link.ghosts || link.sending || !link.base || record.deleted) return false;
  if (link.createdAt !== undefined && record.createdAt !== undefined && record.createdAt !== link.createdAt) return false;
  const theirs = toOurs(mapping, link.kind, record.fields);
  return Object.entries(theirs).every(([field, value]) => field in link.base!.theirs && isSame(value, link.base!.theirs[field]));
}

/** The link with what was sent without an answer and does not stand in the record: it may still be on its way. */
export function haunted(link: Link, record: RemoteRecord, mapping: Mapping, now: number): Link {
  if (!link.sending) return link;
  const theirs = toOurs(mapping, link.kind, record.fields);
  const late = Object.fromEntries(Object.entries(link.sending.values).filter(([field, value]) => !agrees('text', value, theirs[field])));
  const until = link.sending.at + LATE;
  return Object.keys(late).length && until > now ? { ...link, ghosts: [...(link.ghosts ?? []).slice(-4), { values: late, until }] } : link;
}

/** The base with what is known to be our own doing: sent values that stand there, and late arrivals. */
function withEchoes(link: Link, theirs: Values, ghosts: NonNullable<Link['ghosts']>, answered: boolean): Base | null {
  const sent = link.sending?.values;
  if (!sent && ghosts.length === 0) return link.base;
  const base: Base = { ours: { ...link.base?.ours }, theirs: { ...link.base?.theirs } };
  for (const [field, value] of Object.entries(theirs)) {
    const valueKind = kindOf(link.kind, field);
    if (sent && field in sent && (answered || agrees(valueKind, sent[field], value))) {
      base.ours[field] = sent[field]!;
      base.theirs[field] = value;
    } else if (sent && field in sent && !(field in base.theirs) && valueKind === 'flag') {
      // a flag has no other spelling: somebody has turned it since it was sent
      base.ours[field] = sent[field]!;
      base.theirs[field] = sent[field]!;
    } else if (field in base.theirs && !isSame(value, base.theirs[field]) && ghosts.some(({ values }) => field in values && agrees(valueKind, values[field], value))) {
      // as if both had agreed on the late value: ours differs from it, so ours is sent again
      base.ours[field] = value;
      base.theirs[field] = value;
    }
  }
  return base;
}

function kindOf(kind: SyncKind, field: string): NonNullable<ReturnType<typeof ourField>>['kind'] {
  return ourField(kind, field)?.kind ?? 'text';
}

function sideOf(ours: Local): { values: Values; at(field: string): number } {
  return { values: ours.values, at: (field) => ours.changedAt[field] ?? ours.updatedAt };
}
