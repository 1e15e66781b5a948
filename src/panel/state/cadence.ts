import { signal } from '@preact/signals';
import type { Cadence, StepKind } from '../../domain/cadence.ts';
import type { CadenceEdit } from '../../domain/cadence-edit.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { addCadence, readCadences, removeCadence } from '../../storage/cadence.ts';
import { act } from './act.ts';
import { book, newId, useLive } from './book.ts';
import { now, zone } from './clock.ts';
import { gazetteer } from './gazetteer.ts';
import { go } from './route.ts';

/** Whom the dialog asks about beginning a cadence; null = it is closed. */
export const enrolling = signal<{ ids: readonly string[]; cadenceId?: string } | null>(null);

/** All cadences by name; undefined until they are read. */
export function useCadences(): Cadence[] | undefined {
  return useLive(() => readCadences(book), []);
}

/** The time zone to plan for somebody: by the rep's word, else where they are when that is certain, else the rep's own. */
export function zoneOf({ timeZone, fields }: Pick<Prospect, 'timeZone' | 'fields'>): string {
  const guess = fields.location ? gazetteer.value?.timeZoneOf(fields.location.value) : undefined;
  return timeZone ?? (guess?.certain ? guess.zone : zone());
}

/** A kind of step as the rep reads it. */
export function kindWord(kind: StepKind): string {
  return t(`cadence_kind_${kind}` as MessageName);
}

/** A day as "Thu 4 Mar", with its year when that is another one. */
export function dayWord(at: number, timeZone?: string): string {
  const isFar = new Date(at).getFullYear() !== new Date(now.value).getFullYear();
  return new Intl.DateTimeFormat(uiLocale(), { weekday: 'short', day: 'numeric', month: 'short', ...(isFar ? { year: 'numeric' } : {}), ...(timeZone ? { timeZone } : {}) }).format(at);
}

/** Adds a cadence, or a copy of one, and opens it. A copy is the default of nobody. */
export async function addNew(of?: Cadence): Promise<void> {
  const id = newId();
  const edit: CadenceEdit = of
    ? { name: t('cadence_copy', of.name), steps: of.steps.map((step) => ({ ...step, id: newId() })), priorities: [] }
    : { name: t('cadence_new_name'), steps: [], priorities: [] };
  if (await act(t(of ? 'cadence_duplicated' : 'cadence_added', edit.name), (change) => addCadence(book, id, edit, change))) go('cadences', id);
}

/** Removes a cadence; the toast brings it back with everybody who was in it. */
export function remove({ id, name }: Cadence): Promise<boolean> {
  return act(t('cadence_removed', name), (change) => removeCadence(book, id, change));
}

/** How many days a cadence takes by its own delays; working days are five of seven. */
export function dayCount(steps: Cadence['steps']): number {
  return Math.round(steps.reduce((sum, { days, business }) => sum + (business ? (days * 7) / 5 : days), 0));
}
