import { PLAYBOOK_KINDS, type PlaybookItems, type PlaybookKind } from './playbook.ts';

/** How one thing of a playbook stands to the book: it is new, says something else, is the same, or only the book has it. */
export type PlaybookLine = { [K in PlaybookKind]: Line<K> }[PlaybookKind];
interface Line<K extends PlaybookKind> {
  kind: K;
  id: string;
  name: string;
  state: 'new' | 'changed' | 'same' | 'only-here';
  theirs?: PlaybookItems[K][number];
  mine?: PlaybookItems[K][number];
}

/** What is done with a line: taken (in the place of mine), left, or taken under another id beside mine. */
export type PlaybookChoice = 'take' | 'leave' | 'both';

/** Compares a playbook with a book, thing by thing of the same id; both as `playbookItems` gives them. Kinds in their order, within one what is new or changed first. */
export function planPlaybook(theirs: PlaybookItems, mine: PlaybookItems): PlaybookLine[] {
  const rank = { new: 0, changed: 1, same: 2, 'only-here': 3 };
  return PLAYBOOK_KINDS.flatMap((kind) => {
    const here = new Map<string, PlaybookItems[typeof kind][number]>(mine[kind].map((one) => [one.id, one]));
    const there = new Set(theirs[kind].map(({ id }) => id));
    const lines = [
      ...theirs[kind].map((one) => {
        const own = here.get(one.id);
        return { kind, id: one.id, name: one.name, theirs: one, ...(own ? { mine: own } : {}), state: !own ? 'new' : isSame(one, own) ? 'same' : 'changed' };
      }),
      ...mine[kind].filter(({ id }) => !there.has(id)).map((one) => ({ kind, id: one.id, name: one.name, mine: one, state: 'only-here' })),
    ] as PlaybookLine[];
    return lines.toSorted((a, b) => rank[a.state] - rank[b.state] || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  });
}

/** What a line is done with unless the rep says otherwise: what a playbook brings is taken. */
export function usualChoice({ state }: PlaybookLine): PlaybookChoice {
  return state === 'new' || state === 'changed' ? 'take' : 'leave';
}

/**
 * What is to be stored by these choices (by `kind id`; absent = as usual). What comes beside mine gets an id of `newId` and a name of `nameOf`; whatever is taken with it and refers to it
 * refers to that one.
 */
export function chosenItems(lines: readonly PlaybookLine[], choices: ReadonlyMap<string, PlaybookChoice>, copy: { newId: () => string; nameOf: (name: string) => string }): PlaybookItems {
  const renamed = new Map<string, string>();
  const taken: PlaybookItems = { icps: [], personas: [], rules: [], templates: [], cadences: [] };
  for (const line of lines) {
    const { kind, id, theirs } = line;
    const choice = choices.get(`${kind} ${id}`) ?? usualChoice(line);
    if (!theirs || choice === 'leave') continue;
    if (choice === 'both') renamed.set(`${kind} ${id}`, copy.newId());
    const own = renamed.get(`${kind} ${id}`);
    (taken[kind] as unknown[]).push(own ? { ...theirs, id: own, name: copy.nameOf(theirs.name) } : theirs);
  }
  const now = (kind: PlaybookKind, id: string): string => renamed.get(`${kind} ${id}`) ?? id;
  return {
    ...taken,
    templates: taken.templates.map((one) => ({ ...one, personaIds: one.personaIds.map((id) => now('personas', id)) })),
    cadences: taken.cadences.map((one) => ({ ...one, steps: one.steps.map((step) => (step.templateId ? { ...step, templateId: now('templates', step.templateId) } : step)) })),
  };
}

/** The order of properties is nobody's doing: rows that came by a file or an edit have another one. */
function isSame(a: object, b: object): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]));
}
