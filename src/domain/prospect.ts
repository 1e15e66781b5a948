import type { HandOver } from './hand-over.ts';
import type { Consent, Lawful } from './privacy.ts';
import type { Aside, Bant, CommitteeRole, LeadDecision, Priority, QualifiedStep, ResearchNote } from './qualification.ts';
import type { Experience } from './draft.ts';
import type { ProfileKey } from './identity.ts';
import type { Field, FieldValue } from './provenance.ts';

/** The fields of a prospect, in the order they are shown. */
export interface ProspectFields {
  name?: Field<string>;
  pronouns?: Field<string>;
  headline?: Field<string>;
  title?: Field<string>;
  company?: Field<string>;
  location?: Field<string>;
  about?: Field<string>;
  school?: Field<string>;
  emails?: Field<string[]>;
  phones?: Field<string[]>;
  websites?: Field<string[]>;
  /** Addresses of the person's profiles; the first is the one to open. */
  profiles?: Field<string[]>;
  avatar?: Field<string>;
  handle?: Field<string>;
  followers?: Field<number>;
  connections?: Field<string>;
  industry?: Field<string>;
  experience?: Field<Experience[]>;
}

export type ProspectField = keyof ProspectFields;

export const PROSPECT_FIELDS: readonly ProspectField[] = [
  'name', 'pronouns', 'headline', 'title', 'company', 'location', 'about', 'school', 'emails', 'phones', 'websites', 'profiles',
  'avatar', 'handle', 'followers', 'connections', 'industry', 'experience',
];

/** Fields that hold a list of texts. */
export const LIST_FIELDS: ReadonlySet<string> = new Set<ProspectField>(['emails', 'phones', 'websites', 'profiles']);

export const STAGES = ['new', 'working', 'engaged', 'meeting', 'sales-ready', 'won', 'lost', 'nurture', 'disqualified'] as const;
export type Stage = (typeof STAGES)[number];

/** The fit that was last computed for a prospect, and by which version of which ICP. */
export interface FitMark {
  icpId: string;
  version: number;
  /** 0..100 */
  fit: number;
  /** 0..100: how much of the ICP's weight could be judged at all. */
  coverage: number;
}

export const SIGNAL_KINDS = ['changed-job', 'hiring', 'funding', 'news', 'engaged'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/**
 * A dated reason to act now, and what the rep made of it. One seen on a visit says which `field` went `from` what `to` what; one noted by hand
 * or made by an inbound touch has its text in `to` and no field.
 */
export interface Signal {
  id: string;
  kind: SignalKind;
  at: number;
  field: string;
  from: string;
  to: string;
  url: string;
  state: 'open' | 'taken' | 'left';
}

/** A row that went into another one: its id, what it was called, when (epoch ms) and by which change. */
export interface MergedPerson {
  id: string;
  name: string;
  at: number;
  changeId: string;
}

/** A person in the book. `keys` are all identities that ever pointed here; each key belongs to exactly one prospect. */
export interface Prospect {
  id: string;
  kind: 'lead' | 'prospect' | 'both';
  keys: ProfileKey[];
  fields: ProspectFields;
  /** What a less trusted source says differently: shown, never applied by itself. */
  suggestions: ProspectFields;
  /** Values that the rep has turned down: not offered again. */
  declined?: { [name in ProspectField]?: FieldValue };
  /** What changed since the capture, oldest first; at most 50. */
  signals?: Signal[];
  accountId?: string;
  stage: Stage;
  tags: string[];
  lists: string[];
  /** Where the lead came from, from the fixed vocabulary. */
  leadSource?: string;
  sourceDetail?: string;
  campaign?: string;
  fit?: FitMark;
  /** The ICP and the persona that the rep chose; absent = the best one is suggested. */
  icpId?: string;
  personaId?: string;
  /** Part in the buying committee of the account. */
  committee?: CommitteeRole;
  bant?: Bant;
  /** Expected deal value, and what the customer may be worth over the years; in the book's currency. */
  dealValue?: number;
  lifetimeValue?: number;
  /** The rep's own priority, with the reason; absent = as computed. */
  priority?: { level: Priority; reason: string; at: number };
  /** Steps of qualification that were reached, oldest first. */
  qualified?: QualifiedStep[];
  /** Why the prospect is aside (stage nurture or disqualified), and the way back. */
  aside?: Aside;
  /** For who came in as a lead: what the rep decided. */
  lead?: LeadDecision;
  /** Absolute: nothing is offered to be sent, no step comes due. `dropped`: follow-ups that were closed for it. */
  doNotContact?: { at: number; reason: string; dropped?: string[] };
  /** Who made the introduction: the id of a prospect, or a name as typed. */
  referredBy?: { prospectId?: string; name: string; at: number };
  /** Given to somebody who closes: to whom, when, and what became of it. */
  handOver?: HandOver;
  /** A no, each with its reason. */
  rejections?: { at: number; reason: string; note: string }[];
  /** By the rep's word (IANA name); absent = as the location says, when that is certain. */
  timeZone?: string;
  preferredChannel?: string;
  /** What is known of e-mail addresses and telephone numbers, by value. */
  contactPoints?: { [value: string]: { state: 'verified' | 'bounced'; at: number } };
  research?: ResearchNote[];
  /** By what right the book holds this person; absent = as the setting says. */
  lawful?: Lawful;
  consent?: Consent;
  /** The import that brought this person in. */
  importId?: string;
  /** Ids of prospects that the rep has said are not the same person as this one. */
  notSame?: string[];
  /** Who was found to be this person and went into this row: by which change, which takes them apart again. */
  merged?: MergedPerson[];
  /** Fields of the rep's own, by name. */
  custom?: { [name: string]: Field<string> };
  createdAt: number;
  updatedAt: number;
}
