import type { Touch } from './activity.ts';
import type { CHANNELS } from './qualification.ts';

export type Channel = (typeof CHANNELS)[number];
export type Direction = Touch['direction'];

/** What a touch means for what comes next: `auto` came from a machine, `opt-out` asks never to be contacted again. */
export type Meaning = 'none' | 'connect' | 'reply' | 'meeting' | 'no' | 'opt-out' | 'auto';

/** Every outcome that can be picked, and what it means. What came in counts for engagement under these names (engagement.ts). */
const MEANING = {
  sent: 'none', 'connection-sent': 'none', viewed: 'none', followed: 'none', reacted: 'none', commented: 'none', shared: 'none', invited: 'none', 'no-answer': 'none', voicemail: 'none', 'wrong-number': 'none', 'no-show': 'none',
  spoke: 'reply', held: 'meeting', met: 'reply', 'meeting-booked': 'meeting', attended: 'meeting',
  replied: 'reply', interested: 'reply', 'asked-for-price': 'reply', 'asked-for-demo': 'reply', 'called-back': 'reply', referred: 'reply', 'wrong-person': 'reply', mentioned: 'reply', 'form-filled': 'reply',
  'connection-accepted': 'connect', registered: 'none', downloaded: 'none', 'trial-started': 'reply', visited: 'none', 'visited-pricing': 'none', clicked: 'none',
  'not-interested': 'no', 'asked-not-to': 'opt-out', 'out-of-office': 'auto', bounced: 'auto',
} as const satisfies Record<string, Meaning>;

export type Outcome = keyof typeof MEANING;

const REPLIES = ['replied', 'interested', 'meeting-booked', 'asked-for-price', 'referred', 'wrong-person', 'not-interested', 'asked-not-to'] as const satisfies readonly Outcome[];

/** What can come of a touch, the most usual first: at most nine of the rep's own, ten of theirs, so that each has a key. */
const OUTCOMES: Record<Channel, Record<Direction, readonly Outcome[]>> = {
  linkedin: { out: ['sent', 'connection-sent', 'viewed', 'followed', 'reacted', 'commented', 'shared'], in: ['replied', 'connection-accepted', 'interested', 'meeting-booked', 'reacted', 'referred', 'wrong-person', 'not-interested', 'asked-not-to'] },
  email: { out: ['sent'], in: ['replied', 'interested', 'meeting-booked', 'asked-for-price', 'out-of-office', 'bounced', 'referred', 'wrong-person', 'not-interested', 'asked-not-to'] },
  call: { out: ['spoke', 'voicemail', 'no-answer', 'meeting-booked', 'wrong-number', 'not-interested', 'asked-not-to'], in: ['called-back', 'interested', 'meeting-booked', 'asked-for-price', 'referred', 'wrong-person', 'not-interested', 'asked-not-to'] },
  meeting: { out: ['held', 'no-show', 'invited'], in: ['attended', 'meeting-booked', 'interested', 'asked-for-price', 'referred', 'not-interested', 'asked-not-to'] },
  x: { out: ['sent', 'followed', 'reacted', 'commented', 'shared'], in: ['replied', 'followed', 'reacted', 'mentioned', 'interested', 'meeting-booked', 'not-interested', 'asked-not-to'] },
  website: { out: ['viewed', 'commented'], in: ['visited', 'visited-pricing', 'downloaded', 'trial-started', 'asked-for-demo', 'asked-for-price'] },
  webinar: { out: ['invited'], in: ['registered', 'attended', 'no-show', 'asked-for-demo'] },
  event: { out: ['invited', 'met'], in: ['registered', 'attended', 'interested', 'meeting-booked'] },
  form: { out: ['sent'], in: ['form-filled', 'downloaded', 'asked-for-demo', 'asked-for-price'] },
  other: { out: ['sent'], in: REPLIES },
};

/** The outcomes to pick from on a channel; a channel that only a file knows has those of `other`. */
export function outcomesOf(channel: string, direction: Direction): readonly Outcome[] {
  return (Object.hasOwn(OUTCOMES, channel) ? OUTCOMES[channel as Channel] : OUTCOMES.other)[direction];
}

/** What a touch means. Whatever came in and is not named here is an answer; what went out and is not named here is none. */
export function meaningOf({ direction, outcome }: Pick<Touch, 'direction' | 'outcome'>): Meaning {
  const name = (outcome ?? '').trim().toLowerCase().replace(/[\s_]+/g, '-');
  // attending a webinar is no meeting of two
  if (Object.hasOwn(MEANING, name)) return MEANING[name as Outcome];
  return direction === 'in' ? 'reply' : 'none';
}

/** Did the person say something, whoever began? A machine's answer is none. */
export function isAnswer(touch: Pick<Touch, 'direction' | 'outcome'>): boolean {
  const meaning = meaningOf(touch);
  return meaning === 'reply' || meaning === 'meeting' || meaning === 'no' || meaning === 'opt-out' || meaning === 'connect';
}

/** Why a touch stops the cadences that somebody is in; undefined = they go on. A meeting of a webinar is an answer. */
export function stopsFor(touch: Pick<Touch, 'channel' | 'direction' | 'outcome'>): 'replied' | 'meeting' | 'do-not-contact' | undefined {
  const meaning = meaningOf(touch);
  if (meaning === 'opt-out') return 'do-not-contact';
  if (meaning === 'meeting') return touch.channel === 'webinar' || touch.channel === 'event' ? 'replied' : 'meeting';
  return meaning === 'reply' || meaning === 'no' ? 'replied' : undefined;
}

/** Is this a reason to act at once? What a machine sent is none. */
export function isHeard(touch: Pick<Touch, 'direction' | 'outcome'>): boolean {
  return touch.direction === 'in' && meaningOf(touch) !== 'auto';
}

const WARM_UP: ReadonlySet<string> = new Set<Outcome>(['viewed', 'followed', 'reacted', 'commented', 'shared']);

/** Does it ask something of the person? Looking, following and reacting do not. */
export function isAsk({ direction, outcome }: Pick<Touch, 'direction' | 'outcome'>): boolean {
  return direction === 'out' && !WARM_UP.has(outcome ?? '');
}

/** So many asks in a row without an answer are enough to listen. */
export const ENOUGH = 3;

/** Asks since the person last answered, and when the first and the last of them were (epoch ms; 0 = none). */
export function unanswered(touches: readonly Touch[]): { count: number; since: number; last: number } {
  const answered = touches.reduce((latest, touch) => (isAnswer(touch) ? Math.max(latest, touch.at) : latest), -Infinity);
  const asks = touches.filter((touch) => touch.at > answered && isAsk(touch) && !isAnswer(touch)).map(({ at }) => at);
  return asks.length === 0 ? { count: 0, since: 0, last: 0 } : { count: asks.length, since: Math.min(...asks), last: Math.max(...asks) };
}
