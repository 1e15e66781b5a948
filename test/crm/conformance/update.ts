import assert from 'node:assert/strict';
import type { Policy } from '../../../src/domain/sync/merge.ts';
import { notApplicable, type Bench, type Case, type Device } from './bench.ts';
import { isWrite, type Spoil } from './wire.ts';

/** A rep's device with Ada, who is in the CRM and at rest; and her id there. */
async function ada(bench: Bench, how: Parameters<Bench['device']>[1] = {}, more: Parameters<Bench['person']>[1] = {}): Promise<{ rep: Device; id: string }> {
  const rep = bench.device('A', how);
  rep.add('prospect', 'ada', bench.person('Ada', more));
  assert.equal(await rep.sync(), 'done');
  await bench.tick();
  return { rep, id: rep.remote('prospect', 'ada') };
}

async function updateIn(trouble: Spoil, bench: Bench): Promise<void> {
  const { rep, id } = await ada(bench);
  rep.edit('prospect', 'ada', { firstName: 'Augusta' });
  const told = bench.wire.spoil(trouble, isWrite);
  await rep.sync();
  assert.equal(told.used, 1, 'the update was not met on its way');
  await bench.rest(rep);
  assert.deepEqual([(await bench.only()).id, (await bench.only()).firstName], [id, 'Augusta']);
  assert.equal(rep.row('prospect', 'ada').values['firstName'], 'Augusta');
  assert.equal(rep.link('prospect', 'ada')?.conflicts, undefined, 'the rep is asked about the echo of an edit');
}

async function bothEdit(bench: Bench, policy: Policy): Promise<{ rep: Device; there: string }> {
  const { rep, id } = await ada(bench, { policy });
  await bench.outsider.editPerson(id, { firstName: 'Theirs' });
  await bench.tick();
  await bench.pass(5_000);
  rep.edit('prospect', 'ada', { firstName: 'Ours' });
  await bench.rest(rep);
  return { rep, there: (await bench.only()).firstName };
}

export const UPDATE: readonly Case[] = [
  {
    name: 'different fields edited on both sides are both kept',
    why: 'Only what changed is sent, and what the CRM needs whole is sent whole.',
    from: 'twenty 17, 18; espocrm 17, 18; odoo 17, 18',
    run: async (bench) => {
      const { rep, id } = await ada(bench);
      await bench.outsider.editPerson(id, { title: 'Countess' });
      await bench.tick();
      rep.edit('prospect', 'ada', { firstName: 'Augusta' });
      await bench.rest(rep);
      assert.deepEqual([(await bench.only()).firstName, (await bench.only()).title], ['Augusta', 'Countess']);
      assert.deepEqual([rep.row('prospect', 'ada').values['firstName'], rep.row('prospect', 'ada').values['title']], ['Augusta', 'Countess']);
    },
  },
  {
    name: 'first and last name edited on two sides are both kept',
    why: 'They may be parts of one field there, which is sent whole.',
    from: 'facts 0.6; twenty 17; odoo 04',
    run: async (bench) => {
      const { rep, id } = await ada(bench);
      await bench.outsider.editPerson(id, { lastName: `${bench.marker}Lovelace` });
      await bench.tick();
      rep.edit('prospect', 'ada', { firstName: 'Augusta' });
      await bench.rest(rep);
      assert.deepEqual([(await bench.only()).firstName, (await bench.only()).lastName], ['Augusta', `${bench.marker}Lovelace`]);
    },
  },
  {
    name: 'the same field edited on both sides is asked about, and nothing is overwritten',
    why: 'The last write would win, and somebody\'s edit be gone.',
    from: 'twenty 18; espocrm 18; odoo 18',
    run: async (bench) => {
      const { rep, there } = await bothEdit(bench, 'ask');
      const conflict = rep.link('prospect', 'ada')?.conflicts?.['firstName'];
      assert.deepEqual([conflict?.ours, conflict?.theirs], ['Ours', 'Theirs']);
      assert.deepEqual([there, rep.row('prospect', 'ada').values['firstName']], ['Theirs', 'Ours']);
    },
  },
  ...(['ours', 'theirs', 'newest'] as const).map((policy): Case => ({
    name: `the same field edited on both sides follows the policy "${policy}", and the other value stays in the history`,
    why: 'A policy decides, but nothing is lost silently.',
    from: 'twenty 18; espocrm 18; odoo 18',
    run: async (bench) => {
      const { rep, there } = await bothEdit(bench, policy);
      const wins = policy === 'theirs' ? 'Theirs' : 'Ours';
      assert.deepEqual([there, rep.row('prospect', 'ada').values['firstName']], [wins, wins]);
      assert.ok(rep.book.lost.some(({ field, value }) => field === 'firstName' && value === (wins === 'Ours' ? 'Theirs' : 'Ours')), 'the value that gave way is in no history');
    },
  })),
  { name: 'an update whose answer is lost is neither repeated for ever nor asked about', why: 'What stands there is what was sent.', from: 'facts 0.1, 9', run: (bench) => updateIn('answerLost', bench) },
  { name: 'an update that never arrived is sent again', why: 'No answer can also mean that nothing was done.', from: 'facts 9', run: (bench) => updateIn('requestLost', bench) },
  { name: 'an update delivered twice is one edit', why: 'The second delivery may meet a newer version: that of the first.', from: 'espocrm 18; twenty 18', run: (bench) => updateIn('repeated', bench) },
  { name: 'a worker that dies after an update was sent leaves no doubt behind', why: 'A browser stops its worker whenever it likes.', from: 'facts 9', run: (bench) => updateIn('killed', bench) },
  {
    name: 'an edit in the CRM between our look and our write is not overwritten',
    why: 'A guarded write is refused when somebody was faster; then the rep is asked.',
    from: 'twenty 18; espocrm 18; odoo 18',
    needs: ({ versioning }) => versioning !== 'none',
    run: async (bench) => {
      const { rep, id } = await ada(bench);
      rep.edit('prospect', 'ada', { firstName: 'Ours' });
      const told = bench.wire.meanwhile(() => rep.book.sync.progress?.step === 'sending', () => bench.outsider.editPerson(id, { firstName: 'Theirs' }));
      await rep.sync();
      assert.equal(told.used, 1);
      await bench.rest(rep);
      assert.equal((await bench.only()).firstName, 'Theirs');
      assert.equal(rep.link('prospect', 'ada')?.conflicts?.['firstName']?.theirs, 'Theirs');
    },
  },
  {
    name: 'an edit of another field in the very moment of our write is kept',
    why: 'Only what changed is sent, so that the rest stays whatever it has become.',
    from: 'twenty 17, 18; espocrm 17; odoo 17',
    run: async (bench) => {
      const { rep, id } = await ada(bench);
      rep.edit('prospect', 'ada', { firstName: 'Augusta' });
      const told = bench.wire.meanwhile(isWrite, () => bench.outsider.editPerson(id, { title: 'Countess' }));
      await rep.sync();
      assert.equal(told.used, 1);
      await bench.rest(rep);
      assert.deepEqual([(await bench.only()).firstName, (await bench.only()).title], ['Augusta', 'Countess']);
      assert.equal(rep.row('prospect', 'ada').values['title'], 'Countess', 'the edit is not seen here');
    },
  },
  {
    name: 'an edit of the rep while the last one is being sent is sent too',
    why: 'The answer to the first must not settle the second.',
    from: 'facts 9',
    run: async (bench) => {
      const { rep } = await ada(bench);
      rep.edit('prospect', 'ada', { firstName: 'First' });
      bench.wire.meanwhile(isWrite, async () => rep.edit('prospect', 'ada', { firstName: 'Second' }));
      await rep.sync();
      await bench.rest(rep);
      assert.equal((await bench.only()).firstName, 'Second');
      assert.equal(rep.row('prospect', 'ada').values['firstName'], 'Second');
    },
  },
  {
    name: 'the same edit on both sides is nobody\'s conflict',
    why: 'Both say the same.',
    from: 'espocrm 18',
    run: async (bench) => {
      const { rep, id } = await ada(bench);
      await bench.outsider.editPerson(id, { firstName: 'Augusta' });
      await bench.tick();
      rep.edit('prospect', 'ada', { firstName: 'Augusta' });
      const before = bench.wire.writes();
      await bench.rest(rep);
      assert.equal(rep.link('prospect', 'ada')?.conflicts, undefined);
      assert.equal(bench.wire.writes(), before, 'what stands there already is written again');
    },
  },
  {
    name: 'a field that is cleared here is empty there',
    why: 'Empty is written differently everywhere: null, "", false, empty parts; null for a whole composite field may be ignored.',
    from: 'facts 0.6; twenty 17; espocrm 17; odoo 17',
    run: async (bench) => {
      const { rep, id } = await ada(bench, {}, { phones: ['+49 30 123456'], location: 'Berlin', website: 'https://ada.example.com', about: 'About her' });
      const before = await bench.held('prospect', id);
      const names = ['location', 'website', 'about', 'phones', 'linkedin'].filter((name) => before[name] !== undefined && before[name] !== null && (before[name] as string[]).length > 0);
      if (names.length === 0) notApplicable('none of these fields is kept there');
      rep.edit('prospect', 'ada', Object.fromEntries(names.map((name) => [name, name === 'phones' ? [] : null])));
      await bench.rest(rep);
      const after = await bench.held('prospect', id);
      for (const name of names) assert.ok(after[name] === null || (after[name] as string[]).length === 0, `${name} is still ${JSON.stringify(after[name])}`);
      for (const name of names) assert.ok(rep.row('prospect', 'ada').values[name] === null || (rep.row('prospect', 'ada').values[name] as string[]).length === 0, `${name} came back`);
      assert.equal((await bench.only()).emails.length, 1, 'the e-mail went too');
    },
  },
  {
    name: 'a second e-mail stays when the first one changes, and when the title does',
    why: 'Lists of addresses are one composite field there: a part that is left out is wiped.',
    from: 'facts 0.6; twenty 17; espocrm 17',
    run: async (bench) => {
      const slug = bench.marker.toLowerCase();
      const [first, second, third] = [`ada.${slug}@example.com`, `ada.${slug}@example.org`, `ada.${slug}@example.net`];
      const { rep, id } = await ada(bench, {}, { emails: [first, second] });
      const keeps = ((await bench.held('prospect', id))['emails'] as string[]).length > 1;
      rep.edit('prospect', 'ada', { emails: [third, second] });
      await bench.rest(rep);
      await bench.outsider.editPerson(id, { title: 'Countess' });
      rep.edit('prospect', 'ada', { firstName: 'Augusta' });
      await bench.rest(rep);
      assert.deepEqual(rep.row('prospect', 'ada').values['emails'], [third, second], 'an address is lost here');
      assert.deepEqual((await bench.only()).emails.map((one) => one.toLowerCase()), keeps ? [third, second] : [third]);
    },
  },
];
