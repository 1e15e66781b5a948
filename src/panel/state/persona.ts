import { personaOf, type PersonaOf } from '../../domain/persona-match.ts';
import type { Persona } from '../../domain/persona.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { readInput } from '../../domain/score/reading.ts';
import { t } from '../../platform/locale.ts';
import { duplicatePersona, readPersonas, removePersona } from '../../storage/persona.ts';
import { act } from './act.ts';
import { book, newId, useLive } from './book.ts';
import { go } from './route.ts';

/** All personas by name; undefined until they are read. */
export function usePersonas(): Persona[] | undefined {
  return useLive(() => readPersonas(book), []);
}

/** Who somebody is: the rep's choice or what the title suggests; null when nothing suits. */
export function whoIs({ personaId, fields: { title, headline } }: Pick<Prospect, 'personaId' | 'fields'>, personas: readonly Persona[]): PersonaOf | null {
  return personaOf(personaId, personas, readInput({ title: title?.value ?? '', headline: headline?.value ?? '' }));
}

/** Adds a copy of a persona and opens it. */
export async function duplicate({ id, name }: Persona): Promise<void> {
  const copy = newId();
  if (await act(t('persona_duplicated', name), (change) => duplicatePersona(book, id, { id: copy, name: t('persona_copy', name), newId }, change))) go('personas', copy);
}

/** Removes a persona; the toast brings it back. */
export function remove({ id, name }: Persona): Promise<boolean> {
  return act(t('persona_removed', name), (change) => removePersona(book, id, change));
}
