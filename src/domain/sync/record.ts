/** What goes to a CRM and comes back, in the order in which it is sent: nothing is sent before what it hangs on. */
export const SYNC_KINDS = ['account', 'prospect', 'note', 'touch', 'followUp'] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

/** One field's value on the way: text, list of texts, number, yes or no; null = empty. Times are ISO 8601 instants in UTC. */
export type SyncValue = string | string[] | number | boolean | null;
export type Values = { [field: string]: SyncValue };

/** How a field's values are compared: two spellings of one telephone number are one value, two spellings of a title are not. */
export type ValueKind = 'text' | 'longText' | 'emails' | 'phones' | 'link' | 'number' | 'tags' | 'flag' | 'time' | 'record';

export interface OurField {
  name: string;
  kind: ValueKind;
  /** `push` = ours alone to say: what the CRM says of it is not taken over. `guard` = yes on either side is yes on both; only here can it be taken back. */
  flow: 'both' | 'push' | 'guard';
}

const both = (name: string, kind: ValueKind): OurField => ({ name, kind, flow: 'both' });
const push = (name: string, kind: ValueKind): OurField => ({ name, kind, flow: 'push' });

const guard = (name: string): OurField => ({ name, kind: 'flag', flow: 'guard' });

/** Our fields by kind. `record` fields point at another synced record: here by our id, on the way by the CRM's. */
export const OUR_FIELDS: Record<SyncKind, readonly OurField[]> = {
  account: [
    both('name', 'text'), both('domain', 'link'), both('linkedin', 'link'), both('industry', 'text'), both('employees', 'number'), both('location', 'text'),
    both('about', 'longText'), both('phones', 'phones'), both('emails', 'emails'),
  ],
  prospect: [
    both('firstName', 'text'), both('lastName', 'text'), both('title', 'text'), both('emails', 'emails'), both('phones', 'phones'), both('linkedin', 'link'),
    both('website', 'link'), both('location', 'text'), both('account', 'record'), both('headline', 'text'), both('about', 'longText'), both('tags', 'tags'),
    guard('doNotContact'), push('stage', 'text'), push('leadSource', 'text'), push('fit', 'number'),
  ],
  note: [both('text', 'longText'), push('prospect', 'record'), push('at', 'time')],
  touch: [push('text', 'longText'), push('prospect', 'record'), push('at', 'time')],
  followUp: [both('text', 'text'), both('dueAt', 'time'), both('done', 'flag'), push('prospect', 'record')],
};

/** The field of this name, or undefined. */
export function ourField(kind: SyncKind, name: string): OurField | undefined {
  return OUR_FIELDS[kind].find((one) => one.name === name);
}

/** A record as the CRM holds it. `fields` go by the CRM's names; `at` is its modification time (epoch ms), `version` whatever a guarded write needs. */
export interface RemoteRecord {
  id: string;
  /** Our external key, as stored there. */
  key: string | null;
  at: number;
  version?: string;
  createdAt?: number;
  deleted: boolean;
  fields: Values;
}
