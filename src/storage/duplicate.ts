import type { Candidate } from '../domain/duplicate/candidate.ts';
import { factsOfPerson, handleOf, type PersonFacts } from '../domain/duplicate/person-facts.ts';
import { suspect, type Suspicion } from '../domain/duplicate/suspicion.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

/** Two people of the book who may be one; `a` and `b` are ids in order. */
export interface Suspects extends Suspicion {
  a: string;
  b: string;
}

/** Identities and rows that are read in one go. */
const SLICE = 1_000;
const ROWS = 200;
const FEWEST_LETTERS = 5;
const MOST_OWNERS = 6;

/** Groups of prospects that have a handle or the name of a mailbox in common, under whatever site or host; `pause` gives others a turn. */
export async function readShared(book: Book, pause: () => Promise<void>): Promise<string[][]> {
  const owners = new Map<string, string | string[]>();
  let after = '';
  for (;;) {
    const some = await book.identities.after('prospect', after, SLICE);
    for (const { key, owner } of some) {
      const name = sharedName(key);
      if (!name) continue;
      const known = owners.get(name);
      if (known === undefined) owners.set(name, owner);
      else if (typeof known === 'string') owners.set(name, known === owner ? known : [known, owner]);
      else if (known.length <= MOST_OWNERS && !known.includes(owner)) known.push(owner);
    }
    if (some.length < SLICE) break;
    after = some.at(-1)!.key;
    await pause();
  }
  return [...owners.values()].filter((one) => typeof one !== 'string' && one.length <= MOST_OWNERS) as string[][];
}

/** Reads the rows of these pairs and weighs them, the surest first. A pair whose two people are as they were is not weighed again when `memory` is kept. */
export async function weighCandidates(book: Book, pairs: readonly Candidate[], memory: Map<string, { at: string; suspicion: Suspicion | null }>, pause: () => Promise<void>, stampOf: (id: string) => number, isOver: () => boolean): Promise<Suspects[]> {
  const stamp = ({ a, b }: Candidate): string => `${stampOf(a)} ${stampOf(b)}`;
  const due = pairs.filter((pair) => memory.get(`${pair.a} ${pair.b}`)?.at !== stamp(pair));
  for (let from = 0; from < due.length; from += ROWS / 2) {
    const some = due.slice(from, from + ROWS / 2);
    const ids = [...new Set(some.flatMap(({ a, b }) => [a, b]))];
    const facts = new Map<string, PersonFacts>();
    for (const row of await book.prospects.bulkGet(ids)) if (row) facts.set(row.id, factsOfPerson(row));
    for (const pair of some) {
      const [a, b] = [facts.get(pair.a), facts.get(pair.b)];
      memory.set(`${pair.a} ${pair.b}`, { at: stamp(pair), suspicion: a && b ? suspect(a, b) : null });
    }
    await pause();
    if (isOver()) return [];
  }
  return pairs.flatMap(({ a, b }) => {
    const suspicion = memory.get(`${a} ${b}`)?.suspicion;
    return suspicion ? [{ a, b, ...suspicion }] : [];
  }).toSorted((x, y) => y.sure - x.sure || (x.a + x.b < y.a + y.b ? -1 : 1));
}

function sharedName(key: string): string {
  if (/^(?:web|domain|company):/.test(key)) return '';
  const colon = key.indexOf(':');
  const name = key.startsWith('email:') ? key.slice(6).split('@')[0]!.replace(/\+.*$/, '') : key.slice(Math.max(colon, key.lastIndexOf('/')) + 1);
  const bare = handleOf(name);
  return bare.length < FEWEST_LETTERS || /^\d+$/.test(bare) ? '' : bare;
}

/** Two people with how much hangs on each. */
export interface TwoPeople {
  a: Prospect;
  b: Prospect;
  weights: readonly [Hanging, Hanging];
}

interface Hanging {
  notes: number;
  touches: number;
  followUps: number;
}

/** Reads two people to be compared, the older first; undefined when one of them is gone. */
export async function readTwo(book: Book, one: string, other: string): Promise<TwoPeople | undefined> {
  const [a, b] = (await book.prospects.bulkGet([one, other])).toSorted((x, y) => (x?.createdAt ?? 0) - (y?.createdAt ?? 0));
  if (!a || !b) return undefined;
  const weigh = async ({ id }: Prospect): Promise<Hanging> => {
    const [notes, touches, followUps] = await Promise.all([book.notes, book.touches, book.followUps].map((table) => table.where('prospectId').equals(id).count())) as [number, number, number];
    return { notes, touches, followUps };
  };
  return { a, b, weights: [await weigh(a), await weigh(b)] };
}

/** The pairs that were found last in a big book: going through everybody takes seconds, and little has changed since. */
interface KeptPairs {
  /** Epoch ms. */
  at: number;
  /** The newest place in the journal then. */
  seq: number;
  pairs: Candidate[];
}

const KEPT_PAIRS = 'suspects';
/** Good for so long (ms), and until so many entries have come to the journal. */
const GOOD_FOR = 3_600_000, GOOD_UNTIL = 200;
/** So many are kept, the surest first. */
const MOST_KEPT = 500;

/** The pairs that were found lately; undefined when it is time to look again. `now` is epoch ms. */
export async function keptPairs(book: Book, now: number): Promise<Candidate[] | undefined> {
  const kept = await readSetting<KeptPairs | null>(book, KEPT_PAIRS, null);
  if (!kept || now - kept.at >= GOOD_FOR || now < kept.at) return undefined;
  const entries = await lastEntry(book) - kept.seq;
  // fewer than there were: another book was put in the place of that one
  return entries >= 0 && entries <= GOOD_UNTIL ? kept.pairs : undefined;
}

/** Keeps the pairs of these suspects: ids alone, so that nothing is told of who is erased. */
export async function keepPairs(book: Book, found: readonly Suspects[], now: number): Promise<void> {
  const pairs = found.slice(0, MOST_KEPT).map(({ a, b }) => ({ a, b, most: 0 }));
  await writeSetting(book, KEPT_PAIRS, { at: now, seq: await lastEntry(book), pairs } satisfies KeptPairs);
}

/** Forgets which pairs were found. */
export function forgetPairs(book: Book): Promise<void> {
  return book.settings.delete(KEPT_PAIRS);
}

async function lastEntry(book: Book): Promise<number> {
  return (await book.journal.orderBy('seq').last())?.seq ?? 0;
}
