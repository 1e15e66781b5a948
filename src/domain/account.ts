import type { ProfileKey } from './identity.ts';
import type { Field } from './provenance.ts';

/** The fields of an account, in the order they are shown. */
export interface AccountFields {
  name?: Field<string>;
  domain?: Field<string>;
  industry?: Field<string>;
  size?: Field<string>;
  employees?: Field<number>;
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
  'name', 'domain', 'industry', 'size', 'employees', 'location', 'founded', 'tagline', 'about', 'emails', 'phones', 'websites', 'profiles', 'avatar', 'followers',
];

/** The company that prospects work for: one account, many prospects. */
export interface Account {
  id: string;
  keys: ProfileKey[];
  fields: AccountFields;
  suggestions: AccountFields;
  tags: string[];
  createdAt: number;
  updatedAt: number;
}

/** The key of a company known by its shown name alone: equal spelling joins (case, accents' encoding and white space aside); "Acme" and "Acme GmbH" stay two. */
export function companyNameKey(name: string): ProfileKey | null {
  const plain = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain ? `company:${plain}` : null;
}
