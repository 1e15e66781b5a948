import type { ProfileKey } from '../domain/identity.ts';
import { reviewDue } from '../domain/retention.ts';
import type { Holding, SentTo, Subject } from '../domain/subject.ts';
import { identitiesOf, phoneKey } from '../domain/suppression.ts';
import { readConnections } from './connection.ts';
import type { Book } from './database.ts';
import { readPrivacy } from './privacy-setting.ts';
import { suppressionOf } from './suppression.ts';

const SLICE = 500;

/** Reads all that is held of one person, in every table; undefined when there is no such person. */
export async function readSubject(book: Book, id: string): Promise<Subject | undefined> {
  const prospect = await book.prospects.get(id);
  if (!prospect) return undefined;
  const [account, notes, touches, followUps, enrolments, lists, history, introduced, setting] = await Promise.all([
    prospect.accountId === undefined ? undefined : book.accounts.get(prospect.accountId), book.notes.where('prospectId').equals(id).toArray(), book.touches.where('prospectId').equals(id).toArray(), book.followUps.where('prospectId').equals(id).toArray(),
    book.enrolments.where('prospectId').equals(id).toArray(), book.lists.bulkGet(prospect.lists), book.history.where('subject').equals(id).toArray(), book.prospects.where('referredBy.prospectId').equals(id).count(), readPrivacy(book),
  ]);
  const cadences = await book.cadences.bulkGet(enrolments.map(({ cadenceId }) => cadenceId));
  const own = [['prospect', id], ...notes.map((one) => ['note', one.id]), ...touches.map((one) => ['touch', one.id]), ...followUps.map((one) => ['followUp', one.id])] as [string, string][];
  const { sent, seen } = await readCrms(book, own, identitiesOf(prospect));
  return {
    prospect, account, notes, touches, followUps, sent, seen, introduced, history: history.toSorted((a, b) => a.at - b.at),
    cadences: enrolments.map(({ state, startedAt }, at) => ({ name: cadences[at]?.name ?? '', state, startedAt })), lists: lists.flatMap((one) => one?.name ?? []),
    basis: prospect.lawful ? { basis: prospect.lawful.basis, note: prospect.lawful.note, isOwn: true } : { basis: setting.basis, note: setting.note, isOwn: false },
    review: reviewDue(prospect, setting.keepMonths),
  };
}

async function readCrms(book: Book, own: readonly [string, string][], identities: readonly string[]): Promise<Pick<Subject, 'sent' | 'seen'>> {
  const sent: SentTo[] = [];
  const seen: Subject['seen'] = [];
  for (const { id: connection, label, origin } of await readConnections(book)) {
    const links = await book.links.bulkGet(own.map(([kind, id]): [string, string, string] => [connection, kind, id]));
    for (const link of links) {
      // what was agreed on with the CRM is what it was given or gave
      if (link && (link.remoteId !== null || link.sending)) sent.push({ label, host: new URL(origin).host, kind: link.kind, remoteId: link.remoteId, state: link.state, at: link.at, fields: Object.keys({ ...link.base?.ours, ...link.base?.theirs, ...link.sending?.values }) });
    }
    const rows = await book.seen.where('lookup').anyOf(identities.map((one) => `${connection} prospect ${one}`)).distinct().toArray();
    seen.push(...rows.map(({ record }) => ({ label, record })));
  }
  return { sent, seen };
}

/**
 * Whom a mail address, a profile's address or a telephone number means, as somebody types it who asks what is held of them. A mail address or number that was
 * typed by hand is no identity: `isOver` ends the search through all people for it.
 */
export async function findSubject(book: Book, typed: string, keys: readonly ProfileKey[], isOver: () => boolean = () => false): Promise<Holding> {
  const owner = (await book.identities.bulkGet([...keys])).find((one) => one?.entity === 'prospect')?.owner;
  const found = owner === undefined ? undefined : await book.prospects.get(owner);
  if (found) return { is: 'person', id: found.id, name: found.fields.name?.value ?? '' };
  const phone = phoneKey(typed);
  const suppressed = await suppressionOf(book, [...keys, ...phone ? [phone] : []]);
  if (suppressed) return { is: 'suppressed', reason: suppressed.reason, at: suppressed.at };
  const wanted = typed.trim().toLowerCase();
  const ids = await book.prospects.toCollection().primaryKeys();
  for (let from = 0; from < ids.length && !isOver(); from += SLICE) {
    for (const one of await book.prospects.bulkGet(ids.slice(from, from + SLICE))) {
      const { emails, phones, websites, profiles, name } = one?.fields ?? {};
      const texts = [...emails?.value ?? [], ...websites?.value ?? [], ...profiles?.value ?? [], ...name ? [name.value] : []];
      if (one && (texts.some((text) => text.toLowerCase() === wanted) || (phone && phones?.value.some((text) => phoneKey(text) === phone)))) return { is: 'person', id: one.id, name: one.fields.name?.value ?? '' };
    }
  }
  return { is: 'nothing' };
}
