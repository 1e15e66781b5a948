import type { AccountFields } from '../../domain/account.ts';
import { amountOf } from '../../domain/amount.ts';
import { domainKey } from '../../domain/company-domain.ts';
import type { ProfileKey } from '../../domain/identity.ts';
import type { PlainFields } from '../../domain/import-row.ts';
import { countryOf, lineOf, placeOf, textOf, wordsOf } from '../value/text.ts';
import { distinct, put, putList, type Cells, type Means } from './cells.ts';

/** What a row says of the company, and its identities. */
export function accountOf(cells: Cells, company: string, means: Means): { fields: PlainFields<AccountFields>; keys: ProfileKey[] } {
  const fields: PlainFields<AccountFields> = {};
  const isOwn = (address: string): boolean => means.keyOf(address)?.startsWith('web:') ?? false;
  const web = (text: string): string[] => { const one = means.webOf(text); return one === null ? [] : [one]; };
  const addresses = distinct(cells.read('companyWebsite', means.websOf));
  const websites = addresses.filter(isOwn);
  // a page on somebody else's site is no website of the company, and its domain is not the company's
  const profiles = distinct([...cells.read('companyLinkedin', web), ...cells.read('companyProfile', web), ...addresses.filter((one) => !isOwn(one))]);
  const said = cells.line('companyDomain', 200) || websites[0] || '';
  const address = means.webOf(said);
  const domain = address && isOwn(address) ? means.domainOf(address) : null;
  if (domain === null) for (const { text, column } of cells.all('companyDomain')) cells.lose(column, text);
  put(fields, 'name', company);
  put(fields, 'domain', domain ?? '');
  put(fields, 'industry', cells.line('companyIndustry', 200));
  const size = cells.line('companySize', 60);
  const employees = /^\d[\d.,' ]*$/.test(size) ? amountOf(size) : null;
  if (employees) fields.employees = employees;
  else put(fields, 'size', size);
  const [thousands] = cells.read('companyRevenueThousands', (text) => { const one = amountOf(lineOf(text, 40)); return one === null ? [] : [one]; });
  put(fields, 'revenue', thousands ? `$${thousands * 1_000}` : cells.line('companyRevenue', 80));
  put(fields, 'model', cells.line('companyModel', 80));
  putList(fields, 'technologies', distinct(cells.all('companyTechnologies').flatMap(({ text }) => wordsOf(text, 100))));
  put(fields, 'location', cells.line('companyLocation', 200) || placeOf([cells.line('companyCity', 80), cells.line('companyState', 80), countryOf(cells.raw('companyCountry'))]));
  const [founded] = cells.read('companyFounded', (text) => /\b(1[5-9]\d\d|20\d\d)\b/.exec(lineOf(text, 40))?.slice(1) ?? []);
  if (founded) fields.founded = Number(founded);
  put(fields, 'about', textOf(cells.raw('companyAbout')));
  putList(fields, 'phones', cells.phones('companyPhone'));
  putList(fields, 'websites', websites);
  putList(fields, 'profiles', profiles);
  return { fields, keys: [...(domain ? [domainKey(domain)] : []), ...profiles.map((one) => means.keyOf(one)).filter((one) => one !== null)] };
}
