import type { Mapping } from './mapping.ts';

/** One CRM account that the rep connected. Holds no secret: those lie apart, so that no export, log or view can take them along. */
export interface Connection {
  id: string;
  /** The connector's name. */
  connector: string;
  /** What the rep calls it. */
  label: string;
  /** Where its API is: `https://crm.example.com`. */
  origin: string;
  /** What was typed to sign in and is no secret (a login name, a database). */
  settings: { [name: string]: string };
  /** Signed in at the CRM's own page. */
  oauth?: boolean;
  /** What the connector found out and needs again: ids of custom fields and the like. */
  known: { [name: string]: string };
  mapping: Mapping;
  /** The mapping that it began with; there once the rep has changed it. */
  proposed?: Mapping;
  bringIn: 'ours' | 'all';
  /** As whom and where, as the CRM said. */
  who: string;
  where: string;
  /** What an administrator of the CRM has to do for the best result; '' = nothing. */
  todo: string;
  createdAt: number;
}

/** What a CRM knows us by: a public client's name, and what it was registered for. No secret. */
export interface Registration {
  client: string;
  redirect: string;
  scope: string;
}

/** One request that was made: never a body, a token or a value. */
export interface LedgerEntry {
  seq?: number;
  connection: string;
  at: number;
  method: string;
  /** Origin and path; the query's names without their values. */
  where: string;
  /** Our names of the fields that it carried, and how many records. */
  fields: string[];
  records: number;
  /** The status, or 0 when no answer came. */
  status: number;
  /** How long it took, ms. */
  took: number;
  /** Bytes of the body that was sent and of the answer; absent in old entries. */
  sent?: number;
  received?: number;
}
