import type { Criterion } from '../src/domain/icp.ts';
import { nowhere } from '../src/domain/near.ts';
import { personRow } from '../src/domain/people/row.ts';
import { scoreAll } from '../src/domain/people/scores.ts';
import { peopleTable, type PeopleTable } from '../src/domain/people/table.ts';
import type { Field, FieldValue } from '../src/domain/provenance.ts';
import { scoreFit } from '../src/domain/score.ts';
import { suggestedIcp } from '../src/domain/starter-icp.ts';

const RANKS = ['VP', 'Head of', 'Director', 'Senior', 'Manager', 'CTO &', 'Junior', 'Chief'];
const WORK = ['Sales', 'Marketing', 'Engineering', 'Finance', 'People', 'Operations', 'Procurement'];
const field = <T extends FieldValue>(value: T): Field<T> => ({ value, source: { kind: 'page', name: 'linkedin' }, at: 1 });

/** An ICP as reps make them, of the criteria a starter has and three more. */
function criteria(salt: string): Criterion[] {
  return [...suggestedIcp().map((one) => ({ ...one, any: [...one.any, salt] })),
    { id: 'place', kind: 'location', any: ['Germany', 'Austria', salt], weight: 4, rule: 'plus' }, { id: 'title', kind: 'title', any: ['sales', 'revenue', salt], weight: 5, rule: 'plus' }, { id: 'size', kind: 'headcount', any: [], min: 51, max: salt.length * 100, weight: 3, rule: 'plus' }];
}

/** Fictional people: 20,000 titles, 50,000 headlines, 30,000 companies, 4,000 places among them; two of five wrote about themselves. */
function filled(count: number): PeopleTable {
  const table = peopleTable();
  for (let at = 0; at < count; at++) {
    const [rank, work] = [RANKS[at % 8]!, WORK[at % 7]!];
    const about = at % 5 < 2 ? { about: field(`I am number ${at} and build pipelines in ${work}. ${'Growing teams, markets and products with care. '.repeat(8)}`) } : {};
    table.put(personRow({
      id: `person-${at}`, kind: 'prospect', keys: [], suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: at, updatedAt: at,
      fields: { name: field(`Person ${at}`), title: field(`${rank} ${work} ${at % 20_000}`), headline: field(`${rank} ${work} | helping ${at % 50_000} teams`), company: field(`Company ${at % 30_000}`), location: field(`City ${at % 4_000}, Germany`), ...about },
    }, { followUps: [], touches: [], account: { id: 'a', keys: [], suggestions: {}, tags: [], createdAt: 1, updatedAt: 1, fields: { size: field(['11-50', '51-200', '201-500'][at % 3]!), industry: field(['Software Development', 'Machinery', 'Banking'][at % 3]!) } } }));
  }
  return table;
}

interface Timed { took: number; longest: number }

/** Scores everybody as the panel does, each slice timed (ms). */
function timed(table: PeopleTable, some: readonly Criterion[]): Timed {
  const began = performance.now();
  let longest = 0, last = began;
  for (const work = scoreAll(table, { criteria: [...some] }, { near: nowhere }); ;) {
    const { done } = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (done) return { took: now - began, longest };
  }
}

/** Rescoring `count` people: the first time ever, after an edit of one criterion's words, of a weight, and of every criterion at once; and one person's fit with its reasons. Milliseconds. */
export function score({ count, repeats }: { count: number; repeats: number }): { cold: Timed; word: Timed[]; weight: Timed[]; whole: Timed[]; one: number[] } {
  const table = filled(count);
  const cold = timed(table, criteria('first'));
  const base = criteria('first');
  const all = Array.from({ length: repeats }, (_, at) => at);
  const word = all.map((at) => timed(table, base.map((one) => (one.kind === 'keywords' ? { ...one, any: [...one.any, `word${at}`] } : one))));
  const weight = all.map((at) => timed(table, base.map((one, index) => (index === 0 ? { ...one, weight: 1 + (at % 9) } : one))));
  const whole = all.map((at) => timed(table, criteria(`edit${at}`)));
  const input = { name: 'Ada Example', title: 'VP Sales & Co-founder', headline: 'VP Sales at Example | B2B SaaS', company: 'Example GmbH', location: 'Berlin, Germany', industry: 'Software Development', headcount: '51-200', about: 'Growing teams, markets and products with care. '.repeat(8) };
  const one = all.map(() => {
    const began = performance.now();
    for (let at = 0; at < 200; at++) scoreFit({ criteria: base }, { ...input, name: `Ada ${at}` });
    return (performance.now() - began) / 200;
  });
  return { cold, word, weight, whole, one };
}
