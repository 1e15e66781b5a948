import type { Criterion, Icp } from './icp.ts';

/** The criteria of a seller of software to businesses: roles that buy it, no gate, so that every first profile gets a score and a reason. */
export function suggestedIcp(): Criterion[] {
  return [
    { id: 'seniority', kind: 'seniority', any: ['owner', 'founder', 'c-level', 'vp', 'head', 'director'], weight: 10, rule: 'plus' },
    { id: 'department', kind: 'department', any: ['executive', 'sales', 'marketing', 'revenue-operations', 'customer-success'], weight: 8, rule: 'plus' },
    { id: 'industry', kind: 'industry', any: ['software', 'SaaS', 'information technology', 'IT services', 'internet', 'technology', 'cloud', 'fintech', 'e-commerce'], weight: 5, rule: 'plus' },
    { id: 'keywords', kind: 'keywords', any: ['B2B', 'SaaS', 'growth', 'pipeline', 'revenue', 'go-to-market', 'GTM', 'scale-up', 'CRM', 'outbound', 'demand generation'], weight: 4, rule: 'plus' },
    { id: 'not-student', kind: 'seniority', any: ['intern'], weight: 5, rule: 'never' },
  ];
}

/** The first ICP of a new book, to be edited; `id` and `now` (epoch ms) come from the caller. */
export function starterIcp(id: string, now: number): Icp {
  return { id, version: 1, name: 'B2B SaaS', criteria: suggestedIcp(), createdAt: now, updatedAt: now };
}

/** Is this still what `starterIcp` made, whatever its age? */
export function isUntouchedStarter({ version, name, criteria }: Icp): boolean {
  const first = starterIcp('', 0);
  return version === first.version && name === first.name && JSON.stringify(criteria) === JSON.stringify(first.criteria);
}
