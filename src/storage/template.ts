import { starterTemplates } from '../domain/starter-template.ts';
import { tidyTemplate, type TemplateEdit } from '../domain/template-edit.ts';
import type { MessageFormat, Template } from '../domain/template.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** What is changed of a template; `format: undefined` = the channel's usual message. */
export type TemplateChange = Partial<Omit<TemplateEdit, 'format'>> & { format?: MessageFormat | undefined };

/** All templates, by name. */
export async function readTemplates(book: Book): Promise<Template[]> {
  return (await book.templates.toArray()).toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Adds a template as it was typed. */
export function addTemplate(book: Book, id: string, edit: TemplateEdit, change: Change): Promise<void> {
  return write(book, change, async (door) => { door.put('template', { ...tidyTemplate(edit, id), id, createdAt: change.at, updatedAt: change.at }); });
}

/** Changes what was edited and leaves the rest; nothing happens when it is gone. */
export function editTemplate(book: Book, id: string, edit: TemplateChange, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const template = await door.get('template', id);
    if (!template) return;
    const { id: _id, createdAt, updatedAt: _at, ...before } = template;
    // another channel or kind has other formats: one that is not named with it is gone
    const { format: kept, ...rest } = { ...before, ...edit };
    const isMoved = 'channel' in edit || 'kind' in edit;
    const format = 'format' in edit ? edit.format : isMoved ? undefined : kept;
    door.put('template', { ...tidyTemplate({ ...rest, ...(format ? { format } : {}) }, template.name), id, createdAt, updatedAt: change.at });
  });
}

/** Adds a copy under another name; its wordings get ids of their own, so that they are counted apart. */
export function duplicateTemplate(book: Book, id: string, copy: { id: string; name: string; newId: () => string }, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const template = await door.get('template', id);
    if (template) door.put('template', { ...template, ...tidyTemplate({ ...template, name: copy.name, variants: template.variants.map((one) => ({ ...one, id: copy.newId() })) }, template.name), id: copy.id, createdAt: change.at, updatedAt: change.at });
  });
}

/** Removes a template. What was written with it stays logged, and counts again when it comes back. */
export function removeTemplate(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, (door) => door.remove('template', id));
}

/** Adds the starter templates that the book does not have; how many came. */
export function addStarterTemplates(book: Book, change: Change): Promise<number> {
  return write(book, change, async (door) => {
    let added = 0;
    for (const template of starterTemplates(change.at)) {
      if (await door.get('template', template.id)) continue;
      door.put('template', template);
      added += 1;
    }
    return added;
  });
}
