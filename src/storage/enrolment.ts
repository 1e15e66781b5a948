import type { Cadence, Enrolment } from '../domain/cadence.ts';
import { barredBy } from '../domain/cadence-end.ts';
import { advance, enrol, pause, type PlanMeans, resume, stop } from '../domain/enrol.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { planMeans } from './plan-means.ts';
import { write, type Change, type Door } from './write.ts';

/** What stands against enrolling people in a cadence, each person in one group: free to begin; been in it before; in it now; in another one now (named); barred (do not contact, or aside). */
export interface EnrolCheck {
  free: string[];
  before: string[];
  inside: string[];
  elsewhere: { id: string; cadences: string[] }[];
  barred: string[];
}

/** Which of these people can begin a cadence. Who is gone is in no group. */
export function checkEnrol(book: Book, cadenceId: string, ids: readonly string[]): Promise<EnrolCheck> {
  return book.transaction('r', [book.prospects, book.enrolments, book.cadences], async () => {
    const all: EnrolCheck = { free: [], before: [], inside: [], elsewhere: [], barred: [] };
    const wanted = [...new Set(ids)];
    for (let from = 0; from < wanted.length; from += SLICE) {
      const part = await checked(book, cadenceId, await book.prospects.bulkGet(wanted.slice(from, from + SLICE)));
      for (const name of ['free', 'before', 'inside', 'elsewhere', 'barred'] as const) (all[name] as unknown[]).push(...part[name]);
    }
    return all;
  });
}

/** People whose rows are read at once: more would hold the panel up. */
const SLICE = 200;

async function checked(book: Book, cadenceId: string, found: Iterable<Prospect | undefined>): Promise<EnrolCheck> {
  const people = [...found].filter((one) => one !== undefined);
  const [enrolments, cadences] = await Promise.all([book.enrolments.where('prospectId').anyOf(people.map(({ id }) => id)).toArray(), book.cadences.toArray()]);
  const nameOf = new Map(cadences.map(({ id, name }) => [id, name]));
  const of = new Map<string, Enrolment[]>();
  for (const one of enrolments) of.set(one.prospectId, [...of.get(one.prospectId) ?? [], one]);
  const check: EnrolCheck = { free: [], before: [], inside: [], elsewhere: [], barred: [] };
  for (const prospect of people) {
    const { id } = prospect;
    const mine = of.get(id) ?? [];
    const live = mine.filter(({ state }) => state !== 'stopped');
    if (barredBy(prospect)) check.barred.push(id);
    else if (live.some((one) => one.cadenceId === cadenceId)) check.inside.push(id);
    else if (live.length > 0) check.elsewhere.push({ id, cadences: live.map((one) => nameOf.get(one.cadenceId) ?? '') });
    else if (mine.some((one) => one.cadenceId === cadenceId)) check.before.push(id);
    else check.free.push(id);
  }
  return check;
}

/** How people begin: the IANA zone to plan for somebody, and by the rep's word (`confirmed`) also who is in another cadence or has been in this one. */
export interface EnrolOptions {
  zoneOf: (prospect: Prospect) => string;
  confirmed?: boolean;
}

/** Begins a cadence with these people, in one write: those who are free, and those whom the rep has confirmed. Answers the ids that have begun. */
export function enrolPeople(book: Book, cadenceId: string, ids: readonly string[], options: EnrolOptions, change: Change): Promise<string[]> {
  return write(book, change, (door) => enrolWithin(book, door, cadenceId, ids, options));
}

/** The same with a cadence for each group of people; who is in two groups begins the first. */
export function enrolGroups(book: Book, groups: readonly { cadenceId: string; ids: readonly string[] }[], options: EnrolOptions, change: Change): Promise<string[]> {
  return write(book, change, async (door) => {
    const begun = new Set<string>();
    for (const { cadenceId, ids } of groups) for (const id of await enrolWithin(book, door, cadenceId, ids.filter((one) => !begun.has(one)), options)) begun.add(id);
    return [...begun];
  });
}

/** The same inside a write that does more. */
export async function enrolWithin(book: Book, door: Door, cadenceId: string, ids: readonly string[], options: EnrolOptions): Promise<string[]> {
  const { at, changeId } = door.change;
  const cadence = await door.get('cadence', cadenceId);
  if (!cadence) return [];
  const people = await door.getAll('prospect', [...new Set(ids)]);
  const check = await checked(book, cadenceId, people.values());
  const means = await planMeans(book);
  // the first step comes due at the same moment for all of one time zone
  const first = new Map<string, number>();
  const begun: string[] = [];
  for (const id of [...check.free, ...options.confirmed ? [...check.before, ...check.elsewhere.map((one) => one.id)] : []]) {
    const prospect = people.get(id)!;
    const by = means(prospect, options.zoneOf(prospect));
    const standing = enrol(cadence, id, at, changeId, by, first.get(by.zone));
    if (!standing?.followUp) continue;
    first.set(by.zone, standing.followUp.dueAt);
    door.put('enrolment', standing.enrolment);
    door.put('followUp', standing.followUp);
    begun.push(id);
  }
  return begun;
}

/** Nothing comes due until it goes on again. */
export function pauseEnrolment(book: Book, id: string, change: Change): Promise<void> {
  return changeEnrolment(book, id, change, async (enrolment) => pause(enrolment, change.at));
}

/** Goes on: the current step is due as much later as the pause was long. */
export function resumeEnrolment(book: Book, id: string, change: Change): Promise<void> {
  return changeEnrolment(book, id, change, async (enrolment, cadence, door) => {
    const followUp = enrolment.followUpId === undefined ? undefined : await door.get('followUp', enrolment.followUpId);
    const standing = resume(enrolment, cadence, followUp, change.at, { ...await meansFor(book, door, enrolment, followUp?.zone), key: change.changeId });
    if (standing.followUp) door.put('followUp', standing.followUp);
    return standing.enrolment;
  });
}

/** The step is skipped and the next one stands; nothing happens when another step is the current one by now. */
export function skipStep(book: Book, id: string, stepId: string, change: Change): Promise<void> {
  return changeEnrolment(book, id, change, async (enrolment, cadence, door) => {
    const followUp = enrolment.followUpId === undefined ? undefined : await door.get('followUp', enrolment.followUpId);
    const next = advance(enrolment, cadence, { stepId, done: false, at: change.at }, { ...await meansFor(book, door, enrolment, followUp?.zone), key: change.changeId });
    if (next.followUp) door.put('followUp', next.followUp);
    return next.enrolment;
  });
}

/** Takes somebody out by the rep's hand. */
export function stopEnrolment(book: Book, id: string, change: Change): Promise<void> {
  return changeEnrolment(book, id, change, async (enrolment) => stop(enrolment, 'by-hand', change.at));
}

/** Whom a person's page shows in cadences: those that go on, then the last one that ended; with their cadence. */
export async function enrolmentsOf(book: Book, prospectId: string): Promise<{ enrolment: Enrolment; cadence: Cadence | undefined; dueAt: number | undefined }[]> {
  const all = await book.enrolments.where('prospectId').equals(prospectId).toArray();
  const live = all.filter(({ state }) => state !== 'stopped').toSorted((a, b) => a.startedAt - b.startedAt);
  const over = all.filter(({ state }) => state === 'stopped').toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0)).slice(0, 1);
  return Promise.all([...live, ...over].map(async (enrolment) => {
    const [cadence, followUp] = await Promise.all([book.cadences.get(enrolment.cadenceId), enrolment.followUpId === undefined ? undefined : book.followUps.get(enrolment.followUpId)]);
    return { enrolment, cadence, dueAt: followUp?.open === 1 ? followUp.dueAt : undefined };
  }));
}

async function meansFor(book: Book, door: Door, { prospectId }: Enrolment, zone = ''): Promise<PlanMeans> {
  const prospect = await door.get('prospect', prospectId);
  return (await planMeans(book))(prospect, zone);
}

function changeEnrolment(book: Book, id: string, change: Change, edit: (enrolment: Enrolment, cadence: Cadence, door: Door) => Promise<Enrolment>): Promise<void> {
  return write(book, change, async (door) => {
    const enrolment = await door.get('enrolment', id);
    const cadence = enrolment && await door.get('cadence', enrolment.cadenceId);
    if (enrolment && cadence) door.put('enrolment', await edit(enrolment, cadence, door));
  });
}
