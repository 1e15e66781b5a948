import { plainLine } from './plain-text.ts';
import { CHANNELS } from './qualification.ts';
import { MESSAGE_FORMATS, type MessageFormat, TEMPLATE_KINDS, type Template, type Variant } from './template.ts';

/** What a rep writes of a template. */
export type TemplateEdit = Omit<Template, 'id' | 'createdAt' | 'updatedAt'>;

export const TEMPLATE_BOUNDS = { name: 80, subject: 500, body: 20_000, variants: 6, personas: 50 } as const;

/** Formats of a channel beside its usual message. */
export function formatsOf({ kind, channel }: Pick<Template, 'kind' | 'channel'>): MessageFormat[] {
  if (kind !== 'message') return [];
  return channel === 'linkedin' ? ['note', 'inmail'] : channel === 'call' ? ['sms'] : [];
}

/** A template without a text, to be written. */
export function emptyTemplate(name: string, variantId: string): TemplateEdit {
  return { name, kind: 'message', channel: 'linkedin', variants: [{ id: variantId, subject: '', body: '' }], needsLine: false, personaIds: [] };
}

/** A template as it is kept: names of the vocabulary alone, within bounds, at least one wording, a format that its channel has. A name of blanks becomes `otherwise`. */
export function tidyTemplate(edit: TemplateEdit, otherwise: string): TemplateEdit {
  const kind = TEMPLATE_KINDS.includes(edit.kind) ? edit.kind : 'message';
  const channel = (CHANNELS as readonly string[]).includes(edit.channel) ? edit.channel : 'other';
  const format = edit.format && MESSAGE_FORMATS.includes(edit.format) && formatsOf({ kind, channel }).includes(edit.format) ? edit.format : undefined;
  const { name, subject, body, variants, personas } = TEMPLATE_BOUNDS;
  const kept = edit.variants.slice(0, variants).map(({ id, ...one }): Variant => ({ id, subject: plainLine(one.subject, subject), body: textOf(one.body, body) }));
  return {
    name: plainLine(edit.name, name) || otherwise, kind, channel, ...(format ? { format } : {}), variants: kept, needsLine: edit.needsLine && kind === 'message',
    personaIds: [...new Set(edit.personaIds)].slice(0, personas),
  };
}

/** The text as typed; only what no text holds goes. Its blanks are the rep's own. */
function textOf(typed: string, longest: number): string {
  return typed.slice(0, longest).toWellFormed().replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
}
