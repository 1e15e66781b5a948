import assert from 'node:assert/strict';
import type { Bench, Case } from './bench.ts';

const mail = (name: string, { marker }: Bench): string => `${name}.${marker.toLowerCase()}@example.com`;

export const IDENTITY: readonly Case[] = [
  {
    name: 'somebody who is there already, by name and e-mail, is adopted and not overwritten',
    why: 'A team knows its people; a second record of each would be a disaster.',
    from: 'twenty 10; espocrm 10; odoo 10, 12; facts 0.5',
    run: async (bench) => {
      const { device, person, outsider, only, rest } = bench;
      const id = await outsider.createPerson({ firstName: 'Ada', lastName: `${bench.marker}Example`, email: mail('ada', bench), title: 'Countess' });
      const rep = device();
      rep.add('prospect', 'ada', person('Ada', { emails: [mail('ada', bench)] }));
      await rest(rep);
      assert.equal((await only()).id, id);
      assert.equal(rep.remote('prospect', 'ada'), id);
      assert.deepEqual([(await only()).title, rep.row('prospect', 'ada').values['title']], ['Countess', 'Countess']);
    },
  },
  {
    name: 'what differs in an adopted record is asked about',
    why: 'Nobody knows yet who is right.',
    from: 'twenty 11; espocrm 06',
    run: async (bench) => {
      const { device, person, outsider, only, rest } = bench;
      await outsider.createPerson({ firstName: 'Ada', lastName: `${bench.marker}Example`, email: mail('ada', bench), title: 'Countess' });
      const rep = device();
      rep.add('prospect', 'ada', person('Ada', { emails: [mail('ada', bench)], title: 'Programmer' }));
      await rest(rep);
      assert.equal((await only()).title, 'Countess');
      assert.equal(rep.row('prospect', 'ada').values['title'], 'Programmer');
      assert.equal(rep.link('prospect', 'ada')?.conflicts?.['title']?.theirs, 'Countess');
    },
  },
  {
    name: 'an e-mail in another spelling is the same e-mail',
    why: 'Case means nothing in an address; CRMs store it one way or the other.',
    from: 'twenty 10, 12; espocrm 10, 12; odoo 12',
    run: async (bench) => {
      const { device, person, outsider, only, rest, marker } = bench;
      const id = await outsider.createPerson({ firstName: 'Ada', lastName: `${marker}Example`, email: `Ada.${marker}@Example.com` });
      const rep = device();
      rep.add('prospect', 'ada', person('Ada', { emails: [mail('ada', bench)] }));
      await rest(rep);
      assert.equal((await only()).id, id);
      assert.equal(rep.remote('prospect', 'ada'), id);
    },
  },
  {
    name: 'the same e-mail with another name is asked about, and stays untouched',
    why: 'A mailbox can be shared: an upsert by e-mail overwrites whoever owns it.',
    from: 'facts 0.5; twenty 11; espocrm 10; odoo 10',
    run: async (bench) => {
      const { device, person, outsider, only, rest, wire } = bench;
      const id = await outsider.createPerson({ firstName: 'Grace', lastName: `${bench.marker}Hopper`, email: mail('office', bench) });
      const rep = device();
      rep.add('prospect', 'ada', person('Ada', { emails: [mail('office', bench)] }));
      await rest(rep);
      const there = await only();
      assert.deepEqual([there.id, there.firstName, there.lastName], [id, 'Grace', `${bench.marker}Hopper`]);
      const link = rep.link('prospect', 'ada');
      assert.deepEqual([link?.state, link?.question?.kind, link?.question?.remoteId], ['asking', 'possible-match', id]);
      assert.equal(rep.row('prospect', 'ada').values['firstName'], 'Ada');
      assert.ok(wire.writes() <= 1, 'it is tried again and again');
    },
  },
  {
    name: 'a namesake with another e-mail is somebody else: both are there',
    why: 'A "duplicate" by name alone is no proof.',
    from: 'facts 0.5; espocrm 11',
    run: async (bench) => {
      const { device, person, outsider, people, rest } = bench;
      const id = await outsider.createPerson({ firstName: 'Ada', lastName: `${bench.marker}Example`, email: mail('other', bench) });
      const rep = device();
      rep.add('prospect', 'ada', person('Ada', { emails: [mail('ada', bench)] }));
      await rest(rep);
      assert.equal((await people()).length, 2);
      assert.notEqual(rep.remote('prospect', 'ada'), id);
      assert.deepEqual((await people()).find((one) => one.id === id)?.emails.map((one) => one.toLowerCase()), [mail('other', bench)]);
    },
  },
  {
    name: 'somebody is found by an address that is not the first one',
    why: 'Additional addresses are looked for in another way, or not at all.',
    from: 'twenty 12; espocrm 12; facts 0.4',
    run: async (bench) => {
      const { device, person, only, rest } = bench;
      const [a, b] = [device('A'), device('B')];
      a.add('prospect', 'ada', person('Ada', { emails: [mail('first', bench), mail('second', bench)] }));
      await rest(a);
      const both = ((await bench.held('prospect', a.remote('prospect', 'ada')))['emails'] as string[]).length > 1;
      // not seen in a pull: the look itself must find them
      b.pullNothing();
      b.add('prospect', 'ada', { ...person('Ada', { emails: [mail(both ? 'second' : 'first', bench)], linkedin: null }) });
      await b.sync();
      await rest(b);
      assert.equal((await only()).id, b.remote('prospect', 'ada'));
    },
  },
  {
    name: 'two devices that save the same person make one record, and both converge',
    why: 'Their keys are computed from the person, so that a second create is the first one again.',
    from: 'facts 0.12; twenty 36; odoo 36; espocrm 36',
    run: async (bench) => {
      const { device, person, only, rest } = bench;
      const [a, b] = [device('A'), device('B')];
      a.add('prospect', 'a1', person('Ada', { location: 'London' }));
      b.add('prospect', 'b1', person('Ada', { about: 'Wrote the first program' }));
      await rest(a, b);
      const { id } = await only();
      assert.deepEqual([a.remote('prospect', 'a1'), b.remote('prospect', 'b1')], [id, id]);
      b.edit('prospect', 'b1', { firstName: 'Augusta' });
      await rest(b, a);
      assert.equal(a.row('prospect', 'a1').values['firstName'], 'Augusta');
      const shared = Object.keys(await bench.held('prospect', id));
      for (const field of shared.filter((name) => !['stage', 'tags'].includes(name))) assert.deepEqual(a.row('prospect', 'a1').values[field], b.row('prospect', 'b1').values[field], `${field} differs`);
    },
  },
  {
    name: 'two devices that create the same person in the same moment make one record',
    why: 'Both have looked and seen nobody.',
    from: 'facts 0.12; twenty 36; odoo 36; espocrm 36',
    run: async (bench) => {
      const { device, person, only, rest, wire } = bench;
      const [a, b] = [device('A'), device('B')];
      a.add('prospect', 'a1', person('Ada'));
      b.add('prospect', 'b1', person('Ada'));
      const told = wire.meanwhile(({ fields = [] }) => fields.length > 0, async () => { await b.sync(); });
      await a.sync();
      assert.equal(told.used, 1);
      await rest(a, b);
      const { id } = await only();
      assert.deepEqual([a.remote('prospect', 'a1'), b.remote('prospect', 'b1')], [id, id]);
    },
  },
  {
    name: 'a company that is there already, by its domain, is adopted',
    why: 'Domains are compared as text there: with and without https and www.',
    from: 'twenty 16; espocrm 16; odoo 15',
    needs: ({ kinds }) => kinds.account !== undefined,
    run: async (bench) => {
      const { device, person, company, outsider, rest, marker } = bench;
      const [a, b] = [device('A'), device('B')];
      a.add('account', 'acme', company('Acme'));
      a.add('prospect', 'ada', person('Ada', { account: 'acme' }));
      await rest(a);
      // another name and spelling of the domain, and nothing seen in a pull
      b.pullNothing();
      const { domain } = company('Acme');
      b.add('account', 'acme2', company('Acme', { domain: String(domain).replace('https://', 'http://www.') }));
      b.add('prospect', 'bob', person('Bob', { account: 'acme2' }));
      await rest(b);
      assert.equal((await outsider.companies()).filter(({ name, deleted }) => name.startsWith(marker) && !deleted).length, 1);
      assert.equal(b.remote('account', 'acme2'), a.remote('account', 'acme'));
    },
  },
];
