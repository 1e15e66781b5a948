import type { ProfileKey } from './identity.ts';
import type { Field } from './provenance.ts';

/** The fields of an account, in the order they are shown. */
export interface AccountFields {
  name?: Field<string>;
  domain?: Field<string>;
  industry?: Field<string>;
  size?: Field<string>;
  employees?: Field<number>;
  /** A year, as it was said: "$10M to $50M". */
  revenue?: Field<string>;
  /** Business model: a name of BUSINESS_MODELS, or as it was said. */
  model?: Field<string>;
  technologies?: Field<string[]>;
  location?: Field<string>;
  founded?: Field<number>;
  tagline?: Field<string>;
  about?: Field<string>;
  emails?: Field<string[]>;
  phones?: Field<string[]>;
  websites?: Field<string[]>;
  profiles?: Field<string[]>;
  avatar?: Field<string>;
  followers?: Field<number>;
}

export type AccountField = keyof AccountFields;

export const ACCOUNT_FIELDS: readonly AccountField[] = [
  'name', 'domain', 'industry', 'size', 'employees', 'revenue', 'model', 'technologies', 'location', 'founded', 'tagline', 'about', 'emails', 'phones', 'websites', 'profiles', 'avatar', 'followers',
];

/** The company that prospects work for: one account, many prospects. */
export interface Account {
  id: string;
  keys: ProfileKey[];
  fields: AccountFields;
  suggestions: AccountFields;
  tags: string[];
  /** Account-based marketing: 1 is worked by hand with all there is; absent = not a target. */
  tier?: 1 | 2 | 3;
  /** Fields of the rep's own, by name. */
  custom?: { [name: string]: Field<string> };
  /** Ids of accounts that the rep has said are not the same company as this one. */
  notSame?: string[];
  createdAt: number;
  updatedAt: number;
}

/** The key of a company known by its shown name alone: equal spelling joins (case, accents' encoding and white space aside); "Acme" and "Acme GmbH" stay two. */
export function companyNameKey(name: string): ProfileKey | null {
  const plain = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain ? `company:${plain}` : null;
}
