import { describe, expect, it } from 'vitest';
import { ORIGIN, bench, change, key, made, person, shown, value } from './twenty-bench.ts';

describe('creating', () => {
  it('sends people as the recordings do, with the key as their id, and reads what the CRM made of it', async () => {
    const { crm, requests } = bench();
    const [ada] = await made(crm, [person('Ada', { jobTitle: 'CTO', emails: ['Ada@Example.com', 'ada@example.org'], phones: ['+49 (0)30 12345678', '030 1'], linkedinLink: 'https://www.LinkedIn.com/in/Ada/' })]);
    expect(requests.at(-1)).toMatchObject({ method: 'POST', url: `${ORIGIN}/rest/batch/people`, records: 1, headers: { authorization: 'Bearer <token>', 'content-type': 'application/json' } });
    expect(shown(requests)).toEqual([{
      id: key('Ada'), name: { firstName: 'Ada', lastName: 'Example' }, jobTitle: 'CTO', emails: { primaryEmail: 'Ada@Example.com', additionalEmails: ['ada@example.org'] },
      phones: { primaryPhoneNumber: '+493012345678', primaryPhoneCountryCode: '', primaryPhoneCallingCode: '', additionalPhones: [] },
      linkedinLink: { primaryLinkLabel: '', primaryLinkUrl: 'https://www.LinkedIn.com/in/Ada/', secondaryLinks: [] },
    }]);
    expect(ada).toMatchObject({ id: key('Ada'), key: key('Ada'), deleted: false, fields: { 'name.firstName': 'Ada', jobTitle: 'CTO', emails: ['ada@example.com', 'ada@example.org'], phones: ['+493012345678'], linkedinLink: 'https://www.linkedin.com/in/Ada', companyId: null } });
    expect(ada!.at).toBe(ada!.createdAt);
  });

  it('needs one request for two hundred people', async () => {
    const { crm, requests } = bench();
    expect(await made(crm, Array.from({ length: 200 }, (_, at) => person(`P${at}`)))).toHaveLength(200);
    expect(requests).toHaveLength(1);
  });

  it('adopts its own record when the answer was lost, and never makes a second one', async () => {
    const { crm, someone } = bench();
    await made(crm, [person('Ada')]);
    expect(value(await crm.create('prospect', [person('Ada'), person('Bela')]))).toMatchObject([{ kind: 'duplicate', records: [{ id: key('Ada'), deleted: false }] }, { kind: 'stored' }]);
    expect(someone('GET', 'people')).toHaveLength(2);
  });

  it('names the people who have the e-mail already, stores the others, and overwrites nobody', async () => {
    const { crm, someone } = bench();
    const other = someone('POST', 'people', { name: { firstName: 'Augusta' }, emails: { primaryEmail: 'b@example.com' } });
    const rows = ['a', 'b', 'c', 'd'].map((name) => person(name, { emails: [`${name.toUpperCase()}@example.com`] }));
    expect(value(await crm.create('prospect', rows))).toMatchObject([{ kind: 'stored' }, { kind: 'duplicate', records: [{ id: other['id'], key: null }] }, { kind: 'stored' }, { kind: 'stored' }]);
    expect(someone('GET', `people/${other['id']}`)).toMatchObject({ name: { firstName: 'Augusta' } });
  });

  it('looks once for the doubles of a batch', async () => {
    const { crm, someone, requests } = bench();
    for (const at of [3, 77, 150]) someone('POST', 'people', { emails: { primaryEmail: `p${at}@example.com` } });
    const answers = value(await crm.create('prospect', Array.from({ length: 200 }, (_, at) => person(`P${at}`, { emails: [`p${at}@example.com`] }))));
    expect(answers.flatMap(({ kind }, at) => (kind === 'duplicate' ? [at] : []))).toEqual([3, 77, 150]);
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('does not bring back what was deleted: by its own key gone, by its e-mail a deleted double', async () => {
    const { crm, someone } = bench();
    await made(crm, [person('Ada'), person('Bela', { emails: ['b@example.com'] })]);
    for (const name of ['Ada', 'Bela']) someone('DELETE', `people/${key(name)}?soft_delete=true`);
    expect(value(await crm.create('prospect', [person('Ada'), person('Cora', { emails: ['b@example.com'] })]))).toMatchObject([{ kind: 'gone' }, { kind: 'duplicate', records: [{ id: key('Bela'), deleted: true }] }]);
    expect(someone('GET', 'people')).toEqual([]);
  });

  it('gives a shared mailbox to a second person as an additional address when that was decided', async () => {
    const { crm, someone } = bench();
    someone('POST', 'people', { emails: { primaryEmail: 'info@example.com' } });
    const [bela] = await made(crm, [{ ...person('Bela', { emails: ['info@example.com'] }), force: true }]);
    expect(bela!.fields['emails']).toEqual(['info@example.com']);
  });

  it('finds the bad row of an atomic batch and stores the others', async () => {
    const { crm } = bench();
    const rows = Array.from({ length: 9 }, (_, at) => person(`P${at}`, at === 4 ? { emails: ['not an e-mail'] } : at === 7 ? { companyId: key('nobody') } : {}));
    const answers = value(await crm.create('prospect', rows));
    expect(answers.map(({ kind }) => kind)).toEqual(['stored', 'stored', 'stored', 'stored', 'rejected', 'stored', 'stored', 'rejected', 'stored']);
    expect(answers[4]).toEqual({ kind: 'rejected', message: expect.stringContaining('email field') });
  });

  it('looks again when another was faster, so that a lost race is a double of its own', async () => {
    const { crm, spoilWith, someone } = bench();
    spoilWith((_request, go) => {
      spoilWith(undefined);
      someone('POST', 'people', { id: key('Ada'), jobTitle: 'by the other device' });
      return go();
    });
    expect(value(await crm.create('prospect', [person('Ada')]))).toMatchObject([{ kind: 'duplicate', records: [{ fields: { jobTitle: 'by the other device' } }] }]);
  });

  it('writes the domain of a company in one form', async () => {
    const { crm } = bench();
    const [one] = await made(crm, [{ key: key('c'), fields: { name: 'Example', domainName: 'http://www.shop.example.com/about' } }], 'account');
    expect(one!.fields).toMatchObject({ name: 'Example', domainName: 'https://example.com' });
    expect(value(await crm.create('account', [{ key: key('d'), fields: { name: 'Other', domainName: 'example.com' } }]))).toMatchObject([{ kind: 'duplicate', records: [{ id: key('c') }] }]);
  });
});

describe('updating', () => {
  it('sends the changed fields alone, and those made of parts whole', async () => {
    const { crm, someone, requests } = bench();
    const [ada] = await made(crm, [person('Ada', { jobTitle: 'CTO', emails: ['a@example.com', 'b@example.com'] })]);
    someone('PATCH', `people/${ada!.id}`, { linkedinLink: { primaryLinkLabel: 'in', primaryLinkUrl: 'https://linkedin.com/in/ada', secondaryLinks: [{ url: 'https://ada.example.org', label: 'site' }] } });
    const [seen] = value(await crm.read('prospect', [ada!.id]));
    const [answer] = value(await crm.update('prospect', [change(seen!, { 'name.lastName': 'Sample', emails: ['c@example.com', 'b@example.com'], linkedinLink: 'https://linkedin.com/in/ada-new' })]));
    expect(shown(requests)).toEqual({
      name: { firstName: 'Ada', lastName: 'Sample' }, emails: { primaryEmail: 'c@example.com', additionalEmails: ['b@example.com'] },
      linkedinLink: { primaryLinkLabel: 'in', primaryLinkUrl: 'https://linkedin.com/in/ada-new', secondaryLinks: [{ url: 'https://ada.example.org', label: 'site' }] },
    });
    expect(answer).toMatchObject({ kind: 'stored', record: { fields: { 'name.lastName': 'Sample', jobTitle: 'CTO', emails: ['c@example.com', 'b@example.com'], linkedinLink: 'https://linkedin.com/in/ada-new' } } });
  });

  it('clears a field', async () => {
    const { crm } = bench();
    const [ada] = await made(crm, [person('Ada', { jobTitle: 'CTO', emails: ['a@example.com'], phones: ['+15550100'], linkedinLink: 'https://linkedin.com/in/ada' })]);
    const [answer] = value(await crm.update('prospect', [change(ada!, { jobTitle: null, emails: [], phones: [], linkedinLink: null, 'name.firstName': null })]));
    expect(answer).toMatchObject({ kind: 'stored', record: { fields: { jobTitle: null, emails: [], phones: [], linkedinLink: null, 'name.firstName': null, 'name.lastName': 'Example' } } });
  });

  it('writes nothing over an edit that it has not seen', async () => {
    const { crm, someone } = bench();
    const [ada] = await made(crm, [person('Ada', { jobTitle: 'CTO' })]);
    someone('PATCH', `people/${ada!.id}`, { jobTitle: 'CEO' });
    expect(value(await crm.update('prospect', [change(ada!, { jobTitle: 'Chair' })]))).toEqual([{ kind: 'stale' }]);
    expect(someone('GET', `people/${ada!.id}`)).toMatchObject({ jobTitle: 'CEO' });
  });

  it.each([1, 12])('makes nothing anew of what was destroyed, %i rows at once', async (count) => {
    const { crm, someone } = bench();
    const all = await made(crm, Array.from({ length: count }, (_, at) => person(`P${at}`, { jobTitle: 'x' })));
    someone('DELETE', `people/${all[0]!.id}`);
    const answers = value(await crm.update('prospect', all.map((one) => change(one, { jobTitle: 'y' }))));
    expect(answers.map(({ kind }) => kind)).toEqual([count === 1 ? 'stale' : 'gone', ...all.slice(1).map(() => 'stored')]);
    expect(value(await crm.read('prospect', all.map(({ id }) => id))).map(({ id }) => id)).not.toContain(all[0]!.id);
  });

  it('needs one request for two hundred changed people, and finds the bad row among them', async () => {
    const { crm, requests } = bench();
    const all = await made(crm, Array.from({ length: 200 }, (_, at) => person(`P${at}`)));
    requests.length = 0;
    expect(value(await crm.update('prospect', all.map((one) => change(one, { jobTitle: 'y' })))).every(({ kind }) => kind === 'stored')).toBe(true);
    expect(requests.map(({ url }) => url)).toEqual([`${ORIGIN}/rest/batch/people?upsert=true`]);
    const fresh = value(await crm.read('prospect', all.map(({ id }) => id)));
    const answers = value(await crm.update('prospect', fresh.map((one, at) => change(one, at === 77 ? { companyId: key('nobody') } : { jobTitle: 'z' }))));
    expect(answers.flatMap(({ kind }, at) => (kind === 'stored' ? [] : [[kind, at]]))).toEqual([['rejected', 77]]);
  });

  it('never writes over somebody who has the address by now, however many rows', async () => {
    const { crm, someone } = bench();
    const all = await made(crm, Array.from({ length: 12 }, (_, at) => person(`P${at}`)));
    someone('DELETE', `people/${all[0]!.id}`);
    const heir = someone('POST', 'people', { name: { firstName: 'Heir' }, emails: { primaryEmail: 'new0@example.com' } });
    const answers = value(await crm.update('prospect', all.map((one, at) => change(one, { 'name.firstName': 'changed', emails: [`new${at}@example.com`] }))));
    expect(answers.map(({ kind }) => kind)).toEqual(['gone', ...all.slice(1).map(() => 'stored')]);
    expect(someone('GET', `people/${heir['id']}`)).toMatchObject({ name: { firstName: 'Heir' } });
  });
});
