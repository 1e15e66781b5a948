import type { AccountFields } from '../../domain/account.ts';
import { amountOf } from '../../domain/amount.ts';
import { companyDomain, domainKey } from '../../domain/company-domain.ts';
import { LONGEST_VALUE, MOST_CUSTOM, customName } from '../../domain/custom-field.ts';
import { emailKey, type ProfileKey } from '../../domain/identity.ts';
import type { ImportRow, ImportTouch, PlainFields, ReadRow, RefusedRow } from '../../domain/import-row.ts';
import type { ProspectFields } from '../../domain/prospect.ts';
import type { TableRow } from '../table/read.ts';
import { emailsOf, linkedinOf, phonesOf, webOf, websOf } from '../value/contact.ts';
import { timeOf } from '../value/date.ts';
import { countryOf, joinedName, lineOf, placeOf, textOf, truthOf, wholeName, wordsOf } from '../value/text.ts';
import type { ImportMapping } from './mapping.ts';
import { TIME_TARGETS, type Target } from './target.ts';
import { kindOf, leadSourceOf, stageOf } from './word.ts';

/** What mapping needs from outside: how an address becomes an identity, what time it is (epoch ms), and the name of the file: there a consent is written. */
export interface MappingMeans {
  file: string;
  keyOf(address: string): ProfileKey | null;
  now: number;
}

/** A row of sums at the end of a report is nobody. */
const TOTAL = /^(?:grand |sub ?)?(?:totals?|sum|count|summe|gesamt|insgesamt|total général|totale|suma|somme|totaal|soma)\b/i;

const COMPANY_KEY = /^[a-z-]+:(?:company|school|showcase|sales-company)\//;

/** Makes a reader of rows: a mapped row, clean and bounded, or why there is none. */
export function rowMapper(mapping: ImportMapping, means: MappingMeans): (row: TableRow) => ReadRow {
  const columns = new Map<Target, number[]>();
  mapping.targets.forEach((target, at) => { if (target) columns.set(target, [...(columns.get(target) ?? []), at]); });
  const own = [...columns.keys()].filter((target) => target.startsWith('own:')).slice(0, MOST_CUSTOM);
  return ({ line, cells, broken }) => {
    if (broken) return { line, refused: broken, detail: lineOf(cells[0] ?? '', 200) };
    if (cells.every((cell) => cell.trim() === '')) return { line, refused: 'no-cells' };
    const first = cells.find((cell) => cell.trim() !== '')!.trim();
    if (TOTAL.test(first) && cells.every((cell) => cell.trim() === '' || cell.trim() === first || amountOf(cell) !== null)) return { line, refused: 'no-name', detail: first.slice(0, 100) };
    return mapped(line, new Cells(cells, columns, mapping), own, mapping, means);
  };
}

/** The cells of one row by what they become. */
class Cells {
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<Target, readonly number[]>;
  readonly #mapping: ImportMapping;

  constructor(cells: readonly string[], columns: ReadonlyMap<Target, readonly number[]>, mapping: ImportMapping) {
    this.#cells = cells;
    this.#columns = columns;
    this.#mapping = mapping;
  }

  all(target: Target): { text: string; name: string }[] {
    return (this.#columns.get(target) ?? []).flatMap((at) => (this.#cells[at]!.trim() === '' ? [] : [{ text: this.#cells[at]!, name: this.#mapping.names[at] ?? '' }]));
  }

  raw(target: Target): string {
    return this.all(target)[0]?.text ?? '';
  }

  line(target: Target, longest?: number): string {
    for (const { text } of this.all(target)) {
      const line = lineOf(text, longest);
      if (line) return line;
    }
    return '';
  }

  /** undefined = nothing stands there; null = what stands there is no time. */
  time(target: Target): number | null | undefined {
    const at = this.#columns.get(target)?.find((one) => lineOf(this.#cells[one]!) !== '');
    return at === undefined ? undefined : timeOf(this.#cells[at]!, this.#mapping.orders[at] ?? 'mdy');
  }

  truth(target: Target): boolean | null {
    return this.all(target).reduce<boolean | null>((said, { text }) => said ?? truthOf(text), null);
  }
}

function mapped(line: number, cells: Cells, own: readonly Target[], mapping: ImportMapping, means: MappingMeans): ImportRow | RefusedRow {
  const fields: PlainFields<ProspectFields> = {};
  const keys: ProfileKey[] = [];
  const emails: string[] = [];
  for (const { text, name } of cells.all('email')) {
    const found = emailsOf(text);
    if (found.bad) return { line, refused: 'bad-email', detail: `${name || 'E-mail'}: ${lineOf(text, 100)}` };
    emails.push(...found.emails.filter((one) => !emails.some((other) => other.toLowerCase() === one.toLowerCase())));
  }
  const addresses = [...cells.all('linkedin').map(({ text }) => linkedinOf(text)), ...cells.all('profile').flatMap(({ text }) => websOf(text))].filter((one) => one !== null);
  // the company's page stands where the person's should, now and then
  const profiles = addresses.filter((address) => !COMPANY_KEY.test(means.keyOf(address) ?? ''));
  for (const address of profiles) {
    const key = means.keyOf(address);
    if (key && !keys.includes(key)) keys.push(key);
  }
  const company = cells.line('company', 200);
  const account = accountOf(cells, company, means);
  const name = wholeName(cells.line('name', 200)) || joinedName(cells.raw('firstName'), cells.raw('middleName'), cells.raw('lastName'));
  const isCompany = mapping.holds === 'companies';
  if (isCompany ? !account.fields.name && !account.fields.domain : !name && emails.length === 0 && keys.length === 0) return { line, refused: 'no-name' };

  if (!isCompany) {
    // whoever has no name is shown by what is known
    fields.name = name || emails[0] || keys[0]!.slice(keys[0]!.indexOf(':') + 1);
    put(fields, 'company', company);
    for (const field of ['pronouns', 'headline', 'title', 'school', 'industry', 'handle'] as const) put(fields, field, cells.line(field));
    put(fields, 'about', textOf(cells.raw('about')));
    put(fields, 'location', cells.line('location', 200) || placeOf([cells.line('city', 80), cells.line('state', 80), countryOf(cells.raw('country'))]));
    putList(fields, 'emails', emails);
    putList(fields, 'phones', distinct(cells.all('phone').flatMap(({ text }) => phonesOf(text))));
    putList(fields, 'websites', distinct(cells.all('website').flatMap(({ text }) => websOf(text))));
    putList(fields, 'profiles', distinct(profiles));
  }

  const row: ImportRow = { line, kind: 'prospect', fields, keys };
  if (Object.keys(account.fields).length > 0) Object.assign(row, { account: account.fields, ...(account.keys.length ? { accountKeys: account.keys } : {}) });
  if (isCompany) row.isCompany = true;
  const bad = addLead(row, cells, mapping, means);
  if (bad) return bad;
  const note = cells.all('note').map(({ text, name: head }, _at, notes) => (notes.length > 1 && head ? `${head}: ${textOf(text)}` : textOf(text))).filter(Boolean).join('\n\n');
  if (note) row.note = note.slice(0, 20_000);
  const custom = Object.fromEntries(own.map((target) => [customName(target.slice(4)), lineOf(cells.raw(target), LONGEST_VALUE)] as const).filter(([name, value]) => name && value));
  if (Object.keys(custom).length > 0) row.custom = custom;
  return row;
}

function accountOf(cells: Cells, company: string, means: MappingMeans): { fields: PlainFields<AccountFields>; keys: ProfileKey[] } {
  const fields: PlainFields<AccountFields> = {};
  const websites = distinct(cells.all('companyWebsite').flatMap(({ text }) => websOf(text)));
  const profiles = distinct([...cells.all('companyLinkedin'), ...cells.all('companyProfile')].map(({ text }) => webOf(text)).filter((one) => one !== null));
  const said = cells.line('companyDomain', 200) || websites[0] || '';
  // an address on somebody else's site is no domain of the company
  const key = webOf(said) ? means.keyOf(webOf(said)!) : null;
  const domain = key?.startsWith('web:') ? companyDomain(said) : null;
  put(fields, 'name', company);
  put(fields, 'domain', domain ?? '');
  put(fields, 'industry', cells.line('companyIndustry', 200));
  const size = cells.line('companySize', 60);
  const employees = /^\d[\d.,' ]*$/.test(size) ? amountOf(size) : null;
  if (employees) fields.employees = employees;
  else put(fields, 'size', size);
  const thousands = amountOf(cells.line('companyRevenueThousands', 40));
  put(fields, 'revenue', thousands ? `$${thousands * 1_000}` : cells.line('companyRevenue', 80));
  put(fields, 'model', cells.line('companyModel', 80));
  putList(fields, 'technologies', distinct(cells.all('companyTechnologies').flatMap(({ text }) => wordsOf(text, 100))));
  put(fields, 'location', cells.line('companyLocation', 200) || placeOf([cells.line('companyCity', 80), cells.line('companyState', 80), countryOf(cells.raw('companyCountry'))]));
  const founded = /\b(1[5-9]\d\d|20\d\d)\b/.exec(cells.line('companyFounded', 40))?.[1];
  if (founded) fields.founded = Number(founded);
  put(fields, 'about', textOf(cells.raw('companyAbout')));
  putList(fields, 'phones', distinct(cells.all('companyPhone').flatMap(({ text }) => phonesOf(text))));
  putList(fields, 'websites', websites);
  putList(fields, 'profiles', profiles);
  return { fields, keys: [...(domain ? [domainKey(domain)] : []), ...profiles.map((one) => means.keyOf(one)).filter((one) => one !== null)] };
}

/** Where the lead came from, how far it is, what it has allowed. */
function addLead(row: ImportRow, cells: Cells, { options, names, targets }: ImportMapping, { file, now }: MappingMeans): RefusedRow | null {
  const times = new Map<Target, number>();
  for (const target of TIME_TARGETS as ReadonlySet<Target>) {
    const at = cells.time(target);
    // a permission without a date that can be read is no permission
    if (at === null && (target === 'consentAt' || target === 'optOutAt')) return { line: row.line, refused: 'bad-date', detail: `${names[targets.indexOf(target)] ?? ''}: ${lineOf(cells.raw(target), 60)}` };
    if (typeof at === 'number') times.set(target, Math.min(at, now));
  }
  const source = cells.line('leadSource', 120);
  const { leadSource, detail } = source ? leadSourceOf(source) : { leadSource: options.leadSource, detail: '' };
  put(row, 'leadSource', leadSource);
  put(row, 'sourceDetail', cells.line('sourceDetail', 200) || detail || options.sourceDetail);
  put(row, 'campaign', cells.line('campaign', 200) || options.campaign);
  row.kind = kindOf(cells.line('kind', 80)) ?? (options.kind || 'prospect');
  const stage = stageOf(cells.line('stage', 80)) ?? stageOf(cells.line('kind', 80));
  if (stage) row.stage = stage;
  const tags = distinct([...cells.all('tags').flatMap(({ text }) => wordsOf(text)), ...options.tags]);
  if (tags.length > 0) row.tags = tags;
  const lists = distinct([...cells.all('lists').flatMap(({ text }) => wordsOf(text)), ...options.lists]);
  if (lists.length > 0) row.lists = lists;
  const touches: ImportTouch[] = [];
  for (const [target, touch] of TOUCHES) if (times.has(target)) touches.push({ ...touch, at: times.get(target)! });
  if (touches.length > 0) row.touches = touches;
  if (times.has('createdAt')) row.createdAt = times.get('createdAt')!;
  if (options.lawful) row.lawful = { basis: options.lawful, note: options.lawfulNote, at: now };
  addConsent(row, cells, options.consent, times, file, now);
  return null;
}

const TOUCHES: readonly (readonly [Target, Omit<ImportTouch, 'at'>])[] = [
  ['formFilledAt', { channel: 'form', direction: 'in', outcome: 'form-filled' }], ['connectedAt', { channel: 'linkedin', direction: 'in', outcome: 'connection-accepted' }], ['lastContactedAt', { channel: 'other', direction: 'out', outcome: 'sent' }],
];

function addConsent(row: ImportRow, cells: Cells, forAll: ImportMapping['options']['consent'], times: ReadonlyMap<Target, number>, file: string, now: number): void {
  // "Unsubscribed" is a no of theirs; an empty or a plain "no" only says that nobody asked
  const isOut = cells.truth('optOut') === true || times.has('optOutAt') || /^(unsubscribed|opt(ed)?[ -]?out|withdrawn|denied)$/i.test(cells.raw('consent').trim());
  const isBarred = isOut || cells.truth('doNotContact') === true || timeOf(cells.raw('doNotContact')) !== null;
  const at = times.get('optOutAt') ?? timeOf(cells.raw('doNotContact')) ?? undefined;
  if (isBarred) row.doNotContact = { ...(at === undefined ? {} : { at: Math.min(at, now) }), reason: 'asked-not-to' };
  const said = cells.truth('consent');
  if (isOut || said === false) row.consent = { state: 'withdrawn', at: times.get('optOutAt') ?? times.get('consentAt') ?? now, source: file };
  else if (said === true || times.has('consentAt')) row.consent = { state: 'given', at: times.get('consentAt') ?? now, source: file };
  else if (forAll) row.consent = forAll;
  // not to be called is less than not to be contacted: it is said where a caller looks
  if (cells.truth('doNotCall') === true) row.tags = distinct([...(row.tags ?? []), 'do not call']);
}

function put<T extends object>(row: T, name: keyof T, value: string): void {
  if (value) row[name] = value as T[keyof T];
}

function putList<T extends object>(row: T, name: keyof T, values: string[]): void {
  if (values.length > 0) row[name] = values as T[keyof T];
}

function distinct(values: readonly string[]): string[] {
  return [...new Map(values.map((value) => [emailKey(value) ?? value.toLowerCase(), value] as const)).values()];
}
