/** How an outsider reaches a CRM: one HTTP exchange; header names of the answer in lower case. */
export type Fetch = (url: string, init: { method: string; headers: Record<string, string>; body?: string }) => Promise<{ status: number; headers: Record<string, string>; text: string }>;

/** A CRM's API has no way to do what was asked of it. */
export class Unsupported extends Error {}

/** Somebody else who works in the same CRM, with the CRM's own API; works against a dialect server and a real one alike. */
export interface Outsider {
  /** Everybody, over all pages, soft-deleted ones too where the CRM shows them. */
  people(): Promise<{ id: string; firstName: string; lastName: string; emails: string[]; title: string; deleted: boolean }[]>;
  /** Gives the new id. */
  createPerson(person: { firstName: string; lastName: string; email?: string; title?: string }): Promise<string>;
  editPerson(id: string, change: { title?: string; email?: string; firstName?: string; lastName?: string }): Promise<void>;
  /** As a user deletes: soft where the CRM has soft delete. */
  deletePerson(id: string): Promise<void>;
  /** For good where the CRM can, else the same as deletePerson. */
  destroyPerson(id: string): Promise<void>;
  /** Throws Unsupported where the API cannot merge. */
  mergePeople(keep: string, lose: string): Promise<void>;
  notes(personId: string): Promise<string[]>;
  tasks(personId: string): Promise<{ id: string; title: string; done: boolean }[]>;
  completeTask(id: string): Promise<void>;
  companies(): Promise<{ id: string; name: string; deleted: boolean }[]>;
  /** Removes every record whose name says it was made by a test run (last name or company name begins with `marker`), with their notes and tasks. */
  cleanUp(marker: string): Promise<void>;
}
