import type { FollowUp } from './activity.ts';
import type { Prospect, Stage } from './prospect.ts';

/** One line of the people list: only what lists show, search, sort and filter by. Absent texts are ''. */
export interface PersonRow {
  id: string;
  name: string;
  headline: string;
  title: string;
  company: string;
  location: string;
  stage: Stage;
  tags: string[];
  lists: string[];
  accountId: string;
  /** -1 = not scored. */
  fit: number;
  coverage: number;
  createdAt: number;
  updatedAt: number;
  /** Epoch ms of the next open follow-up; 0 = none. */
  nextDue: number;
}

/** The columns of a list line, in the order in which they are packed. */
export const PERSON_COLUMNS = [
  'id', 'name', 'headline', 'title', 'company', 'location', 'stage', 'tags', 'lists', 'accountId', 'fit', 'coverage', 'createdAt', 'updatedAt', 'nextDue',
] as const satisfies readonly (keyof PersonRow)[];

/** The list line of a prospect with its open follow-ups. Headlines are cut: a list shows one line. */
export function personRow(prospect: Prospect, followUps: FollowUp[]): PersonRow {
  const { fields } = prospect;
  const open = followUps.filter(({ open: state }) => state === 1).map(({ dueAt }) => dueAt);
  return {
    id: prospect.id,
    name: fields.name?.value ?? '',
    headline: (fields.headline?.value ?? '').slice(0, 160),
    title: fields.title?.value ?? '',
    company: fields.company?.value ?? '',
    location: fields.location?.value ?? '',
    stage: prospect.stage,
    tags: prospect.tags,
    lists: prospect.lists,
    accountId: prospect.accountId ?? '',
    fit: prospect.fit?.fit ?? -1,
    coverage: prospect.fit?.coverage ?? 0,
    createdAt: prospect.createdAt,
    updatedAt: prospect.updatedAt,
    nextDue: open.length ? Math.min(...open) : 0,
  };
}
