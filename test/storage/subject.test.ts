import { expect, test } from 'vitest';
import { subjectJson, subjectMarkdown } from '../../src/files/subject-report.ts';
import { addNote } from '../../src/storage/person.ts';
import { erasePeople } from '../../src/storage/erase.ts';
import { keepPeople, setConsent, setLawful } from '../../src/storage/lawful.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { writeSetting } from '../../src/storage/setting.ts';
import { findSubject, readSubject } from '../../src/storage/subject.ts';
import { undo } from '../../src/storage/undo.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const DAY = 86_400_000;

test('a report tells everything that is held: values with their source, notes, basis, review, who else has it; as text, never as markup', async () => {
  const book = scratchBook();
  await writeSetting(book, 'connections', [{ id: 'crm', label: 'Our CRM', origin: 'https://crm.example' }]);
  const saved = await saveDraft(book, draftOf('linkedin:in/ada', 'Ada <b>Quill</b>', { emails: ['ada@quill.example'], company: 'Quarry' }), {}, changeAt(DAY, 'Saved'), means);
  const { id } = saved.ok ? saved.value : { id: '' };
  await addNote(book, id, 'n', 'likes *zebrafish*', changeAt(2 * DAY, 'Note'));
  await setLawful(book, id, { basis: 'consent', note: 'asked at the fair' }, changeAt(3 * DAY));
  await setConsent(book, id, { state: 'given', source: 'card' }, changeAt(4 * DAY));
  await book.links.put({ connection: 'crm', kind: 'prospect', id, remoteId: 'r1', key: 'k', state: 'linked', base: { ours: { lastName: 'Quill' }, theirs: {} }, at: 5 * DAY, open: 0 });
  const subject = (await readSubject(book, id))!;
  const text = subjectMarkdown(subject, 9 * DAY);
  for (const part of [String.raw`Ada \<b\>Quill`, String.raw`ada\@quill.example (read on a page: https\://example.com/linkedin:in/ada, 1970-01-02)`, String.raw`likes \*zebrafish\*`, 'consent (GDPR article 6 (1) a). asked at the fair', 'First collected:** 1970-01-02', 'Looked at again:** 1972-01-02', 'given on 1970-01-05 (card)', 'Our CRM (crm.example): prospect r1, last seen 1970-01-06; fields: lastName', '1970-01-03 00:00 Note']) expect(text).toContain(part);
  expect(JSON.parse(subjectJson(subject, 9 * DAY))).toMatchObject({ format: 'paydirt-subject', reviewDue: '1972-01-02T00:00:00.000Z', prospect: { id }, notes: [{ text: 'likes *zebrafish*' }], history: { length: subject.history.length } });
});

test('an address finds its person, whoever was erased, or nothing', async () => {
  const book = scratchBook();
  const saved = await saveDraft(book, draftOf('linkedin:in/ada', 'Ada', { phones: ['+49 30 1234567'] }), { emails: ['typed@quill.example'] }, changeAt(1), means);
  const { id } = saved.ok ? saved.value : { id: '' };
  await book.prospects.update(id, { 'fields.emails.value': ['other@quill.example'] } as never);
  const found = { is: 'person', id, name: 'Ada' };
  expect(await findSubject(book, 'x', ['linkedin:in/ada'])).toEqual(found);
  expect(await findSubject(book, 'OTHER@quill.example', ['email:other@quill.example'])).toEqual(found);
  expect(await findSubject(book, '0049 (0)30 1234567', [])).toEqual(found);
  expect(await findSubject(book, 'nobody', ['github:nobody'])).toEqual({ is: 'nothing' });
  await erasePeople(book, [id], changeAt(7));
  expect(await findSubject(book, 'x', ['linkedin:in/ada'])).toEqual({ is: 'suppressed', reason: 'erased', at: 7 });
});

test('who is kept on purpose has a reason and the basis they had, many at once, and one undo takes it back', async () => {
  const book = scratchBook();
  const ids: string[] = [];
  for (const name of ['a', 'b']) { const saved = await saveDraft(book, draftOf(`github:${name}`, name), {}, changeAt(1), means); if (saved.ok) ids.push(saved.value.id); }
  await setLawful(book, ids[0]!, { basis: 'contract', note: '' }, changeAt(2));
  const change = changeAt(3);
  await keepPeople(book, ids, 99, ' ', changeAt(3));
  expect((await book.prospects.get(ids[1]!))!.lawful).toBeUndefined();
  await keepPeople(book, ids, 99, 'still a customer', change);
  expect((await book.prospects.bulkGet(ids)).map((one) => one!.lawful)).toEqual([{ basis: 'contract', note: 'still a customer', at: 3, keepUntil: 99 }, { basis: 'legitimate-interest', note: 'still a customer', at: 3, keepUntil: 99 }]);
  await undo(book, change.changeId, changeAt(4));
  expect((await book.prospects.bulkGet(ids)).map((one) => one!.lawful?.basis)).toEqual(['contract', undefined]);
});
