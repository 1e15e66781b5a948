/** Money spent on a source of leads, between two days (2026-11-01, both counted), in the book's currency. */
export interface Spend {
  id: string;
  /** A name of LEAD_SOURCES. */
  source: string;
  campaign?: string;
  amount: number;
  from: string;
  to: string;
  note: string;
  createdAt: number;
  updatedAt: number;
}
