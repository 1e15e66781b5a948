import { signal } from '@preact/signals';
import type { Failure } from '../../domain/failure.ts';
import type { Piece } from '../../domain/piece.ts';
import { sameRecipe, TEACHABLE, type Recipe, type TeachableField } from '../../domain/recipe.ts';
import { send } from '../../messages/send.ts';
import { failureText } from '../../platform/failure-text.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { toWorker } from '../../platform/messaging.ts';
import { report } from '../../platform/report.ts';
import { keepRecipes, removeRecipe } from '../../storage/recipe.ts';
import { book } from './book.ts';
import { beside, readBeside } from './seen.ts';
import { toast } from './toast.ts';

/** The field whose place on the page is being asked for; `onTaught` is called once it is known. */
export const teaching = signal<{ field: TeachableField; onTaught: () => void } | null>(null);

const TAUGHT: ReadonlySet<string> = new Set(TEACHABLE);

export function isTeachable(field: string): field is TeachableField {
  return TAUGHT.has(field);
}

/** Opens the list of the page's texts for a field. */
export function openTeach(field: TeachableField, onTaught: () => void = () => undefined): void {
  teaching.value = { field, onTaught };
}

/** Lists the texts of the page beside the panel. */
export async function piecesBeside(): Promise<{ pieces: Piece[] } | { failure: Failure }> {
  const answer = await send(toWorker, 'tab.pieces', { tabId: beside.value.tabId ?? -1 });
  return answer.ok ? answer.value : answer;
}

/** Says that this piece is the field; says what came of it, with an undo. False when it failed. */
export async function teachBeside(id: number, field: TeachableField): Promise<boolean> {
  const { tabId } = beside.value;
  const answer = await send(toWorker, 'tab.teach', { tabId: tabId ?? -1, id, field });
  const failure = !answer.ok ? answer.failure : 'failure' in answer.value ? answer.value.failure : null;
  if (!answer.ok || 'failure' in answer.value) {
    toast(failureText(failure!), { bad: true });
    return false;
  }
  const { seen, recipe, before } = answer.value;
  if (tabId !== undefined && beside.value.tabId === tabId) beside.value = { tabId, seen };
  toast(t(recipe.by === 'place' ? 'teach_done_place' : 'teach_done', labelOf(field), recipe.site), { action: { label: t('undo'), run: () => void forget(recipe, before) } });
  return true;
}

/** Forgets a recipe, or puts the one back whose place it had taken, and reads the page again. */
export async function forget(recipe: Recipe, before: Recipe | null = null): Promise<void> {
  try {
    if (before && sameRecipe(before, recipe)) await keepRecipes(book, [before]);
    else await removeRecipe(book, recipe);
    await readBeside();
  } catch (error) {
    report(error);
    toast(t('error_write'), { bad: true });
  }
}

/** A field's name as the rep reads it. */
export function labelOf(field: string): string {
  return t(`field_${field}` as MessageName);
}
