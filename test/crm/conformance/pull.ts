import assert from 'node:assert/strict';
import type { CreateRow } from '../../../src/crm/connector.ts';
import { toTheirs } from '../../../src/domain/sync/mapping.ts';
import { uuidOf } from '../../../src/domain/sync/key.ts';
import { isEmpty } from '../../../src/domain/sync/value.ts';
import type { Bench, Case } from './bench.ts';

/** Makes many people as another device of ours would, in as few requests as the CRM allows; answers their ids. */
async function crowd({ crm, flags, mapping, person, many, tick }: Bench): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < many; from += flags.batch.create) {
    const rows = Array.from({ length: Math.min(flags.batch.create, many - from) }, (_, at): CreateRow => {
      const values = Object.fromEntries(Object.entries(person(`Number${from + at}`)).filter(([, value]) => !isEmpty(value)));
      return { key: uuidOf(String(values['linkedin'])), fields: toTheirs(mapping, 'prospect', values) };
    });
    const made = await crm.create('prospect', rows);
    assert.ok(made.ok, `creating failed: ${made.ok ? '' : made.failure.kind}`);
    for (const answer of made.value) ids.push(answer.kind === 'stored' ? answer.record.id : assert.fail(`a create came to ${answer.kind}${answer.kind === 'rejected' ? `: ${answer.message}` : ''}`));
  }
  assert.equal(new Set(ids).size, many);
  await tick();
  return ids;
}

/** All pages of people since a time; `between` happens after each page. */
async function pages({ crm, many }: Bench, since: number, between: (ids: string[]) => Promise<void> = async () => undefined): Promise<{ ids: Set<string>; count: number }> {
  const ids = new Set<string>();
  let count = 0;
  for (let cursor: string | undefined; ;) {
    const page = await crm.changes('prospect', since, cursor);
    assert.ok(page.ok, `a page failed: ${page.ok ? '' : page.failure.kind}`);
    for (const { id } of page.value.records) ids.add(id);
    assert.ok(++count < many, 'the pages do not end');
    if (page.value.next === null) return { ids, count };
    cursor = page.value.next;
    await between(page.value.records.map(({ id }) => id));
  }
}

export const PULL: readonly Case[] = [
  {
    name: 'an edit in the CRM comes here, and is not sent back',
    why: 'What is pulled is known as the CRM\'s, not marked as ours.',
    from: 'facts 0.1; twenty 19; espocrm 19; odoo 19',
    run: async ({ device, person, outsider, tick, wire, rest }) => {
      const rep = device();
      rep.add('prospect', 'ada', person('Ada'));
      await rep.sync();
      await tick();
      const before = wire.writes();
      await outsider.editPerson(rep.remote('prospect', 'ada'), { firstName: 'Augusta', title: 'Countess' });
      await tick();
      await rest(rep);
      assert.deepEqual([rep.row('prospect', 'ada').values['firstName'], rep.row('prospect', 'ada').values['title']], ['Augusta', 'Countess']);
      assert.equal(wire.writes(), before);
    },
  },
  {
    name: 'two edits within one tick of the CRM\'s clock both come here',
    why: 'Clocks of one second give two edits one time, and the first may have been pulled between them.',
    from: 'espocrm 19; odoo 19; facts 9 (watermark)',
    run: async ({ device, person, outsider, rest }) => {
      const rep = device();
      rep.add('prospect', 'ada', person('Ada'));
      await rep.sync();
      const id = rep.remote('prospect', 'ada');
      for (const firstName of ['One', 'Two', 'Three']) {
        await outsider.editPerson(id, { firstName });
        await rep.sync();
      }
      await rest(rep);
      assert.equal(rep.row('prospect', 'ada').values['firstName'], 'Three');
    },
  },
  {
    name: 'every record comes, however many share one time',
    why: 'A batch gives all its records one time; a page may end among them.',
    from: 'twenty 19; espocrm 19; odoo 19; facts 0.9',
    run: async (bench) => {
      const since = bench.clock() - 600_000;
      const made = await crowd(bench);
      const { ids } = await pages(bench, since);
      const skipped = made.filter((id) => !ids.has(id)).length;
      assert.equal(skipped, 0, `${skipped} of ${made.length} records were skipped`);
    },
  },
  {
    name: 'no record is skipped when others change or go while pages are read',
    why: 'Behind an offset everything moves up when one row moves away.',
    from: 'facts 0.9; twenty 20; espocrm 20; odoo 20',
    run: async (bench) => {
      const since = bench.clock() - 600_000;
      const made = await crowd(bench);
      const gone = new Set<string>();
      let turn = 0;
      const { ids } = await pages(bench, since, async (seen) => {
        const mine = seen.filter((id) => made.includes(id) && !gone.has(id));
        for (const id of mine.slice(0, 4)) await bench.outsider.editPerson(id, { firstName: `Moved${turn++}` });
        for (const id of mine.slice(4, 8)) {
          gone.add(id);
          await bench.outsider.deletePerson(id);
        }
      });
      const skipped = made.filter((id) => !ids.has(id)).length;
      assert.equal(skipped, 0, `${skipped} of ${made.length} records were skipped`);
    },
  },
  {
    name: 'a pull that is cut off goes on where it was, and brings everybody once',
    why: 'A cursor has to survive the worker that was stopped.',
    from: 'facts 9 (watermark)',
    run: async (bench) => {
      const made = await crowd(bench);
      const other = bench.device('B');
      bench.wire.spoil('requestLost', () => other.book.sync.pull.prospect?.cursor !== undefined);
      await other.sync();
      bench.wire.spoil('killed', () => other.book.sync.pull.prospect?.cursor !== undefined);
      await other.sync();
      await bench.rest(other);
      const [here, there] = [other.rows('prospect').map(({ id }) => other.remote('prospect', id)).toSorted(), made.toSorted()];
      assert.ok(JSON.stringify(here) === JSON.stringify(there), `${here.length} came of ${there.length}`);
    },
  },
  ...(['ours', 'all'] as const).map((bringIn): Case => ({
    name: bringIn === 'all' ? 'people of the CRM come here when the rep wants all of them' : 'people of the CRM stay there when the rep wants only their own',
    why: 'Nobody\'s whole address book comes along unasked.',
    from: 'facts 9',
    run: async ({ device, outsider, marker, rest, wire }) => {
      await outsider.createPerson({ firstName: 'Grace', lastName: `${marker}Example`, email: `grace.${marker.toLowerCase()}@example.com`, title: 'Admiral' });
      const rep = device('A', { bringIn });
      await rest(rep);
      const found = rep.rows('prospect').filter(({ values }) => String(values['lastName']).startsWith(marker));
      assert.deepEqual(found.map(({ values }) => [values['firstName'], values['title'], values['emails']]), bringIn === 'all' ? [['Grace', 'Admiral', [`grace.${marker.toLowerCase()}@example.com`]]] : []);
      assert.equal(wire.writes(), 0, 'looking at somebody wrote to them');
    },
  })),
  {
    name: 'a record that is deleted while it is read is nobody\'s failure',
    why: 'Lists and records are two requests in some CRMs.',
    from: 'espocrm 21; odoo 22',
    run: async (bench) => {
      const rep = bench.device('A', { bringIn: 'all' });
      const id = await bench.outsider.createPerson({ firstName: 'Grace', lastName: `${bench.marker}Example` });
      let requests = 0;
      bench.wire.meanwhile(() => rep.book.sync.progress?.kind === 'prospect' && ++requests === 2, () => bench.outsider.destroyPerson(id));
      await bench.rest(rep);
    },
  },
];
