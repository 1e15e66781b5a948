/** One test of a segment: a field, how it is compared, and with what. What fields and comparisons there are: people/filter.ts. */
export interface Condition {
  field: string;
  is: 'any-of' | 'none-of' | 'contains' | 'at-least' | 'at-most' | 'known' | 'unknown' | 'within-days' | 'before-days';
  /** Values for any-of and none-of, one text for contains; empty for the others. */
  values: string[];
  /** For at-least and at-most; days for within-days and before-days (negative = ahead of now). */
  number?: number;
}

/** What a segment asks for: all or any of its conditions. No condition = everybody. */
export interface SegmentFilter {
  match: 'all' | 'any';
  conditions: Condition[];
}

/** A saved filter over the people: live, with a count. */
export interface Segment {
  id: string;
  name: string;
  filter: SegmentFilter;
  /** Total addressable market: how many people there are in the world that would be in it. */
  tam?: number;
  createdAt: number;
  updatedAt: number;
}
