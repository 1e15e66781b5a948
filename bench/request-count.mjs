// How many requests a sync makes: the real engine and connectors over the dialect servers of the tests, in this process.
import { load } from './load.mjs';

const PEOPLE = 1_000;
/** Records a request by the CRM's own limit; without an entry there is no batch, or no limit. */
const BATCH = { twenty: 200, hubspot: 100 };

export async function requestCounts() {
  const { count } = await load('bench/request-count.ts');
  return (await count(PEOPLE)).flatMap(({ crm, label, created, changed, pulled }) => [['new', created], ['changed', changed]].map(([what, value]) => ({
    name: `${label}: requests for ${PEOPLE.toLocaleString('en')} ${what} people`, value, unit: '', ...(BATCH[crm] ? { limit: Math.floor(PEOPLE / BATCH[crm] * 1.1), decides: true } : {}),
    how: `the real engine and connector over the dialect server of the tests, people alone; looks, creates, updates and what they read back are counted, pulls are not (${label}: ${pulled} requests to see that nothing else changed); the limit is 1.1 times what the CRM's batches make unavoidable`,
  })));
}
