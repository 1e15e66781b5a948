import { starterIcp } from '../src/domain/starter-icp.ts';
import type { Prospect } from '../src/domain/prospect.ts';
import type { Field, FieldValue } from '../src/domain/provenance.ts';
import { STAGES } from '../src/domain/prospect.ts';
import { openBook } from '../src/storage/database.ts';
import { write } from '../src/storage/write.ts';

/** What is known of a fictional person (page.mjs). */
export interface Someone {
  slug: string;
  name: string;
  headline: string;
  title: string;
  company: string;
}

const SLICE = 500;
const MINUTE = 60_000;
const DUE_CHANNELS = ['linkedin', 'email', 'call'];

/**
 * Writes these people into the book through its one door, in slices, with an ICP that scores them and a follow-up for each tenth; or, with `due`,
 * one that is due for each of the first so many, by several channels.
 */
export async function fill(people: Someone[], due?: number): Promise<number> {
  const book = openBook();
  const at = Date.now();
  const change = (changeId: string) => ({ changeId, at, by: 'rep', label: 'filled' });
  const field = <T extends FieldValue>(value: T): Field<T> => ({ value, source: { kind: 'page', name: 'linkedin', strategy: 'structure', sure: 0.9 }, at });
  await write(book, change('icp'), async (door) => { if (await book.icps.count() === 0) door.put('icp', starterIcp('icp', at)); });
  for (let from = 0; from < people.length; from += SLICE) {
    await write(book, change(`slice ${from}`), async (door) => {
      people.slice(from, from + SLICE).forEach(({ slug, name, headline, title, company }, index) => {
        const id = `person-${String(from + index).padStart(6, '0')}`;
        const row: Prospect = {
          id, kind: 'prospect', keys: [`linkedin:in/${slug}`], suggestions: {}, stage: STAGES[index % STAGES.length]!, tags: index % 5 ? [] : ['fictional'], lists: [], leadSource: 'profile page', createdAt: at - (from + index) * MINUTE, updatedAt: at,
          fields: { name: field(name), headline: field(headline), title: field(title), company: field(company), location: field('Berlin, Germany'), profiles: field([`https://www.linkedin.com/in/${slug}/`]) },
        };
        door.put('prospect', row);
        const number = from + index;
        if (due !== undefined && number < due) door.put('followUp', { id: `due-${id}`, prospectId: id, dueAt: at - (1 + ((number * 7_919) % 10_000)) * MINUTE, open: 1, words: 'tomorrow', zone: 'Europe/Berlin', text: 'Ask how the roll-out went', channel: DUE_CHANNELS[number % DUE_CHANNELS.length]!, createdAt: at, updatedAt: at });
        if (due === undefined && index % 10 === 0) door.put('followUp', { id: `due-${id}`, prospectId: id, dueAt: at + (index - 50) * 3_600_000, open: 1, words: '2w', zone: 'Europe/Berlin', text: '', createdAt: at, updatedAt: at });
      });
    });
  }
  const count = await book.prospects.count();
  book.close();
  return count;
}
