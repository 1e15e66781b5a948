import type { Prospect } from '../../src/domain/prospect.ts';

/** Somebody with nothing known but what is given. */
export function prospectOf(part: Partial<Prospect> = {}): Prospect {
  return { id: 'p1', kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1, ...part };
}
