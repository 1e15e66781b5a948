import { siteOf } from '../domain/draft.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Piece } from '../domain/piece.ts';
import { checkRecipe, sameRecipe, type Recipe, type TeachableField } from '../domain/recipe.ts';
import type { Lesson, PageSeen } from '../messages/contract.ts';
import { checkPieces } from '../messages/teach-check.ts';
import { send } from '../messages/send.ts';
import { t } from '../platform/locale.ts';
import { toTab } from '../platform/messaging.ts';
import { runInTab, TEACH_SCRIPT } from '../platform/tabs.ts';
import type { Book } from '../storage/database.ts';
import { keepRecipes, readRecipes } from '../storage/recipe.ts';
import { readTab, seenOf } from './current.ts';

/** The texts of a tab's page. Needs what reading it needs: a site of ours, a granted origin or the rep's gesture. */
export async function piecesOf(tabId: number): Promise<Result<Piece[]>> {
  if (!await runInTab(tabId, TEACH_SCRIPT)) return fail('permission', t('error_no_access'));
  const answer = await send(toTab(tabId), 'lesson.pieces', { name: (await seenOf(tabId))?.draft?.fields.name?.value ?? '' });
  if (!answer.ok) return answer;
  const pieces = checkPieces(answer.value);
  return pieces ? ok(pieces) : fail('page-unreadable', t('error_unreadable'));
}

/** Makes the recipe of a piece, keeps it, and reads the tab again with it. */
export async function teachTab(book: Book, { tabId, id, field }: { tabId: number; id: number; field: TeachableField }): Promise<Result<{ seen: PageSeen; recipe: Recipe; before: Recipe | null }>> {
  const draft = (await seenOf(tabId))?.draft;
  if (!draft || (draft.page !== 'person' && draft.page !== 'company')) return fail('gone', t('teach_gone'));
  const about = { site: siteOf(draft), page: draft.page, field };
  const before = (await readRecipes(book)).find((one) => sameRecipe(one, about)) ?? null;
  const known = Object.fromEntries(Object.entries(draft.fields).flatMap(([name, reading]) => (typeof reading.value === 'string' ? [[name, reading.value]] : [])));
  const lesson: Lesson = { id, ...about, known, old: before };
  const answer = await send(toTab(tabId), 'lesson.recipe', lesson);
  if (!answer.ok) return answer;
  const recipe = checkRecipe(answer.value);
  // what came back must be what was asked for: the page's world is not ours
  if (!recipe || !sameRecipe(recipe, about)) return fail('page-unreadable', t('teach_failed'));
  const kept = await keepRecipes(book, [recipe]);
  if (!kept.ok) return kept;
  const read = await readTab(book, tabId);
  return read.ok ? ok({ seen: read.value, recipe, before }) : read;
}
