import type { Account } from '../domain/account.ts';
import type { Note, Touch } from '../domain/activity.ts';
import type { Rep } from '../domain/merge-field.ts';
import type { Persona } from '../domain/persona.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Template } from '../domain/template.ts';
import type { Book } from './database.ts';
import { readPersonas } from './persona.ts';
import { readDrafts, readRep } from './rep.ts';
import { readTemplates } from './template.ts';
import { readTallies, type Tallies } from './template-use.ts';

/** All that a message to one person is made from. */
export interface Composing {
  templates: Template[];
  tallies: Tallies;
  personas: Persona[];
  rep: Rep;
  drafts: boolean;
  account: Account | undefined;
  touches: Touch[];
  notes: Note[];
}

/** Reads what a message to this person is made from; notes newest first. `now` tells which messages may still be answered. */
export async function readComposing(book: Book, { id, accountId }: Pick<Prospect, 'id' | 'accountId'>, now: number): Promise<Composing> {
  const [templates, personas, rep, drafts, account, touches, notes] = await Promise.all([
    readTemplates(book), readPersonas(book), readRep(book), readDrafts(book), accountId ? book.accounts.get(accountId) : undefined,
    book.touches.where('prospectId').equals(id).toArray(), book.notes.where('prospectId').equals(id).toArray(),
  ]);
  return { templates, personas, rep, drafts, account, touches, notes: notes.toSorted((a, b) => b.createdAt - a.createdAt), tallies: await readTallies(book, now) };
}

/** The people that came into the book last, newest first, each with the account. */
export async function newestPeople(book: Book, most: number): Promise<{ prospect: Prospect; account: Account | undefined }[]> {
  const prospects = await book.prospects.reverse().limit(most).toArray();
  const accounts = await book.accounts.bulkGet(prospects.map(({ accountId }) => accountId ?? ''));
  return prospects.map((prospect, at) => ({ prospect, account: accounts[at] }));
}
