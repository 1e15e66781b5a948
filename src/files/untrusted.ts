/** How far a parsed JSON value may go: characters in one text, values in all, levels of nesting. */
export const VALUE_LIMITS = { characters: 1_000_000, values: 100_000, levels: 30 };

/** Names that must never become properties: through them a file could reach into objects that are not its own. */
const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);

/** A value that came from JSON, without properties of polluting names; the same object when there were none. Not ok when it is too long, too big or nested too deep. */
export function tidy(value: unknown, limits: typeof VALUE_LIMITS = VALUE_LIMITS): { ok: true; value: unknown } | { ok: false; reason: string } {
  const state = { values: 0, limits };
  try {
    return { ok: true, value: walk(value, 0, state) };
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, reason: error.message };
    throw error;
  }
}

class TooMuch extends Error {}

function walk(value: unknown, level: number, state: { values: number; limits: typeof VALUE_LIMITS }): unknown {
  const { limits } = state;
  if (++state.values > limits.values) throw new TooMuch(`It holds more than ${limits.values} values.`);
  if (typeof value === 'string') {
    if (value.length > limits.characters) throw new TooMuch(`A text in it is longer than ${limits.characters} characters.`);
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (level >= limits.levels) throw new TooMuch(`It is nested deeper than ${limits.levels} levels.`);
  if (Array.isArray(value)) {
    let changed = false;
    const items = value.map((item: unknown) => {
      const kept = walk(item, level + 1, state);
      changed ||= kept !== item;
      return kept;
    });
    return changed ? items : value;
  }
  let changed = false;
  const kept: [string, unknown][] = [];
  for (const [name, item] of Object.entries(value)) {
    if (POLLUTING.has(name)) {
      changed = true;
      continue;
    }
    const tidied = walk(item, level + 1, state);
    changed ||= tidied !== item;
    kept.push([name, tidied]);
  }
  return changed ? Object.fromEntries(kept) : value;
}
