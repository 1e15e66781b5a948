import { ring, type QuietHours, type Told } from '../domain/doorbell.ts';
import { armBy, disarm } from '../platform/alarm.ts';
import { t } from '../platform/locale.ts';
import { notify } from '../platform/notification.ts';
import { showBadge } from '../platform/toolbar.ts';
import type { Book } from '../storage/database.ts';
import { countDue, firstDue, followUpsDue, nextDueAfter } from '../storage/due.ts';
import { moveFollowUps } from '../storage/person.ts';
import { readSetting, writeSetting } from '../storage/setting.ts';
import { worry } from './worry.ts';

export const DOORBELL = 'doorbell';
export const DIGEST = 'digest';

const QUIET: QuietHours = { from: 20, to: 8 };

/** Several wake-ups at once must tell one digest: one look after the other. */
let turn: Promise<void> = Promise.resolve();

/** Looks at the stored due times: sets the badge, tells the digest once, arms the one alarm. Called at every chance; cheap and safe to repeat. */
export function answerDoorbell(book: Book, clock: () => number): Promise<void> {
  turn = turn.catch(() => undefined).then(() => look(book, clock()));
  return turn;
}

async function look(book: Book, now: number): Promise<void> {
  const told = await readSetting<Told>(book, 'told', { until: 0 });
  const quiet = await readSetting<QuietHours>(book, 'quiet', QUIET);
  const [due, next] = await Promise.all([countDue(book, now), nextDueAfter(book, now)]);
  const known = Math.min(told.until, now);
  const fresh = due === 0 ? 0 : due - await countDue(book, known);
  const local = new Date(now);
  const ends = new Date(now);
  ends.setHours(quiet.to, 0, 0, 0);
  if (ends.getTime() <= now) ends.setDate(ends.getDate() + 1);

  const answer = ring({ now, due, fresh, next, told, quiet, hour: local.getHours(), quietEnds: ends.getTime() });
  await (await worry() === undefined ? showBadge(answer.badge) : showBadge(worried(answer.badge), 'bad'));
  if (answer.told.until !== told.until) await writeSetting(book, 'told', answer.told);
  if (answer.digest > 0) {
    const first = await firstDue(book, now, 3);
    const names = (await book.prospects.bulkGet(first.map(({ prospectId }) => prospectId))).map((one) => one?.fields.name?.value ?? '').filter(Boolean);
    await notify(DIGEST, answer.digest === 1 ? t('digest_one') : t('digest_many', answer.digest), [...new Set(names)].join(', '), [t('digest_open'), t('digest_snooze')]);
  }
  if (answer.wakeAt === undefined) await disarm(DOORBELL);
  else await armBy(DOORBELL, answer.wakeAt, now);
}

/** A badge with a mark beside its number: its colour alone would not be seen by everybody. There is room for four characters. */
function worried(badge: string): string {
  return badge.length < 4 ? `${badge}!` : badge;
}

const HOUR = 3_600_000;

/** Puts off by an hour, in one write, all that the digest told of and is still due; what became due since rings by itself. */
export async function snoozeDigest(book: Book, clock: () => number, changeId: string): Promise<void> {
  const now = clock();
  const told = await readSetting<Told>(book, 'told', { until: now });
  const due = await followUpsDue(book, Math.min(told.until, now));
  await moveFollowUps(book, due.map(({ id }) => ({ id, dueAt: now + HOUR })), { changeId, at: now, by: 'rep', label: t('digest_snoozed', due.length) });
  await answerDoorbell(book, clock);
}
