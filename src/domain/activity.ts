/** A task with a due time on a prospect; the badge counts the open ones that are due. `dueAt` (epoch ms) is the truth, alarms are hints. */
export interface FollowUp {
  id: string;
  prospectId: string;
  dueAt: number;
  /** 1 = open, 0 = done or dropped. A number, so that it can lead an index. */
  open: 0 | 1;
  /** What the rep typed, e.g. "next tue 9am". */
  words: string;
  /** The zone it was typed in (IANA name). */
  zone: string;
  text: string;
  doneAt?: number;
  /** How it is to be done, and with which text. */
  channel?: string;
  templateId?: string;
  /** Comes again after it is done. */
  repeat?: Recurrence;
  /** The step of a cadence that it stands for. */
  enrolmentId?: string;
  stepId?: string;
  /** A meeting has an end (epoch ms) and a place. */
  endsAt?: number;
  place?: string;
  createdAt: number;
  updatedAt: number;
}

/** "every 2 weeks on tue": counted by the calendar of the zone that the follow-up was typed in. */
export interface Recurrence {
  every: number;
  unit: 'day' | 'workday' | 'week' | 'month' | 'year';
  /** Monday 1 .. Sunday 7; for weeks. */
  weekdays?: number[];
  /** Day of the month it is meant for: the 31st comes back after a short month. */
  monthDay?: number;
  /** Epoch ms of the one that all others are counted from: putting one off does not move those after it. Absent = from the one at hand. */
  from?: number;
  /** Epoch ms after which it does not come again. */
  until?: number;
}

/** A note on a prospect; plain text. */
export interface Note {
  id: string;
  prospectId: string;
  text: string;
  createdAt: number;
  updatedAt: number;
}

/** One contact: channel, direction, outcome, template used, time. */
export interface Touch {
  id: string;
  prospectId: string;
  channel: string;
  direction: 'out' | 'in';
  outcome?: string;
  templateId?: string;
  variantId?: string;
  note?: string;
  enrolmentId?: string;
  stepId?: string;
  at: number;
  createdAt: number;
  updatedAt: number;
}

/** A hand-picked set of prospects; membership is kept on the prospect. */
export interface List {
  id: string;
  name: string;
  createdAt: number;
  updatedAt: number;
}
