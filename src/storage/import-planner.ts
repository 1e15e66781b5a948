import type { Account } from '../domain/account.ts';
import type { List } from '../domain/activity.ts';
import type { ProfileKey } from '../domain/identity.ts';
import { areOthers, aroundRow, companyOfRow, keysOfRow, newPerson, refreshedPerson, type Arrival, type Belongs, type ImportCompany } from '../domain/import-person.ts';
import { keep, leave } from '../domain/import-count.ts';
import { isImportRow, type ImportExample, type ImportRow, noCount, type ImportCount, type ReadRow } from '../domain/import-row.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Suppression } from '../domain/privacy.ts';
import { spellingsOf } from '../domain/suppression.ts';
import { deriverOf, type NewRows } from './bulk-write.ts';
import type { Book } from './database.ts';
import { companiesOf } from './import-company.ts';
import { knownOwners } from './known-owner.ts';
import { readSuppressed } from './suppression.ts';
import type { Change } from './write.ts';

/** What is to be stored of some rows. */
export interface SlicePlan {
  fresh: NewRows;
  /** Rows that tell of people who are in the book, and companies that are. */
  updates: { row: ImportRow; id: string }[];
  companies: ImportCompany[];
  count: ImportCount;
}

/** Plans an import slice by slice; what was planned is taken as stored for the slices after it. */
export interface Planner {
  plan(rows: readonly ReadRow[]): Promise<SlicePlan>;
  /** After somebody else wrote: looks at the book anew, with what is planned from now on. */
  lookAgain(): void;
  /** An account that a row was placed at, as it will stand. */
  account(id: string): Account | undefined;
  /** Where these rows belong, for `refreshedPerson` within a write. */
  belongs(row: ImportRow): Belongs;
}

/** Companies that are kept in mind as they were said. */
const MOST_COMPANIES = 200_000;

/** A row of the file that has taken keys. */
interface Claim {
  line: number;
  keys: readonly ProfileKey[];
}

/** Makes a planner. What the earlier lines of the file said is remembered by key, so that a line finds whom it doubles; the same is true whenever the file is read again. */
export function plannerOf(book: Book, arrival: Arrival, change: Change, newId: () => string): Planner {
  const claims = new Map<ProfileKey, Claim>();
  const lines = new Map<string, number>();
  const owners = knownOwners(book);
  const companies = companiesOf(book, owners, change, newId, (key) => claims.has(key));
  let lists: Map<string, string> | undefined;
  let means: { suppressed: ((identities: readonly string[]) => Suppression | undefined) | undefined; derive: Awaited<ReturnType<typeof deriverOf>> } | undefined;
  const placed = new Map<number, Belongs>();
  const companyLines = new Map<string, number>();
  /** Keys that people of the book have got by lines of the file. */
  const grown = new Map<string, readonly ProfileKey[]>();

  // most rows name a company that an earlier one has named in the same words: it is read and looked for once
  let spoken = new Map<string, ImportCompany | null>();
  const companyOf = (row: ImportRow): ImportCompany | null => {
    const said = JSON.stringify([row.fields.company, row.account, row.accountKeys, ...(row.isCompany ? [row.tags, row.custom] : [])]);
    let company = spoken.get(said);
    if (company === undefined) {
      if (spoken.size >= MOST_COMPANIES) spoken = new Map();
      company = companyOfRow(row, arrival);
      spoken.set(said, company);
    }
    return company;
  };

  const listIds = (names: readonly string[], made: List[]): string[] => names.map((name) => {
    const at = name.trim().toLowerCase();
    const known = lists!.get(at);
    if (known !== undefined) return known;
    const list: List = { id: newId(), name: name.trim(), createdAt: arrival.at, updatedAt: arrival.at };
    made.push(list);
    lists!.set(at, list.id);
    return list.id;
  });

  /** An earlier line that is the same person, by a profile or by a mailbox that only one of them can have. */
  const doubled = (row: ImportRow, keys: readonly ProfileKey[]): number | undefined => keys.map((key) => claims.get(key))
    .find((claim, at) => claim && claim.line !== row.line && !(keys[at]!.startsWith('email:') && areOthers(keys, claim.keys)))?.line;

  const ownerOf = (keys: readonly ProfileKey[], rows: ReadonlyMap<string, Prospect>): Prospect | undefined => {
    for (const isMail of [false, true]) {
      for (const key of keys) {
        if (key.startsWith('email:') !== isMail) continue;
        const found = rows.get(owners.of(key)?.owner ?? '');
        if (found && !(isMail && areOthers(keys, grown.get(found.id) ?? found.keys))) return found;
      }
    }
    return undefined;
  };

  /** A row that is a company and nobody: made, grown, the same, or one of an earlier line. */
  const planCompany = async (row: ImportRow, company: ImportCompany, { fresh, companies: known, count }: SlicePlan): Promise<void> => {
    const { id, news } = await companies.place(company, { made: fresh.accounts, known });
    const shown = company.fields.name?.value ?? '';
    const firstLine = companyLines.get(id) ?? row.line;
    if (news === 'made') count.accounts++;
    if (firstLine !== row.line) leave(count, 'double', { line: row.line, firstLine }, shown);
    else keep(count, news === 'made' || companies.get(id)?.createdAt === arrival.at ? 'new' : news === 'grown' ? 'update' : 'same', row, { line: row.line, shown });
    companyLines.set(id, firstLine);
  };

  const plan = async (rows: readonly ReadRow[]): Promise<SlicePlan> => {
    means ??= { suppressed: await book.suppressions.count() > 0 ? await readSuppressed(book) : undefined, derive: await deriverOf(book, arrival.at) };
    lists ??= new Map((await book.lists.toArray()).map(({ id, name }) => [name.trim().toLowerCase(), id]));
    const whole = rows.filter(isImportRow).map((row) => ({ row, keys: row.isCompany ? [] : keysOfRow(row), company: companyOf(row) }));
    await owners.learn(whole.flatMap(({ keys, company }) => (company && !companies.isPlaced(company) ? [...keys, ...companies.keysOf(company)] : keys)));
    const known = await rowsOf(book, whole.flatMap(({ keys }) => keys.flatMap((key) => owners.of(key) ?? [])).flatMap(({ entity, owner }) => (entity === 'prospect' ? owner : [])));
    const fresh: NewRows = { lists: [], accounts: [], prospects: [], notes: [], touches: [] };
    const work: SlicePlan = { fresh, updates: [], companies: [], count: noCount() };
    const hung = await hungOf(book, whole, (keys) => ownerOf(keys, known), arrival.at);
    let next = 0;
    for (const row of rows) {
      if (!isImportRow(row)) {
        leave(work.count, 'refused', row);
        continue;
      }
      const { keys, company } = whole[next++]!;
      if (row.isCompany) {
        if (company) await planCompany(row, company, work);
        continue;
      }
      const shown = row.fields.name ?? row.fields.emails?.[0] ?? row.fields.company ?? '';
      const suppression = means.suppressed?.(spellingsOf({ keys, fields: { emails: { value: row.fields.emails ?? [] }, phones: { value: row.fields.phones ?? [] } } }));
      const own = ownerOf(keys, known);
      const firstLine = doubled(row, keys) ?? (own && lines.get(own.id) !== row.line ? lines.get(own.id) : undefined);
      // what a line that is left out says of itself holds for later ones: who bears one of its keys is the same
      const isLeft = firstLine !== undefined || (suppression?.reason === 'erased' && !own);
      if (isLeft) for (const key of keys) if (!claims.has(key)) claims.set(key, { line: firstLine ?? row.line, keys });
      if (firstLine !== undefined) {
        leave(work.count, 'double', { line: row.line, firstLine }, shown);
      } else if (isLeft) {
        leave(work.count, 'suppressed', { line: row.line }, shown);
      } else {
        const asked = suppression?.reason === 'do-not-contact' && !row.doNotContact ? { ...row, doNotContact: { reason: suppression.why ?? 'asked-not-to' } } : row;
        const claim = { line: row.line, keys };
        const free = keys.filter((key) => {
          const owner = owners.of(key)?.owner ?? companies.ownerOf(key);
          return (owner === undefined || owner === own?.id) && (claims.get(key)?.line ?? row.line) === row.line;
        });
        for (const key of free) claims.set(key, claim);
        const made: List[] = [];
        const accountWork = { made: fresh.accounts, known: work.companies };
        const before = fresh.accounts.length;
        const accountId = company ? (await companies.place(company, accountWork)).id : undefined;
        work.count.accounts += fresh.accounts.length - before;
        const belongs = { accountId, lists: listIds(row.lists ?? [], made) };
        fresh.lists.push(...made);
        work.count.lists += made.length;
        if (own) {
          lines.set(own.id, row.line);
          grown.set(own.id, [...own.keys, ...free]);
          placed.set(row.line, belongs);
          const refreshed = refreshedPerson(own, asked, free, belongs, arrival);
          const isNews = refreshed !== own || hung.has(row.line);
          if (isNews) work.updates.push({ row: asked, id: own.id });
          else placed.delete(row.line);
          keep(work.count, isNews ? 'update' : own.importId === arrival.importId ? 'new' : 'same', row, { line: row.line, shown, prospectId: own.id, ...changes(own, refreshed) });
        } else {
          const id = newId();
          const { notes, touches } = aroundRow(asked, id, Math.min(asked.createdAt ?? arrival.at, arrival.at), arrival.at);
          const account: Account | undefined = accountId === undefined ? undefined : companies.get(accountId) ?? await book.accounts.get(accountId);
          fresh.prospects.push(means.derive(newPerson(asked, id, free, belongs, arrival), account, touches));
          fresh.notes.push(...notes);
          fresh.touches.push(...touches);
          keep(work.count, 'new', row, { line: row.line, shown });
        }
      }
    }
    work.count.rows = rows.length;
    return work;
  };

  return {
    plan,
    lookAgain: () => {
      owners.forget();
      companies.forget();
      [means, lists] = [undefined, undefined];
    },
    account: companies.get,
    belongs: (row) => placed.get(row.line) ?? { lists: [] },
  };
}

function changes(old: Prospect, next: Prospect): Pick<ImportExample, 'filled' | 'offered'> {
  if (old === next) return {};
  const other = (group: 'fields' | 'suggestions'): string[] => Object.keys(next[group]).filter((name) => JSON.stringify(next[group][name as 'name']) !== JSON.stringify(old[group][name as 'name']));
  return { filled: other('fields'), offered: other('suggestions') };
}

async function rowsOf(book: Book, ids: readonly string[]): Promise<Map<string, Prospect>> {
  if (ids.length === 0) return new Map();
  return new Map((await book.prospects.bulkGet([...new Set(ids)])).flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

/** Lines about people of the book with a note or a touch that is not there yet. */
async function hungOf(book: Book, rows: readonly { row: ImportRow; keys: ProfileKey[] }[], ownerOf: (keys: ProfileKey[]) => Prospect | undefined, at: number): Promise<Set<number>> {
  const notes = new Map<string, number>();
  const touches = new Map<string, number>();
  for (const { row, keys } of rows) {
    if (row.note === undefined && !row.touches?.length) continue;
    const own = ownerOf(keys);
    if (!own) continue;
    const around = aroundRow(row, own.id, own.createdAt, at);
    // of several lines about one person the first is stored
    for (const { id } of around.notes) if (!notes.has(id)) notes.set(id, row.line);
    for (const { id } of around.touches) if (!touches.has(id)) touches.set(id, row.line);
  }
  const news = new Set<number>();
  const [haveNotes, haveTouches] = [await book.notes.bulkGet([...notes.keys()]), await book.touches.bulkGet([...touches.keys()])];
  [...notes.values()].forEach((line, index) => { if (!haveNotes[index]) news.add(line); });
  [...touches.values()].forEach((line, index) => { if (!haveTouches[index]) news.add(line); });
  return news;
}
