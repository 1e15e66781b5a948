import { companyDomain } from '../../domain/company-domain.ts';
import { markdownOf, plainOfMarkdown } from '../../domain/markdown.ts';
import { isOurKey } from '../../domain/sync/key.ts';
import type { RemoteRecord, SyncKind, SyncValue, Values } from '../../domain/sync/record.ts';
import { entryKey } from '../../domain/sync/value.ts';
import type { Wanted } from '../connector.ts';

/** An object of an answer: nothing is known of what its fields hold. */
export interface Row { [field: string]: unknown }

/** Twenty's names of our kinds. */
export const OBJECTS: Record<SyncKind, [one: string, many: string]> = { account: ['company', 'companies'], prospect: ['person', 'people'], note: ['note', 'notes'], touch: ['note', 'notes'], followUp: ['task', 'tasks'] };
/** Fields made of parts; `prepare` finds out about others. */
const STANDARD: { [field: string]: string } = { 'person.emails': 'EMAILS', 'person.phones': 'PHONES', 'person.linkedinLink': 'LINKS', 'company.domainName': 'LINKS', 'company.linkedinLink': 'LINKS' };

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
export const rows = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
export const part = (row: Row, name: string): Row => (isRow(row[name]) ? row[name] : {});
/** A text of bounded length; '' for anything else. */
export const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20_000) : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);
/** Notes and tasks: they hang on people by links of their own. */
export const isChild = (kind: SyncKind): boolean => kind !== 'account' && kind !== 'prospect';
export const linksOf = (kind: SyncKind): [many: string, own: string] => (kind === 'followUp' ? ['taskTargets', 'taskId'] : ['noteTargets', 'noteId']);
const hostOf = (url: string): string => entryKey('link', url).split(/[/?#:]/)[0]!;

/** A long first line would make an unreadable title: it is cut there and whole in the body. */
function noteOf(plain: string): Row {
  const [first = '', ...more] = plain.trim().split('\n');
  const isLong = first.length > 100;
  return { title: isLong ? `${first.slice(0, 99).replace(/[\ud800-\udbff]$/, '')}…` : first, bodyV2: { markdown: markdownOf(isLong ? plain.trim() : more.join('\n').trim()) } };
}

function textOfNote(row: Row): string {
  const [title, body] = [text(row['title']), plainOfMarkdown(text(part(row, 'bodyV2')['markdown']))];
  return title.endsWith('…') && body.startsWith(title.slice(0, -1)) ? body : [title, body].filter(Boolean).join('\n');
}

/** All addresses of an e-mail field, the main one first. */
export const emailsIn = (value: Row): string[] => [...new Set([text(value['primaryEmail']), ...texts(value['additionalEmails'])].filter(Boolean))];
const phonesIn = (value: Row): string[] =>
  [{ number: value['primaryPhoneNumber'], callingCode: value['primaryPhoneCallingCode'] }, ...rows(value['additionalPhones'])].map((one) => text(one['number']) && text(one['callingCode']) + text(one['number'])).filter(Boolean);
const urlsIn = (value: Row): string[] => [text(value['primaryLinkUrl']), ...rows(value['secondaryLinks']).map((one) => text(one['url']))].filter(Boolean);

/** A field as a flat value: one made of parts by what it is made of. */
function valueIn(row: Row, name: string): SyncValue {
  const [head = '', inner] = name.split('.');
  const value = inner === undefined ? row[head] : part(row, head)[inner];
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (Array.isArray(value)) return texts(value);
  if (!isRow(value)) return text(value) || null;
  return 'primaryEmail' in value ? emailsIn(value) : 'primaryPhoneNumber' in value ? phonesIn(value) : text(value['primaryLinkUrl']) || null;
}

/** Numbers with their country; one without would have the whole person refused. */
function phonesOf(list: readonly string[]): Row {
  const [main = '', ...more] = list.map((one) => one.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')).filter((one) => one.startsWith('+'));
  return { primaryPhoneNumber: main, primaryPhoneCountryCode: '', primaryPhoneCallingCode: '', additionalPhones: more.map((number) => ({ number, countryCode: '', callingCode: '' })) };
}

/** What link fields hold beside their address: they are written whole, and would lose it. */
function restOf(row: Row, names: readonly string[]): string {
  const rest = names.map((name) => [name, part(row, name)] as const).filter(([, { primaryLinkLabel, secondaryLinks }]) => text(primaryLinkLabel) || rows(secondaryLinks).length)
    .map(([name, { primaryLinkLabel, secondaryLinks }]) => [name, { primaryLinkLabel: text(primaryLinkLabel), secondaryLinks: rows(secondaryLinks).slice(0, 50) }] as const);
  const all = rest.length ? JSON.stringify(Object.fromEntries(rest)) : '';
  return all.length > 20_000 ? '' : all;
}

/** The link to the person that a note or task hangs on: of several the first. */
export const targetIn = (kind: SyncKind, row: Row): Row => rows(row[linksOf(kind)[0]]).filter((link) => text(link['targetPersonId'])).toSorted((a, b) => (text(a['createdAt']) + text(a['id']) < text(b['createdAt']) + text(b['id']) ? -1 : 1))[0] ?? {};
/** A record of the CRM with the fields of these names; `prospect` is the person that a note or task hangs on where the answer does not say. */
export function recordOf(kind: SyncKind, row: Row, names: readonly string[], prospect = text(targetIn(kind, row)['targetPersonId']) || null): RemoteRecord {
  const [id, createdAt, version] = [text(row['id']), Date.parse(text(row['createdAt'])), restOf(row, names)];
  const own: Values = isChild(kind) ? { text: textOfNote(row) || null, done: row['status'] === 'DONE', prospect } : {};
  return {
    id, key: isOurKey(id) ? id : null, at: Date.parse(text(row['updatedAt'])) || 0, deleted: typeof row['deletedAt'] === 'string', ...(Number.isNaN(createdAt) ? {} : { createdAt }),
    ...(version ? { version } : {}), fields: Object.fromEntries(names.map((name) => [name, name in own ? own[name]! : valueIn(row, name)])),
  };
}

/** These fields in the CRM's form. One made of parts is sent whole. `known` has the types that `prepare` found. */
export function wireOf(kind: SyncKind, known: { [field: string]: string }, { changed, fields: values, version = '{}' }: { changed?: readonly string[]; fields: Values; version?: string }): Row {
  const out: Row = {};
  for (const name of changed ?? Object.keys(values)) {
    const [[head = '', inner], value] = [name.split('.'), values[name] ?? null];
    const [main = '', ...more] = Array.isArray(value) ? value : value === null ? [] : [String(value)];
    const type = known[`${OBJECTS[kind][0]}.${name}`] ?? STANDARD[`${OBJECTS[kind][0]}.${name}`];
    if (isChild(kind) && name === 'prospect') continue;
    if (isChild(kind) && name === 'text') Object.assign(out, noteOf(main));
    else if (kind === 'followUp' && name === 'done') out['status'] = value === true ? 'DONE' : 'TODO';
    else if (inner !== undefined) out[head] = Object.fromEntries(Object.entries(values).filter(([one]) => one.startsWith(`${head}.`)).map(([one, said]) => [one.slice(head.length + 1), said ?? '']));
    else if (type === 'EMAILS') out[name] = { primaryEmail: main, additionalEmails: more };
    else if (type === 'PHONES') out[name] = phonesOf([main, ...more]);
    else if (type === 'LINKS') out[name] = { primaryLinkLabel: '', secondaryLinks: [], ...part(JSON.parse(version) as Row, name), primaryLinkUrl: name === 'domainName' && main ? `https://${companyDomain(main) ?? hostOf(main)}` : main };
    else out[name] = value;
  }
  return out;
}

const profileOf = (url: string): string => entryKey('link', url.split(/[?#]/)[0]!);
/** A value as a filter takes it: what would break one stands for any character, and what comes back is compared here. */
const blurred = (value: string): string => value.replace(/['"()[\],\\%\s]/g, '_');
/** Brackets encoded, commas not: two hundred ids must fit into 8 kB. */
export const encoded = (filter: string): string => encodeURIComponent(filter).replace(/%(2C|3A|40|2F)/g, decodeURIComponent);

/** What a filter asks for: values of paths, or tests of their own. */
function termsOf(kind: SyncKind, { key, emails = [], linkedin, domain, name }: Wanted): { path: string; value: string; test?: string }[] {
  const like = (test: string): { path: string; value: string; test: string } => ({ path: '', value: '', test });
  const profile = linkedin ? blurred(profileOf(linkedin)) : '';
  const exact = [{ path: 'id', value: key }, ...(kind === 'prospect' ? emails.map((one) => ({ path: 'emails.primaryEmail', value: one.trim().toLowerCase() })) : [])];
  return [
    ...exact.map((term) => (blurred(term.value) === term.value ? term : like(`${term.path}[ilike]:${blurred(term.value)}`))),
    ...exact.slice(1).map(({ value }) => like(`emails.additionalEmails[like]:%"${blurred(value)}"%`)),
    ...(profile ? [`primaryLinkUrl[ilike]:%${profile}`, `primaryLinkUrl[ilike]:%${profile}/%`, `primaryLinkUrl[ilike]:%${profile}?%`, `secondaryLinks[like]:%${profile}_%`].map((test) => like(`linkedinLink.${test}`)) : []),
    ...(kind === 'account' && domain ? [like(`domainName.primaryLinkUrl[ilike]:%${blurred(hostOf(domain))}%`)] : []),
    ...(kind === 'account' && name ? [like(`name[ilike]:${blurred(name.trim())}`)] : []),
  ];
}
/** Is this record one of those that were looked for? */
export function isWanted(kind: SyncKind, { key, emails = [], linkedin, domain, name }: Wanted, row: Row): boolean {
  const host = hostOf(text(part(row, 'domainName')['primaryLinkUrl']));
  return row['id'] === key || emails.some((one) => emailsIn(part(row, 'emails')).includes(one.trim().toLowerCase()))
    || (!!linkedin && urlsIn(part(row, 'linkedinLink')).some((one) => profileOf(one) === profileOf(linkedin)))
    || (kind === 'account' && ((!!domain && `.${host}`.endsWith(`.${hostOf(domain)}`)) || (!!name && entryKey('tags', name) === entryKey('tags', text(row['name'])))));
}

/** Filters that together find everything that is wanted, and more; each short enough for an address. */
export function filtersFor(kind: SyncKind, wanted: readonly Wanted[]): string[] {
  const filters: string[] = [];
  for (let at = 0; at < wanted.length;) {
    const [values, tests]: [Map<string, string[]>, string[]] = [new Map(), []];
    const filter = (): string => `or(${[...[...values].map(([path, list]) => `${path}[in]:[${list.join(',')}]`), ...tests].join(',')})`;
    do {
      for (const { path, value, test } of termsOf(kind, wanted[at++]!)) {
        if (test) tests.push(test);
        else values.set(path, [...values.get(path) ?? [], value]);
      }
    } while (at < wanted.length && encoded(filter()).length < 6_000);
    filters.push(filter());
  }
  return filters;
}
