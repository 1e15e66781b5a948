import { emptyTemplate } from '../../domain/template-edit.ts';
import type { Template } from '../../domain/template.ts';
import { t } from '../../platform/locale.ts';
import { addStarterTemplates, addTemplate, duplicateTemplate, readTemplates, removeTemplate } from '../../storage/template.ts';
import { readTallies, type Tallies } from '../../storage/template-use.ts';
import { act } from './act.ts';
import { book, newId, useLive } from './book.ts';
import { go } from './route.ts';

/** All templates by name with what came of them; undefined until they are read. */
export function useTemplates(): { templates: Template[]; tallies: Tallies } | undefined {
  return useLive(async () => {
    const [templates, tallies] = await Promise.all([readTemplates(book), readTallies(book, Date.now())]);
    return { templates, tallies };
  }, []);
}

/** Adds a template without a text and opens it. */
export async function addNew(): Promise<void> {
  const id = newId();
  if (await act(t('template_added'), (change) => addTemplate(book, id, emptyTemplate(t('template_new_name'), newId()), change))) go('templates', id);
}

/** Adds the starter templates that are not there. */
export function addStarters(): Promise<boolean> {
  return act(t('template_starters_added'), (change) => addStarterTemplates(book, change));
}

/** Adds a copy of a template and opens it. */
export async function duplicate({ id, name }: Template): Promise<void> {
  const copy = newId();
  if (await act(t('template_duplicated', name), (change) => duplicateTemplate(book, id, { id: copy, name: t('template_copy', name), newId }, change))) go('templates', copy);
}

/** Removes a template; the toast brings it back. */
export function remove({ id, name }: Template): Promise<boolean> {
  return act(t('template_removed', name), (change) => removeTemplate(book, id, change));
}
