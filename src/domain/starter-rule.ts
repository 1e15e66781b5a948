import type { QualifiedRule } from './rule.ts';

/**
 * The rule that is in force while the book has none. It is not stored until it is edited, and steps name it by id and version: what it asks
 * for never changes; another starter gets another id.
 */
export const STARTER_RULE: QualifiedRule = {
  id: 'starter-rule',
  version: 1,
  name: 'Fit, need, hand-over',
  steps: {
    mql: { fit: 60, coverage: 40 },
    'sales-qualified': { fit: 60, known: 2, bant: { need: 'partly' } },
    'sales-ready': { fit: 60, known: 4, bant: { need: 'yes', authority: 'partly', timing: 'partly' } },
  },
  createdAt: 0,
  updatedAt: 0,
};
