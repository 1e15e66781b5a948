/** One text of a page, for the rep to point at. */
export interface Piece {
  /** Means something to the page that sent it, until it lists its texts again. */
  id: number;
  /** One line, bounded. */
  text: string;
  /** Part of the text of the piece before it. */
  part: boolean;
  /** 0 = right around the name, 1 = in the page's main part, 2 = elsewhere. */
  far: 0 | 1 | 2;
}

/** The most that a page lists. */
export const MOST_PIECES = 300;
export const LONGEST_PIECE = 300;
