import { messageLength, type MessageLength } from './message-length.ts';
import { isMergeField, valueOf, type MergeSource } from './merge-field/value.ts';
import { plainLine, plainText } from './plain-text.ts';
import type { Template, Variant } from './template.ts';

export { customField, isMergeField, MERGE_FIELDS, type MergeSource, type Rep } from './merge-field/value.ts';

/** A message made for one person. `missing`: the fields that do not exist, and those that nothing is known for and that have no fallback, each once, in the order of the text; while there is one, nothing may be copied. */
export interface Message {
  subject: string;
  body: string;
  missing: string[];
  length: MessageLength;
}

/** A piece of a template: text as it stands, or a field with what stands in for it (undefined = nothing does, '' = it is left out). */
export type Piece = { text: string } | { field: string; fallback?: string; raw: string };

const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 1_000;
const FIELD = /\{\{([^{}]*)\}\}/g;

/** What is wrong with a text of a template: a field that does not exist, braces that are not closed. */
export interface TextProblem {
  kind: 'unknown' | 'braces';
  name: string;
}

/** A template's text taken apart. Joined again, `text` and `raw` are the text. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(FIELD)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    const [name = '', ...rest] = match[1]!.split('|');
    found.push({ field: fieldName(name), raw: match[0], ...(rest.length > 0 ? { fallback: rest.join('|').trim() } : {}) });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** What the rep should mend before the template is used. */
export function textProblems(text: string): TextProblem[] {
  const found = pieces(text).flatMap((piece): TextProblem[] => {
    if ('field' in piece) return isMergeField(piece.field) ? [] : [{ kind: 'unknown', name: piece.field }];
    return stray(piece.text).map((name) => ({ kind: 'braces', name }));
  });
  return found.filter(({ kind, name }, at) => found.findIndex((one) => one.kind === kind && one.name === name) === at);
}

/** Does this wording have a place for the personal line? */
export function hasLinePlace({ subject, body }: Pick<Variant, 'subject' | 'body'>): boolean {
  return [subject, body].some((text) => pieces(text).some((piece) => 'field' in piece && piece.field === 'line'));
}

/**
 * A template's wording with the person's facts filled in. What is filled in is text: control and direction characters are gone, and braces in it mean nothing.
 * A template that needs a line but has no place for it gets the line behind its first paragraph.
 */
export function renderTemplate(variant: Pick<Variant, 'subject' | 'body'>, template: Pick<Template, 'kind' | 'channel' | 'format' | 'needsLine'>, person: MergeSource, line: string): Message {
  const missing = new Set<string>();
  const said = plainText(line, LONGEST_LINE);
  const wanted = template.needsLine && !hasLinePlace(variant) ? withLinePlace(variant.body) : variant.body;
  const fill = (text: string, isLine: boolean): string => filled(pieces(text.slice(0, LONGEST_TEXT)), (name) => (name === 'line' ? said || null : valueOf(name, person)), missing, template.needsLine, isLine);
  const subject = plainLine(fill(variant.subject, true), LONGEST_TEXT);
  const body = plainText(fill(wanted, false), LONGEST_TEXT);
  return { subject, body, missing: [...missing], length: messageLength(template, subject, body) };
}

function filled(all: readonly Piece[], value: (name: string) => string | null, missing: Set<string>, needsLine: boolean, isLine: boolean): string {
  let text = '';
  for (const [at, piece] of all.entries()) {
    if ('text' in piece) {
      for (const name of stray(piece.text)) missing.add(name);
      text += piece.text;
      continue;
    }
    const found = value(piece.field);
    const stands = found ?? (!isMergeField(piece.field) || (piece.field === 'line' && needsLine) ? undefined : piece.fallback);
    if (stands === undefined) {
      missing.add(piece.field);
      text += `[${piece.field}]`;
    } else if (stands === '') {
      // a field that is left out leaves no hole before a comma or another space
      const next = all[at + 1];
      if (/ $/.test(text) && (!next || ('text' in next && /^[\s,.;:!?]/.test(next.text)))) text = text.slice(0, -1);
    } else text += isLine ? stands.replace(/\s+/g, ' ') : stands;
  }
  return text;
}

/** Braces that belong to no field, as they stand. */
function stray(text: string): string[] {
  return [...text.matchAll(/\{\{|\}\}/g)].map(([braces]) => braces);
}

function withLinePlace(body: string): string {
  const end = body.indexOf('\n\n');
  return end < 0 ? `${body}\n\n{{line}}` : `${body.slice(0, end)}\n\n{{line}}${body.slice(end)}`;
}

/** "First Name " is first_name; a custom field keeps its spelling behind the dot. */
function fieldName(typed: string): string {
  const name = typed.trim().replace(/\s+/g, ' ').slice(0, 80);
  const custom = /^custom\s*\.\s*(.*)$/i.exec(name);
  return custom ? `custom.${custom[1]!.trim()}` : name.toLowerCase().replace(/[ -]/g, '_');
}
