import { call } from './starter-template/call.ts';
import { email } from './starter-template/email.ts';
import { linkedin } from './starter-template/linkedin.ts';
import type { TemplateEdit } from './template-edit.ts';
import type { Template } from './template.ts';

/** A template to begin with: `id` is the same on every machine, so that adding it twice is adding it once. */
export interface StarterTemplate extends Omit<TemplateEdit, 'variants' | 'personaIds' | 'needsLine'> {
  id: string;
  needsLine?: boolean;
  variants: { subject?: string; body: string }[];
}

/** The templates that a new book may begin with, in the order of a conversation: invitation, message, mail, call, meeting, goodbye. */
export const STARTER_TEMPLATES: readonly StarterTemplate[] = [...linkedin, ...email, ...call];

/** The rows of the starter templates. */
export function starterTemplates(at: number): Template[] {
  return STARTER_TEMPLATES.map(({ variants, needsLine = false, ...rest }) => ({
    ...rest, needsLine, personaIds: [], createdAt: at, updatedAt: at,
    variants: variants.map(({ subject = '', body }, index) => ({ id: `${rest.id}-${index + 1}`, subject, body })),
  }));
}
