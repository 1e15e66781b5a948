import assert from 'node:assert/strict';
import { notApplicable, type Bench, type Case } from './bench.ts';
import { isWrite, type Spoil } from './wire.ts';

/** One person goes to the CRM while the first request that makes them has this trouble; whatever it is, there is one record in the end. */
async function createIn(trouble: Spoil, { device, person, wire, rest, only, pass }: Bench): Promise<void> {
  const rep = device();
  rep.add('prospect', 'ada', person('Ada'));
  const { used } = await (async () => {
    const told = wire.spoil(trouble, isWrite);
    await rep.sync();
    return told;
  })();
  assert.equal(used, 1, 'the create was not met on its way: does the request carry its fields for the ledger?');
  if (trouble === 'late') {
    // the engine looks, and sees nobody yet
    await rep.sync();
    await wire.arrive();
    await pass(200_000);
  }
  await rest(rep);
  const { id, firstName } = await only();
  assert.equal(firstName, 'Ada');
  assert.equal(rep.remote('prospect', 'ada'), id);
}

export const CREATE: readonly Case[] = [
  {
    name: 'creates a person once; the next run writes nothing on either side',
    why: 'The CRM writes names and addresses its own way, and every push comes back in the next pull.',
    from: 'facts 0.1; twenty 04, 06, 17; espocrm 04, 06; odoo 04, 06',
    run: async ({ device, person, wire, only, clock }) => {
      const rep = device();
      rep.add('prospect', 'ada', person('Ada', { phones: ['+49 30 123456'], location: 'Berlin' }));
      assert.equal(await rep.sync(), 'done');
      const { id, firstName, emails } = await only();
      assert.equal(rep.remote('prospect', 'ada'), id);
      assert.equal(firstName, 'Ada');
      assert.deepEqual(emails.map((one) => one.toLowerCase()), rep.row('prospect', 'ada').values['emails']);
      const [before, row, now] = [wire.writes(), rep.row('prospect', 'ada'), clock()];
      assert.equal(await rep.sync(), 'done');
      assert.equal(await rep.sync(), 'done');
      assert.equal(wire.writes(), before, 'what was just sent is sent again');
      assert.deepEqual(rep.row('prospect', 'ada'), row, 'the echo of a push changes what the rep sees');
      assert.ok(now <= clock());
    },
  },
  {
    name: 'makes one record when the answer to a create is lost',
    why: 'The server did it and nobody heard: look before repeating, or repeat under the same key.',
    from: 'twenty 05; espocrm 05; odoo 05; facts 9 (push order)',
    run: (bench) => createIn('answerLost', bench),
  },
  { name: 'makes up for a create that never reached the server', why: 'No answer can also mean that nothing was done.', from: 'facts 9 (push order)', run: (bench) => createIn('requestLost', bench) },
  { name: 'makes one record when the worker dies after the create was sent', why: 'A browser stops its worker whenever it likes.', from: 'twenty 05; espocrm 05; odoo 05', run: (bench) => createIn('killed', bench) },
  { name: 'makes one record when a create is delivered twice', why: 'A proxy repeats what it thinks was lost; the second delivery meets the record of the first.', from: 'facts 0.12; twenty 06; espocrm 06; odoo 06', run: (bench) => createIn('twice', bench) },
  { name: 'adopts its own record when the answer is that of the second delivery', why: 'The "duplicate" that is named is the record itself.', from: 'twenty 36; espocrm 10; odoo 36', run: (bench) => createIn('repeated', bench) },
  { name: 'makes one record when a create arrives after somebody has looked for it', why: 'Looking once proves nothing while the request is still on its way.', from: 'facts 0.12; espocrm 36', run: (bench) => createIn('late', bench) },
  { name: 'makes one record when the answer to a create is cut off', why: 'Half an answer is none: it says neither done nor refused.', from: 'facts 9 (push order)', run: (bench) => createIn('halfAnswer', bench) },
  {
    name: 'creates more people than a request may hold, each once',
    why: 'Batches have limits, and answers do not come in their order everywhere.',
    from: 'twenty 07, 09; espocrm 07; odoo 07, 09; facts 0.8',
    run: async ({ device, person, wire, people, rest, flags }) => {
      const rep = device();
      const count = Math.min(flags.batch.create, 200) + 5;
      for (let at = 0; at < count; at++) rep.add('prospect', `p${at}`, person(`Number${at}`));
      await rep.sync();
      await rest(rep);
      const found = await people();
      assert.equal(found.length, count);
      for (let at = 0; at < count; at++) assert.equal(found.find(({ id }) => id === rep.remote('prospect', `p${at}`))?.firstName, `Number${at}`, 'an answer was taken for that of another row');
      assert.ok(wire.writes() > 0);
    },
  },
  {
    name: 'a row that the CRM refuses does not hold up the others, and its reason is kept',
    why: 'An atomic batch fails as a whole and may not say which row is bad.',
    from: 'twenty 08, 28; espocrm 08, 28; odoo 08, 28',
    run: async ({ device, person, people, access }) => {
      const rep = device();
      for (const name of ['Ada', 'Grace', 'Mary', 'Joan', 'Hedy']) rep.add('prospect', name, person(name, name === 'Mary' ? { emails: ['this is no address'] } : {}));
      assert.equal(await rep.sync(), 'done');
      const names = (await people()).map(({ firstName }) => firstName).toSorted();
      assert.deepEqual(names.filter((name) => name !== 'Mary'), ['Ada', 'Grace', 'Hedy', 'Joan']);
      if (names.includes('Mary')) return;
      const refused = rep.book.marks.get('prospect Mary')?.refused;
      assert.ok(refused, 'the rep is not told why');
      for (const secret of Object.values(access.secrets)) assert.ok(!refused.includes(secret), 'the reason holds the token');
    },
  },
  {
    name: 'a company goes before its person, and the person is linked with it',
    why: 'A link to what is not there is refused or dropped.',
    from: 'twenty 15; espocrm 15; odoo 15',
    needs: ({ kinds }) => kinds.account !== undefined,
    run: async ({ device, person, company, connector, outsider, marker, held, rest }) => {
      if (!connector.proposed.prospect?.['account']) notApplicable('people have no company here');
      const rep = device();
      rep.add('account', 'acme', company('Acme'));
      rep.add('prospect', 'ada', person('Ada', { account: 'acme' }));
      assert.equal(await rep.sync(), 'done');
      await rest(rep);
      const made = (await outsider.companies()).filter(({ name, deleted }) => name.startsWith(marker) && !deleted);
      assert.deepEqual(made.map(({ id }) => id), [rep.remote('account', 'acme')]);
      assert.equal((await held('prospect', rep.remote('prospect', 'ada')))['account'], rep.remote('account', 'acme'));
      assert.equal(rep.row('prospect', 'ada').values['account'], 'acme');
    },
  },
  {
    name: 'makes one company when the answer to its create is lost',
    why: 'Names and domains of companies are unique hardly anywhere.',
    from: 'twenty 16; espocrm 16; odoo 05',
    needs: ({ kinds }) => kinds.account !== undefined,
    run: async ({ device, person, company, outsider, marker, rest, wire }) => {
      const rep = device();
      rep.add('account', 'acme', company('Acme'));
      rep.add('prospect', 'ada', person('Ada', { account: 'acme' }));
      const told = wire.spoil('answerLost', isWrite);
      await rep.sync();
      assert.equal(told.used, 1);
      await rest(rep);
      assert.equal((await outsider.companies()).filter(({ name, deleted }) => name.startsWith(marker) && !deleted).length, 1);
    },
  },
  {
    name: 'a title is kept on both sides with a company, and is not lost here without one',
    why: 'A CRM may answer a title that it does not store: what it shows next must not pass for somebody\'s edit.',
    from: 'facts 0.7; espocrm 39',
    needs: ({ kinds }) => kinds.account !== undefined,
    run: async ({ device, person, company, held, rest, connector }) => {
      if (!connector.proposed.prospect?.['title']) notApplicable('people have no title here');
      const rep = device();
      rep.add('account', 'acme', company('Acme'));
      rep.add('prospect', 'ada', person('Ada', { title: 'Analyst', account: 'acme' }));
      rep.add('prospect', 'bob', person('Bob', { title: 'Builder' }));
      await rest(rep);
      assert.equal((await held('prospect', rep.remote('prospect', 'ada')))['title'], 'Analyst');
      assert.equal(rep.row('prospect', 'bob').values['title'], 'Builder', 'the title was taken away here');
      rep.edit('prospect', 'bob', { account: 'acme' });
      await rest(rep);
      assert.equal(rep.row('prospect', 'bob').values['title'], 'Builder');
      assert.equal((await held('prospect', rep.remote('prospect', 'bob')))['title'], 'Builder', 'the title does not follow when it can be stored');
    },
  },
];
