import type { Persona } from '../domain/persona.ts';
import { type PersonaEdit, tidied } from '../domain/persona-edit.ts';
import type { Book } from './database.ts';
import { changeProspect } from './person.ts';
import { write, type Change } from './write.ts';

/** All personas, by name. */
export async function readPersonas(book: Book): Promise<Persona[]> {
  return (await book.personas.toArray()).toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Adds a persona as it was typed. */
export function addPersona(book: Book, id: string, edit: PersonaEdit, change: Change): Promise<void> {
  return write(book, change, async (door) => { door.put('persona', { ...tidied(edit), id, createdAt: change.at, updatedAt: change.at }); });
}

/** Changes what was edited and leaves the rest; nothing happens when it is gone. */
export function editPersona(book: Book, id: string, edit: Partial<PersonaEdit>, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const persona = await door.get('persona', id);
    if (persona) door.put('persona', { ...persona, ...tidied(edit), updatedAt: change.at });
  });
}

/** Adds a copy under another name; its questions get ids of their own. */
export function duplicatePersona(book: Book, id: string, copy: { id: string; name: string; newId: () => string }, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const persona = await door.get('persona', id);
    if (!persona) return;
    const questions = persona.questions.map((one) => ({ ...one, id: copy.newId() }));
    door.put('persona', { ...persona, ...tidied({ name: copy.name }), questions, id: copy.id, createdAt: change.at, updatedAt: change.at });
  });
}

/** Removes a persona. Whoever had it keeps the choice, which counts again when it comes back; until then their title suggests one. */
export function removePersona(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, (door) => door.remove('persona', id));
}

/** The rep's word on who somebody is; undefined takes it back, and their title suggests one again. */
export function choosePersona(book: Book, prospectId: string, personaId: string | undefined, change: Change): Promise<void> {
  return changeProspect(book, prospectId, change, ({ personaId: _old, ...prospect }) => ({ ...prospect, ...(personaId ? { personaId } : {}) }));
}
