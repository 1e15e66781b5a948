import { describe, expect, it } from 'vitest';
import { fail } from '../../src/domain/failure.ts';
import { bench, change, key, made, person, value } from './twenty-bench.ts';

describe('notes, touches and tasks', () => {
  it.each([['note', 'notes'], ['touch', 'notes'], ['followUp', 'tasks']] as const)('makes a %s once, and hangs it on its person, however often an answer is lost', async (kind, many) => {
    const { crm, someone, spoilWith } = bench();
    const [ada] = await made(crm, [person('Ada')]);
    const text = kind === 'followUp' ? 'title' : 'text';
    const row = { key: key(kind), fields: { [text]: 'Hello', prospect: ada!.id } };
    for (const part of [`batch/${many}`, `Targets?upsert`]) {
      spoilWith(async (request, go) => {
        if (!request.url.includes(part)) return go();
        await go();
        return fail('network');
      });
      await crm.create(kind, [row]);
    }
    spoilWith(undefined);
    expect(value(await crm.find(kind, [{ key: row.key, prospect: ada!.id, name: 'Hello' }]))).toMatchObject([[{ id: row.key, fields: { [text]: 'Hello', prospect: ada!.id } }]]);
    expect(value(await crm.create(kind, [row]))).toMatchObject([{ kind: 'duplicate', records: [{ id: row.key }] }]);
    expect([someone('GET', many), someone('GET', many === 'notes' ? 'noteTargets' : 'taskTargets')]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });

  it('leaves nothing behind that cannot hang on its person', async () => {
    const { crm, someone } = bench();
    const [ada] = await made(crm, [person('Ada')]);
    const rows = [ada!.id, key('nobody'), ada!.id].map((prospect, at) => ({ key: key(`n${at}`), fields: { text: `note ${at}`, prospect } }));
    expect(value(await crm.create('note', rows))).toMatchObject([{ kind: 'stored' }, { kind: 'rejected' }, { kind: 'stored' }]);
    expect(someone('GET', 'notes')).toHaveLength(2);
  });

  it.each(['one line', 'a title\nand a body\nof lines', '*stars* _and_ # 1. [x](y) <b> `c` \\ | ~', '- a\n- b\n1. c\n# d', 'https://example.com/a_b_c', 'x'.repeat(5000), `${'long title '.repeat(20)}\nand more`, '😀'.repeat(80)])('shows the text %j as it was written', async (text) => {
    const { crm } = bench();
    const [ada] = await made(crm, [person('Ada')]);
    const [note] = await made(crm, [{ key: key('n'), fields: { text, prospect: ada!.id } }], 'note');
    expect(note!.fields['text']).toBe(text);
    expect(value(await crm.update('note', [change(note!, { text: `${text}!` })]))).toMatchObject([{ kind: 'stored', record: { fields: { text: `${text}!`, prospect: ada!.id } } }]);
  });

  it('completes a task and removes what it made, with its link', async () => {
    const { crm, someone } = bench();
    const [ada] = await made(crm, [person('Ada')]);
    const [task] = await made(crm, [{ key: key('t'), fields: { title: 'Call', dueAt: '2026-02-01T09:00:00.000Z', done: false, prospect: ada!.id } }], 'followUp');
    expect(value(await crm.update('followUp', [change(task!, { done: true, dueAt: null })]))).toMatchObject([{ kind: 'stored', record: { fields: { done: true, dueAt: null } } }]);
    value(await crm.remove('followUp', [task!.id, key('long gone')]));
    expect([someone('GET', 'tasks'), someone('GET', 'taskTargets')]).toEqual([[], []]);
    // in the trash, as when a person deletes
    expect(value(await crm.read('followUp', [task!.id]))).toMatchObject([{ deleted: true }]);
  });
});
