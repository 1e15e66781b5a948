import { describe, expect, it } from 'vitest';
import { pullAll } from './pull-all.ts';
import { ORIGIN, bench, key, made, person, value } from './twenty-bench.ts';

describe('pulling', () => {
  it('asks as the recordings do', async () => {
    const { crm, requests } = bench();
    await crm.changes('prospect', Date.UTC(2026, 0, 2));
    expect(decodeURIComponent(requests[0]!.url)).toBe(`${ORIGIN}/rest/people?filter=and(or(deletedAt[is]:NULL,deletedAt[is]:NOT_NULL),updatedAt[gte]:2026-01-02T00:00:00.000Z)&order_by=updatedAt[AscNullsFirst]&limit=200&depth=0`);
  });

  it('sees every record of many pages with one time, also while records change, and the deleted ones', async () => {
    const { crm, someone } = bench();
    for (let page = 0; page < 3; page++) await made(crm, Array.from({ length: 200 }, (_, at) => person(`P${page} ${at}`)));
    someone('DELETE', `people/${key('P0 3')}?soft_delete=true`);
    let edits = 0;
    const all = await pullAll(crm, 'prospect', 0, () => { if (edits < 2) someone('PATCH', `people/${key(`P0 ${edits++}`)}`, { jobTitle: 'x' }); });
    expect(new Set(all.map(({ id }) => id)).size).toBe(600);
    expect(all.findLast(({ id }) => id === key('P0 0'))!.fields['jobTitle']).toBe('x');
    expect(all.filter(({ deleted }) => deleted).map(({ id }) => id)).toEqual([key('P0 3')]);
    expect(await pullAll(crm, 'prospect', all.at(-1)!.at + 1)).toEqual([]);
  });

  it('brings notes and tasks of people with their person, once, but neither touches nor what hangs on nobody', async () => {
    const { crm, someone } = bench();
    const [ada] = await made(crm, [person('Ada')]);
    const note = someone('POST', 'notes', { title: 'Fair', bodyV2: { markdown: 'met **her**\n\n* one\n\n[site](https://example.com)' } });
    someone('POST', 'noteTargets', { noteId: note['id'], targetPersonId: ada!.id });
    someone('POST', 'notes', { title: 'alone' });
    await made(crm, [{ key: key('t'), fields: { text: '→ linkedin', prospect: ada!.id } }], 'touch');
    expect(await pullAll(crm, 'note')).toMatchObject([{ id: note['id'], fields: { text: 'Fair\nmet her\n- one\nsite https://example.com', prospect: ada!.id } }]);
    const task = someone('POST', 'tasks', { title: 'Call', dueAt: '2026-02-01T09:00:00.000Z', status: 'DONE' });
    someone('POST', 'taskTargets', { taskId: task['id'], targetPersonId: ada!.id });
    expect(await pullAll(crm, 'followUp')).toMatchObject([{ id: task['id'], fields: { title: 'Call', dueAt: '2026-02-01T09:00:00.000Z', done: true, prospect: ada!.id } }]);
  });

  it('sees a note that was hung on its person later', async () => {
    const { crm, someone, clock } = bench();
    const [ada] = await made(crm, [person('Ada')]);
    const note = someone('POST', 'notes', { title: 'Fair' });
    const since = clock.now + 1;
    someone('POST', 'noteTargets', { noteId: note['id'], targetPersonId: ada!.id });
    expect(await pullAll(crm, 'note', since)).toMatchObject([{ id: note['id'], fields: { prospect: ada!.id } }]);
  });
});

describe('looking', () => {
  it('reads two hundred by one request of less than 8 kB, deleted ones flagged, missing ones left out', async () => {
    const { crm, requests, someone } = bench();
    const all = await made(crm, Array.from({ length: 199 }, (_, at) => person(`P${at}`)));
    someone('DELETE', `people/${all[0]!.id}?soft_delete=true`);
    requests.length = 0;
    const found = value(await crm.read('prospect', [...all.map(({ id }) => id), key('nobody'), 'no id']));
    expect([found.length, found.filter(({ deleted }) => deleted).length, requests.length]).toEqual([199, 1, 1]);
    expect(requests[0]!.url.length).toBeLessThan(8_000);
  });

  it('finds people by key, any address in any case, and profile in any spelling, after a merge too', async () => {
    const { crm, someone } = bench();
    const [a, b] = await made(crm, [person('Ada', { emails: ['ada@example.com'], linkedinLink: 'https://www.linkedin.com/in/ada-one/?utm_source=x' }), person('Other', { emails: ['ada@example.net'], linkedinLink: 'https://linkedin.com/in/ada-two' })]);
    someone('POST', 'people', { linkedinLink: { primaryLinkUrl: 'https://www.linkedin.com/in/ada-one-more' } });
    someone('PATCH', 'people/merge', { ids: [a!.id, b!.id], conflictPriorityIndex: 0 });
    const wanted = [{ key: a!.id }, { key: key('x'), emails: ['nobody@example.com', 'ADA@example.net'] }, { key: key('x'), linkedin: 'http://linkedin.com/in/ada-one' }, { key: key('x'), linkedin: 'https://www.linkedin.com/in/ada-two/' }, { key: key('x'), linkedin: 'https://www.linkedin.com/in/ada' }];
    // one by one: what is found for one must not serve another
    for (const [at, one] of wanted.entries()) expect(value(await crm.find('prospect', [one])).map((found) => found.map(({ id }) => id))).toEqual([at < 4 ? [a!.id] : []]);
  });

  it('finds companies by domain and by name', async () => {
    const { crm, someone } = bench();
    const ids = [{ name: 'Example, Sons & "Co" (UK)', domainName: { primaryLinkUrl: 'http://www.example.com' } }, { name: 'Notexample', domainName: { primaryLinkUrl: 'https://notexample.com' } }].map((one) => someone('POST', 'companies', one)['id']);
    const wanted = [{ key: key('x'), domain: 'example.com' }, { key: key('x'), name: 'EXAMPLE, Sons & "Co" (UK)' }, { key: key('x'), domain: 'other.example' }];
    expect(value(await crm.find('account', wanted)).map((found) => found.map(({ id }) => id))).toEqual([[ids[0]], [ids[0]], []]);
  });

  it('takes odd texts apart from the filter, whatever they hold', async () => {
    const { crm, someone } = bench();
    const odd = ["o'brien@example.com", 'a+b@example.com', 'a_b@example.com'];
    for (const primaryEmail of odd) someone('POST', 'people', { emails: { primaryEmail } });
    someone('POST', 'people', { emails: { primaryEmail: 'axb@example.com' } });
    const found = value(await crm.find('prospect', [...odd, "x'(,[\"]@example.com", '100%@example.com'].map((one) => ({ key: key(one), emails: [one], linkedin: "https://linkedin.com/in/(o'b,rien)%[" }))));
    expect(found.map((records) => records.map(({ fields: { emails } }) => emails))).toEqual([...odd.map((one) => [[one]]), [], []]);
  });

  it('asks for many in few requests, each of less than 8 kB', async () => {
    const { crm, requests } = bench();
    const wanted = Array.from({ length: 60 }, (_, at) => ({ key: key(`${at}`), emails: [`somebody.with.a.long.name.${at}@a-company-with-a-long-name.example.com`], linkedin: `https://www.linkedin.com/in/somebody-with-a-long-name-${at}` }));
    value(await crm.find('prospect', wanted));
    expect(requests.every(({ url }) => url.length < 8_000)).toBe(true);
    expect(requests.length).toBeLessThan(10);
  });
});
