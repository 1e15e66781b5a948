import type { Local } from '../../../../src/domain/sync/link.ts';
import type { Device } from './schedule.ts';

/** Last names of those whom a schedule at a real connector is about, and their companies' first names. */
export const PEOPLE = ['Kowalski', 'Lindgren', 'Okafor', 'Moreau'] as const;
export const COMPANIES = ['Northwind', 'Fabrikam'] as const;

/** What a note or follow-up is known by, however its text is edited. */
export function tagOf(text: unknown): string {
  return String(text).split(':')[0]!;
}

/** The row of a person of the schedule in a device's book, wherever it came from. */
export function rowOf(book: Device['book'], person: number): Local | undefined {
  return [...book.rows.values()].find(({ kind, keys, values }) => kind === 'prospect' && (keys.includes(`linkedin:in/p${person}`) || values['lastName'] === PEOPLE[person]));
}
