import { openBook } from '../src/storage/database.ts';
import { addStarterCadences } from '../src/storage/cadence.ts';
import { enrolPeople } from '../src/storage/enrolment.ts';
import { STARTER_CADENCES } from '../src/domain/starter-cadence.ts';
import { undo } from '../src/storage/undo.ts';

/** Begins a cadence with `count` people of the book who may, `repeats` times, each taken back after; ms. */
export async function enrol({ count, repeats }: { count: number; repeats: number }): Promise<{ begun: number; took: number[] }> {
  const book = openBook();
  const change = (changeId: string) => ({ changeId, at: Date.now(), by: 'rep', label: 'bench' });
  await addStarterCadences(book, STARTER_CADENCES, change('starters'));
  const ids = (await book.prospects.filter(({ stage }) => stage === 'new' || stage === 'working').limit(count).toArray()).map(({ id }) => id);
  const took: number[] = [];
  let begun = 0;
  for (let at = 0; at < repeats; at++) {
    const began = performance.now();
    begun = (await enrolPeople(book, STARTER_CADENCES[0]!.id, ids, { zoneOf: () => 'Europe/Berlin' }, change(`enrol ${at}`))).length;
    took.push(performance.now() - began);
    await undo(book, `enrol ${at}`, change(`back ${at}`));
  }
  book.close();
  return { begun, took };
}
