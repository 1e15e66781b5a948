import { smsLength, type SmsLength } from './sms.ts';
import type { Template } from './template.ts';

/** How long one part of a message is, in UTF-16 code units, and how long it may be (null = no limit is known). `free`: the shorter limit of accounts that pay nothing. */
export interface PartLength {
  part: 'subject' | 'body';
  used: number;
  limit: number | null;
  free?: number;
}

/** The length of a message, part by part, as its channel counts. `isOver`: some part is too long to be sent. */
export interface MessageLength {
  parts: PartLength[];
  isOver: boolean;
  sms?: SmsLength;
}

type Limits = { subject?: number; body: number | null; free?: number };

/** What the sites allow; the sources stand in docs/decisions/templates.md. */
const LIMITS: { [channel: string]: Limits } = {
  'linkedin note': { body: 300, free: 200 },
  'linkedin inmail': { subject: 200, body: 1_900 },
  linkedin: { body: 8_000 },
  x: { body: 10_000 },
};

/** The limits of a template's channel and format. */
export function limitsOf({ channel, format }: Pick<Template, 'channel' | 'format'>): Limits {
  return LIMITS[format ? `${channel} ${format}` : channel] ?? { body: null };
}

/** Does a message of this channel and format have a subject? */
export function hasSubject({ kind, channel, format }: Pick<Template, 'kind' | 'channel' | 'format'>): boolean {
  return kind === 'message' && (channel === 'email' || channel === 'form' || format === 'inmail');
}

/** Measures a message as a page's field does: each UTF-16 code unit counts, so that an emoji is two or more. That is never less than a site that counts characters. */
export function messageLength(template: Pick<Template, 'kind' | 'channel' | 'format'>, subject: string, body: string): MessageLength {
  const limits = limitsOf(template);
  const parts: PartLength[] = [
    ...(hasSubject(template) ? [{ part: 'subject' as const, used: subject.length, limit: limits.subject ?? null }] : []),
    { part: 'body', used: body.length, limit: limits.body, ...(limits.free === undefined ? {} : { free: limits.free }) },
  ];
  const sms = template.format === 'sms' ? { sms: smsLength(body) } : {};
  return { parts, isOver: parts.some(({ used, limit }) => limit !== null && used > limit), ...sms };
}
