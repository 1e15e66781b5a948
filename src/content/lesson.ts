import type { Lesson } from '../messages/contract.ts';
import type { Piece } from '../domain/piece.ts';
import type { Recipe } from '../domain/recipe.ts';
import { makeRecipe } from '../sites/reading/make-recipe.ts';
import { listPieces, type Spot } from '../sites/reading/piece.ts';

/** What a lesson needs from outside. */
export interface Desk {
  doc: Document;
  href(): string;
  now(): number;
}

/** One page's lesson: lists the texts, then makes a recipe of the one that was pointed at. A recipe is made only while the page still is the one that was listed. */
export function lesson({ doc, href, now }: Desk): { pieces(name: string): Piece[]; recipe(asked: Lesson): Recipe | null } {
  let spots: Spot[] = [];
  let listedAt = '';
  return {
    pieces(name) {
      listedAt = href();
      spots = listPieces(doc, name);
      return spots.map(({ id, text, part, far }) => ({ id, text, part, far }));
    },
    recipe({ id, ...about }) {
      const spot = spots[id];
      if (!spot?.element.isConnected || href() !== listedAt) return null;
      return makeRecipe(doc, spot.element, { ...about, path: decoded(new URL(href()).pathname), at: now() }, spot.cut);
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
