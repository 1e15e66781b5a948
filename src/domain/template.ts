/** A message to be copied or opened as mail, a script to be read on the telephone, or a meeting's agenda. */
export const TEMPLATE_KINDS = ['message', 'call-script', 'agenda'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** In what form a channel takes it, where it has several: LinkedIn's note with an invitation or its InMail, a text message beside a call. Absent = the channel's usual message. */
export const MESSAGE_FORMATS = ['note', 'inmail', 'sms'] as const;
export type MessageFormat = (typeof MESSAGE_FORMATS)[number];

/** One wording of a template; two or more are compared by what came of them. `subject` is '' where a channel has none. */
export interface Variant {
  id: string;
  subject: string;
  /** Text with merge fields: `{{first_name}}`, `{{company|your company}}` with what stands in when it is not known. */
  body: string;
}

/** Text with merge fields. It is copied or opened by the rep, never sent. */
export interface Template {
  id: string;
  name: string;
  kind: TemplateKind;
  /** A name of CHANNELS. */
  channel: string;
  format?: MessageFormat;
  variants: Variant[];
  /** Wants a line that the rep writes for this one person before it can be copied. */
  needsLine: boolean;
  /** Personas it suits; [] = any. */
  personaIds: string[];
  createdAt: number;
  updatedAt: number;
}
