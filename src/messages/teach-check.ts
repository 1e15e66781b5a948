import * as v from 'valibot';
import { LONGEST_PIECE, MOST_PIECES, type Piece } from '../domain/piece.ts';
import { TEACHABLE } from '../domain/recipe.ts';
import type { Payload } from './contract.ts';

const id = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PIECES));
const tabId = v.pipe(v.number(), v.integer());

const pieces = v.pipe(v.array(v.object({
  id, text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_PIECE), v.transform((text) => text.toWellFormed())), part: v.boolean(), far: v.picklist([0, 1, 2]),
})), v.maxLength(MOST_PIECES));

const teach = v.object({ tabId, id, field: v.picklist(TEACHABLE) });

/** Checks what a page lists of its texts; null when it is no such list. */
export function checkPieces(payload: unknown): Piece[] | null {
  const checked = v.safeParse(pieces, payload);
  return checked.success ? checked.output : null;
}

/** Checks what names a tab; null when it does not. */
export function checkTab(payload: unknown): { tabId: number } | null {
  const checked = v.safeParse(v.object({ tabId }), payload);
  return checked.success ? checked.output : null;
}

/** Checks what the panel asks to be taught; null when it is not that. */
export function checkTeach(payload: unknown): Payload<'tab.teach'> | null {
  const checked = v.safeParse(teach, payload);
  return checked.success ? checked.output : null;
}
