import assert from 'node:assert/strict';
import type { Bench, Case, Device } from './bench.ts';
import { isWrite, type Spoil } from './wire.ts';

const AT = '2026-03-04T00:00:00.000Z';
const DUE = '2027-05-06T12:00:00.000Z';

/** Ada with a note, a follow-up and a touch, not sent yet. */
function withChildren({ device, person, flags }: Bench): Device {
  const rep = device();
  rep.add('prospect', 'ada', person('Ada'));
  if (flags.kinds.note) rep.add('note', 'n', { text: 'Met at the fair', prospect: 'ada', at: AT });
  if (flags.kinds.touch) rep.add('touch', 't', { text: '→ email: no answer', prospect: 'ada', at: AT });
  if (flags.kinds.followUp) rep.add('followUp', 'f', { text: 'Send the offer', dueAt: DUE, done: false, prospect: 'ada' });
  return rep;
}

async function eachOnce(bench: Bench, rep: Device): Promise<void> {
  const { flags, outsider } = bench;
  const id = rep.remote('prospect', 'ada');
  assert.equal((await bench.only()).id, id);
  const notes = (await outsider.notes(id)).map((text) => text.replace(/<[^>]*>/g, '').trim());
  for (const [kind, text] of [['note', 'Met at the fair'], ['touch', 'no answer']] as const) {
    if (flags.kinds[kind]) assert.equal(notes.filter((one) => one.includes(text)).length, 1, `the ${kind} is there ${notes.filter((one) => one.includes(text)).length} times: ${JSON.stringify(notes)}`);
  }
  if (flags.kinds.followUp) assert.deepEqual((await outsider.tasks(id)).map(({ title, done }) => [title, done]), [['Send the offer', false]]);
}

async function childrenIn(trouble: Spoil, bench: Bench): Promise<void> {
  const rep = withChildren(bench);
  const told = bench.wire.spoilEachOnce(trouble, isWrite);
  for (let round = 0; round < 12; round++) {
    await rep.sync();
    await bench.pass(200_000);
  }
  assert.ok(told.used >= 3, 'hardly a request was met');
  bench.wire.calm();
  await bench.rest(rep);
  await eachOnce(bench, rep);
  assert.deepEqual([rep.rows('note').length, rep.rows('touch').length, rep.rows('followUp').length], [1, 1, 1], 'something of ours came back as somebody else\'s');
}

/** A follow-up that is in the CRM; its id there. */
async function followUp(bench: Bench): Promise<{ rep: Device; task: string; person: string }> {
  const rep = withChildren(bench);
  await bench.rest(rep);
  const person = rep.remote('prospect', 'ada');
  const [task] = await bench.outsider.tasks(person);
  await bench.tick();
  return { rep, task: task?.id ?? assert.fail('the follow-up is not there'), person };
}

const hasTasks: Case['needs'] = ({ kinds }) => kinds.followUp !== undefined;
const hasNotes: Case['needs'] = ({ kinds }) => kinds.note !== undefined;

export const CHILD: readonly Case[] = [
  {
    name: 'notes, touches and follow-ups are written once; the next run writes nothing',
    why: 'They are records of their own and hang on the person by one request or two.',
    from: 'twenty 25, 26; espocrm 25, 26; odoo 25, 26',
    needs: hasNotes,
    run: async (bench) => {
      const rep = withChildren(bench);
      assert.equal(await rep.sync(), 'done');
      await bench.rest(rep);
      await eachOnce(bench, rep);
      assert.deepEqual([rep.rows('note').length, rep.rows('touch').length, rep.rows('followUp').length], [1, 1, 1], 'something of ours came back as somebody else\'s');
      assert.deepEqual([rep.row('note', 'n').values['text'], rep.row('followUp', 'f').values['text'], rep.row('followUp', 'f').values['done']], ['Met at the fair', 'Send the offer', false]);
      const before = bench.wire.writes();
      await rep.sync();
      assert.equal(bench.wire.writes(), before);
    },
  },
  { name: 'the person, their note, touch and follow-up are there once although every answer is lost once', why: 'Notes and tasks have no key in most CRMs: look for the same text on the same person.', from: 'twenty 25; espocrm 25; odoo 25', needs: hasNotes, run: (bench) => childrenIn('answerLost', bench) },
  { name: 'the person, their note, touch and follow-up are there once although every request is lost once', why: 'What was never done has to be done.', from: 'facts 9', needs: hasNotes, run: (bench) => childrenIn('requestLost', bench) },
  { name: 'the person, their note, touch and follow-up are there once although the worker dies after every write', why: 'A note and its link may be two requests, and the worker may die between them.', from: 'twenty 25, 37', needs: hasNotes, run: (bench) => childrenIn('killed', bench) },
  {
    name: 'two notes of the same text are two notes',
    why: 'A look for the text must not take the one for the other.',
    from: 'twenty 25; espocrm 25; odoo 25',
    needs: hasNotes,
    run: async (bench) => {
      const rep = bench.device();
      rep.add('prospect', 'ada', bench.person('Ada'));
      rep.add('note', 'n1', { text: 'No answer', prospect: 'ada', at: AT });
      rep.add('note', 'n2', { text: 'No answer', prospect: 'ada', at: AT });
      await bench.rest(rep);
      assert.notEqual(rep.remote('note', 'n1'), rep.remote('note', 'n2'));
      assert.equal((await bench.outsider.notes(rep.remote('prospect', 'ada'))).length, 2);
    },
  },
  {
    name: 'a note and a follow-up whose text changes here before their unanswered create is looked up are there once, with the new text',
    why: 'What stands there is what was sent, not what is here by now: it is looked for by that.',
    from: 'twenty 25; espocrm 25; odoo 25',
    needs: hasNotes,
    run: async (bench) => {
      const rep = withChildren(bench);
      bench.wire.spoilEachOnce('answerLost', isWrite);
      for (let round = 0; round < 9 && !['note', 'followUp'].every((kind) => !bench.flags.kinds[kind as 'note'] || rep.link(kind as 'note', kind === 'note' ? 'n' : 'f')); round++) {
        await rep.sync();
        await bench.pass(200_000);
      }
      bench.wire.calm();
      // the look is what counts here, not the pull
      for (const kind of ['note', 'followUp'] as const) rep.book.sync.pull[kind] = { since: Date.UTC(2100, 0), high: 0 };
      rep.edit('note', 'n', { text: 'Met at the autumn fair' });
      if (bench.flags.kinds.followUp) rep.edit('followUp', 'f', { text: 'Send the new offer' });
      await bench.rest(rep);
      const id = rep.remote('prospect', 'ada');
      assert.deepEqual((await bench.outsider.notes(id)).map((text) => text.replace(/<[^>]*>/g, '').trim()).filter((text) => text.includes('Met')), ['Met at the autumn fair']);
      if (bench.flags.kinds.followUp) assert.deepEqual((await bench.outsider.tasks(id)).map(({ title }) => title), ['Send the new offer']);
    },
  },
  {
    name: 'a follow-up completed in the CRM comes back done',
    why: 'Done is a status, a flag, or a task that is gone and has left a message.',
    from: 'twenty 26; espocrm 26; odoo 26',
    needs: hasTasks,
    run: async (bench) => {
      const { rep, task } = await followUp(bench);
      await bench.outsider.completeTask(task);
      await bench.rest(rep);
      assert.equal(rep.row('followUp', 'f').values['done'], true);
      assert.equal(rep.row('followUp', 'f').values['text'], 'Send the offer');
    },
  },
  {
    name: 'a follow-up done here is done there',
    why: 'The team must not call somebody who was called.',
    from: 'twenty 26; espocrm 26; odoo 26',
    needs: hasTasks,
    run: async (bench) => {
      const { rep, person } = await followUp(bench);
      rep.edit('followUp', 'f', { done: true });
      await bench.rest(rep);
      const tasks = await bench.outsider.tasks(person);
      assert.deepEqual(tasks.map(({ title, done }) => [title, done]), [['Send the offer', true]]);
      assert.equal(rep.row('followUp', 'f').values['done'], true);
    },
  },
  {
    name: 'the due time of a follow-up stays as the rep has set it',
    why: 'A CRM that keeps the day alone must not move the hour; what it answers is its own spelling, no edit.',
    from: 'twenty 26; espocrm 26; odoo 26',
    needs: hasTasks,
    run: async (bench) => {
      const rep = bench.device();
      rep.add('prospect', 'ada', bench.person('Ada'));
      const times = { morning: '2027-05-06T07:30:00.000Z', late: '2027-05-06T22:45:00.000Z', midnight: '2027-05-07T00:00:00.000Z' };
      for (const [id, dueAt] of Object.entries(times)) rep.add('followUp', id, { text: `Call in the ${id}`, dueAt, done: false, prospect: 'ada' });
      await bench.rest(rep);
      for (const [id, dueAt] of Object.entries(times)) {
        assert.equal(rep.row('followUp', id).values['dueAt'], dueAt);
        const there = String((await bench.held('followUp', rep.remote('followUp', id)))['dueAt']);
        assert.ok(Math.abs(Date.parse(there) - Date.parse(dueAt)) < 86_400_000, `${dueAt} has become ${there}`);
      }
      rep.edit('followUp', 'morning', { text: 'Call at noon' });
      await bench.rest(rep);
      assert.equal(rep.row('followUp', 'morning').values['dueAt'], times.morning, 'an edit of the text moved the time');
      assert.ok((await bench.outsider.tasks(rep.remote('prospect', 'ada'))).some(({ title }) => title === 'Call at noon'));
    },
  },
  {
    name: 'the text of a note arrives as it was written, markup and all',
    why: 'A CRM that takes text for HTML drops what looks like a tag.',
    from: 'odoo 25; twenty 25; espocrm 25',
    needs: hasNotes,
    run: async (bench) => {
      const rep = bench.device();
      rep.add('prospect', 'ada', bench.person('Ada'));
      const texts = ['Said: "1 < 2 & 3 > 2", <b>really</b>', 'First line\nSecond line\n\nAfter a gap', 'Zoë 😀 שלום', '* not a list\n# not a heading\n_so_ and [this](there)'];
      texts.forEach((text, at) => rep.add('note', `n${at}`, { text, prospect: 'ada', at: AT }));
      await bench.rest(rep);
      for (const [at, text] of texts.entries()) {
        assert.equal(rep.row('note', `n${at}`).values['text'], text, 'it was changed here');
        // how wide a gap between paragraphs is, a CRM may decide
        assert.equal(String((await bench.held('note', rep.remote('note', `n${at}`)))['text']).replace(/\n+/g, '\n'), text.replace(/\n+/g, '\n'));
      }
    },
  },
  {
    name: 'a note for somebody deleted there is kept here and stops nothing',
    why: 'It waits for the rep\'s answer; the others go on.',
    from: 'twenty 23; espocrm 23; odoo 23',
    needs: hasNotes,
    run: async (bench) => {
      const rep = bench.device();
      rep.add('prospect', 'ada', bench.person('Ada'));
      rep.add('prospect', 'bob', bench.person('Bob'));
      await bench.rest(rep);
      await bench.outsider.destroyPerson(rep.remote('prospect', 'ada'));
      rep.add('note', 'a', { text: 'For nobody', prospect: 'ada', at: AT });
      rep.add('note', 'b', { text: 'For Bob', prospect: 'bob', at: AT });
      for (let round = 0; round < 4; round++) {
        await rep.sync();
        await bench.pass(700_000);
      }
      assert.equal((await bench.outsider.notes(rep.remote('prospect', 'bob'))).length, 1);
      assert.equal(rep.row('note', 'a').values['text'], 'For nobody');
      assert.equal((await bench.people()).length, 1);
    },
  },
  {
    name: 'notes and follow-ups come to the second device once, and their edits to the first',
    why: 'The CRM is where two devices meet.',
    from: 'issue: two devices converge',
    needs: ({ kinds }) => kinds.note === 'both' && kinds.followUp === 'both',
    run: async (bench) => {
      const rep = withChildren(bench);
      await bench.rest(rep);
      const other = bench.device('B');
      await bench.rest(rep, other);
      const [note, task] = [other.rows('note').find(({ values }) => values['text'] === 'Met at the fair'), other.rows('followUp')];
      assert.ok(note, 'the note did not come');
      assert.equal(task.length, 1);
      other.edit('followUp', task[0]!.id, { text: 'Send the better offer' });
      await bench.rest(other, rep);
      assert.equal(rep.row('followUp', 'f').values['text'], 'Send the better offer');
      assert.equal((await bench.outsider.tasks(rep.remote('prospect', 'ada'))).length, 1);
    },
  },
];
