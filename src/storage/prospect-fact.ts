import { marked } from '../domain/contact-point.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { ResearchNote } from '../domain/qualification.ts';
import { withoutResearch, withResearch } from '../domain/research.ts';
import type { Book } from './database.ts';
import { changeProspect } from './person.ts';
import type { Change } from './write.ts';

const LONGEST = 300;

/** Sets one thing that the rep says of a prospect, on one line; '' takes it away. */
export function setFact(book: Book, id: string, name: 'leadSource' | 'sourceDetail' | 'campaign' | 'preferredChannel' | 'timeZone', value: string, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => {
    const { [name]: _old, ...rest } = prospect;
    const said = value.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
    return (said ? { ...rest, [name]: said } : rest) as Prospect;
  });
}

/** Says that an address or number was verified or bounced; undefined = not known any more. */
export function markContactPoint(book: Book, id: string, value: string, state: 'verified' | 'bounced' | undefined, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => marked(prospect, value, state, change.at));
}

/** Keeps a research note. */
export function addResearch(book: Book, id: string, note: ResearchNote, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => withResearch(prospect, note));
}

export function removeResearch(book: Book, id: string, noteId: string, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => withoutResearch(prospect, noteId));
}
