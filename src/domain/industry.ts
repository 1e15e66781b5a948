/** One industry of the standard list; `parent` is the wider one it belongs to. */
export interface Industry {
  id: string;
  name: string;
  parent?: string;
}

export const INDUSTRIES: readonly Industry[] = [];

/** Ids of the industries that a text names, in any spelling, synonym or language known here, with the wider ones they belong to; [] when it names none. */
export function industriesOf(_text: string): readonly string[] {
  return [];
}

/** The id of the industry that a wanted word means; null when it is no industry of the list. */
export function industryNamed(_word: string): string | null {
  return null;
}
