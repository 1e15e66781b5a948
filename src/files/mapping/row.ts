import { amountOf } from '../../domain/amount.ts';
import { companyDomain } from '../../domain/company-domain.ts';
import { LONGEST_VALUE, MOST_CUSTOM, customName } from '../../domain/custom-field.ts';
import type { ProfileKey } from '../../domain/identity.ts';
import type { ImportRow, PlainFields, ReadRow, RefusedRow } from '../../domain/import-row.ts';
import type { ProspectFields } from '../../domain/prospect.ts';
import { remember } from '../../domain/remember.ts';
import type { TableRow } from '../table/read.ts';
import { emailsOf, linkedinOf, webOf, websOf } from '../value/contact.ts';
import { timeOf } from '../value/date.ts';
import { countryOf, joinedName, lineOf, placeOf, textOf, wholeName } from '../value/text.ts';
import { Cells, distinct, put, putList, type MappingMeans, type Means } from './cells.ts';
import { accountOf } from './company.ts';
import { addLead, tagsOf } from './lead.ts';
import type { ImportMapping } from './mapping.ts';
import type { Target } from './target.ts';
import { leadSourceOf, stageOf } from './word.ts';

/** A row of sums at the end of a report is nobody. */
const TOTAL = /^(?:grand |sub ?)?(?:totals?|sum|count|summe|gesamt|insgesamt|total général|totale|suma|somme|totaal|soma)\b/i;

/** Values of one row that are told. */
const MOST_LOST = 50;
const COMPANY_KEY = /^[a-z-]+:(?:company|school|showcase|sales-company)\//;

/** Makes a reader of rows: a mapped row, clean and bounded, or why there is none. */
export function rowMapper(mapping: ImportMapping, given: MappingMeans): (row: TableRow) => ReadRow {
  // companies have many people: what is said of one is read once
  const means: Means = { ...given, keyOf: remember(2_000, given.keyOf), webOf: remember(2_000, webOf), websOf: remember(2_000, websOf), domainOf: remember(300, companyDomain), sourceOf: remember(120, leadSourceOf), stageOf: remember(80, stageOf), timesOf: { dmy: remember(60, (text) => timeOf(text, 'dmy')), mdy: remember(60, (text) => timeOf(text, 'mdy')) } };
  const columns = new Map<Target, number[]>();
  mapping.targets.forEach((target, at) => { if (target) columns.set(target, [...(columns.get(target) ?? []), at]); });
  const own = [...columns.keys()].filter((target) => target.startsWith('own:')).slice(0, MOST_CUSTOM);
  return ({ line, cells, broken }) => {
    if (broken) return { line, refused: broken, detail: lineOf(cells[0] ?? '', 200) };
    if (cells.every((cell) => cell.trim() === '')) return { line, refused: 'no-cells' };
    const first = cells.find((cell) => cell.trim() !== '')!.trim();
    if (TOTAL.test(first) && cells.every((cell) => cell.trim() === '' || cell.trim() === first || amountOf(cell) !== null)) return { line, refused: 'no-name', detail: first.slice(0, 100) };
    return mapped(line, new Cells(cells, columns, mapping, means), own, mapping, means);
  };
}

function mapped(line: number, cells: Cells, own: readonly Target[], mapping: ImportMapping, means: Means): ImportRow | RefusedRow {
  const row = mapping.holds === 'companies' ? companyRow(line, cells, mapping, means) : personRow(line, cells, mapping, means);
  if ('refused' in row) return row;
  const custom = Object.fromEntries(own.map((target) => [customName(target.slice(4)), lineOf(cells.raw(target), LONGEST_VALUE)] as const).filter(([name, value]) => name && value));
  if (Object.keys(custom).length > 0) row.custom = custom;
  if (cells.lost.length > 0) row.lost = cells.lost.slice(0, MOST_LOST);
  return row;
}

function companyRow(line: number, cells: Cells, mapping: ImportMapping, means: Means): ImportRow | RefusedRow {
  const account = accountOf(cells, cells.line('company', 200), means);
  if (!account.fields.name && !account.fields.domain) return { line, refused: 'no-name' };
  const row: ImportRow = { line, kind: 'prospect', fields: {}, keys: [], ...withAccount(account), isCompany: true };
  putList(row, 'tags', tagsOf(cells, mapping));
  return row;
}

function personRow(line: number, cells: Cells, mapping: ImportMapping, means: Means): ImportRow | RefusedRow {
  const keys: ProfileKey[] = [];
  const emails: string[] = [];
  for (const { text, name, column } of cells.all('email')) {
    const found = emailsOf(text);
    if (found.bad) return { line, refused: 'bad-email', detail: `${name || 'E-mail'}: ${lineOf(text, 100)}` };
    for (const one of found.lost) cells.lose(column, one);
    emails.push(...found.emails.filter((one) => !emails.some((other) => other.toLowerCase() === one.toLowerCase())));
  }
  // the company's page stands where the person's should, now and then
  const persons = (addresses: readonly (string | null)[]): string[] => addresses.filter((address) => address !== null && !COMPANY_KEY.test(means.keyOf(address) ?? '')) as string[];
  const profiles = [...cells.read('linkedin', (text) => persons([linkedinOf(text)])), ...cells.read('profile', (text) => persons(websOf(text)))];
  for (const address of profiles) {
    const key = means.keyOf(address);
    if (key && !keys.includes(key)) keys.push(key);
  }
  const name = wholeName(cells.line('name', 200)) || joinedName(cells.raw('firstName'), cells.raw('middleName'), cells.raw('lastName'));
  if (!name && emails.length === 0 && keys.length === 0) return { line, refused: 'no-name' };
  const company = cells.line('company', 200);
  // whoever has no name is shown by what is known
  const fields: PlainFields<ProspectFields> = { name: name || emails[0] || keys[0]!.slice(keys[0]!.indexOf(':') + 1) };
  put(fields, 'company', company);
  for (const field of ['pronouns', 'headline', 'title', 'school', 'industry', 'handle'] as const) put(fields, field, cells.line(field));
  put(fields, 'about', textOf(cells.raw('about')));
  put(fields, 'location', cells.line('location', 200) || placeOf([cells.line('city', 80), cells.line('state', 80), countryOf(cells.raw('country'))]));
  putList(fields, 'emails', emails);
  putList(fields, 'phones', cells.phones('phone'));
  putList(fields, 'websites', distinct(cells.read('website', websOf)));
  putList(fields, 'profiles', distinct(profiles));

  const row: ImportRow = { line, kind: 'prospect', fields, keys, ...withAccount(accountOf(cells, company, means)) };
  const bad = addLead(row, cells, mapping, means);
  if (bad) return bad;
  const note = cells.all('note').map(({ text, name: head }, _at, notes) => (notes.length > 1 && head ? `${head}: ${textOf(text)}` : textOf(text))).filter(Boolean).join('\n\n');
  if (note) row.note = note.slice(0, 20_000);
  return row;
}

function withAccount({ fields, keys }: ReturnType<typeof accountOf>): Pick<ImportRow, 'account' | 'accountKeys'> {
  return Object.keys(fields).length > 0 ? { account: fields, ...(keys.length ? { accountKeys: keys } : {}) } : {};
}
